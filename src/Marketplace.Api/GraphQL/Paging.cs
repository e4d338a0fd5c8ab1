using GraphQL;
using Marketplace.Core;

namespace Marketplace.Api;

/// <summary>A page that was asked for: how many, from which end, beyond which cursor.</summary>
public readonly record struct PageArguments
{
    public const int DefaultSize = 20;
    public const int LargestSize = 100;

    private PageArguments(int size, bool backward, string? cursor) => (Size, Backward, Cursor) = (size, backward, cursor);

    public int Size { get; }

    /// <summary>True for <c>last</c>/<c>before</c>: the page ends before the cursor.</summary>
    public bool Backward { get; }

    /// <summary>Where the page starts after, or ends before; null at the list's own end.</summary>
    public string? Cursor { get; }

    /// <summary>The one meaning of the four arguments; a <see cref="BadInputException"/> where they have none.</summary>
    public static PageArguments From(int? first, string? after, int? last, string? before, int largest = LargestSize)
    {
        if (first is not null && last is not null)
        {
            throw Refuse("Chỉ dùng first hoặc last, không dùng cả hai.", "Use either first or last, not both.");
        }

        if (after is not null && (last is not null || before is not null))
        {
            throw Refuse("after chỉ đi với first; muốn lùi trang hãy dùng last và before.", "after goes with first only; to page backwards use last and before.");
        }

        if (before is not null && first is not null)
        {
            throw Refuse("before chỉ đi với last; muốn sang trang sau hãy dùng first và after.", "before goes with last only; to page forwards use first and after.");
        }

        var (name, size) = last is null ? ("first", first) : ("last", last);
        if (size < 1 || size > largest)
        {
            throw Refuse($"{name} phải từ 1 đến {largest}; đã nhận {size}.", $"{name} must be from 1 to {largest}; got {size}.");
        }

        return new PageArguments(size ?? Math.Min(DefaultSize, largest), backward: last is not null || before is not null, after ?? before);
    }

    private static BadInputException Refuse(string vi, string en) => new(new LocalizedText(vi, en));
}

/// <summary>Where a page stands in its list.</summary>
[Name("PageInfo")]
public sealed class PageInfoGraph
{
    /// <summary>Whether something follows the page.</summary>
    public required bool HasNextPage { get; init; }

    /// <summary>Whether something precedes the page.</summary>
    public required bool HasPreviousPage { get; init; }

    /// <summary>Cursor of the page's first entry; null on an empty page.</summary>
    public string? StartCursor { get; init; }

    /// <summary>Cursor of the page's last entry; null on an empty page.</summary>
    public string? EndCursor { get; init; }
}
