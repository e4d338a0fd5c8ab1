using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Marketplace.Api.Telemetry;
using Marketplace.Core.Search;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Search;

/// <summary>
/// Lists products from the database while the search engine is away: by group, place, producer, stars and certificates; newest first, or else
/// by name without marks. Whatever only the engine can find is not looked for, and the answer says so.
/// </summary>
public sealed class DatabaseListing(IDbContextFactory<MarketplaceDb> databases, IHttpContextAccessor http)
{
    /// <summary>Tells whoever keeps pages that this one is less than usual.</summary>
    internal const string Header = "X-Search-Limited";

    internal async Task<(SearchPage Page, SearchLimit Limit)> ListAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        Say();
        if (!string.IsNullOrWhiteSpace(query.Text) || !CanChoose(query.Filter))
        {
            return (new SearchPage([], HasNext: false, HasPrevious: false, query.WantTotal ? 0 : null, [], DidYouMean: null, new(query.Text ?? "", [], 0)), SearchLimit.NotSearched);
        }

        var choice = Choice(query.Filter, query.Today);
        var newestFirst = query.Sort == ProductSort.Newest;
        var (size, cursor, backwards) = query.Page;
        var from = cursor is null ? null : ListCursor.Read(cursor, newestFirst);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var read = await db.ProductPageAsync(choice, newestFirst, from, backwards, size, cancellationToken);
        var more = read.Count > size;
        var shown = read.Take(size);
        var hits = (backwards ? shown.Reverse() : shown).Select(place => new SearchHit(place.Id, ListCursor.Of(place, newestFirst), [], []));
        var total = query.WantTotal ? await db.ChosenProductCountAsync(choice, cancellationToken) : (int?)null;
        return (
            new SearchPage([.. hits], backwards ? cursor is not null : more, backwards ? more : cursor is not null, total, [], DidYouMean: null, Understanding.Nothing),
            SearchLimit.ListedOnly);
    }

    internal async Task<int> CountAsync(ProductFilter filter, DateOnly today, CancellationToken cancellationToken)
    {
        Say();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ChosenProductCountAsync(Choice(filter, today), cancellationToken);
    }

    /// <summary>Marks the answer that is being made.</summary>
    internal void Say()
    {
        Instruments.LimitedSearches.Add(1);
        if (http.HttpContext is { Response.HasStarted: false } context)
        {
            context.Response.Headers[Header] = "true";
        }
    }

    private static bool CanChoose(ProductFilter filter) =>
        filter is { ProducerKinds.Count: 0, Certifications.Count: 0, ExportMarkets.Count: 0, PriceMin: null, PriceMax: null, Available: null };

    private static ProductChoice Choice(ProductFilter filter, DateOnly today) => new(today)
    {
        Groups = filter.Groups,
        Districts = filter.Districts,
        Communes = filter.Communes,
        ProducerIds = filter.ProducerIds,
        Stars = filter.Stars,
        Certified = filter.Certified,
    };
}

/// <summary>A place in a list of the database as an opaque text. The engine's cursors are not taken for one, nor the other way round.</summary>
internal static class ListCursor
{
    private const string Format = "d1";

    public static string Of(ListPlace place, bool newestFirst) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Format}:{(newestFirst ? 'n' : 's')}:{place.ListedAt.Ticks}:{place.Slug}")));

    /// <exception cref="InvalidCursorException">It was not made here for this order.</exception>
    public static ListPlace Read(string cursor, bool newestFirst)
    {
        var parts = Base64Url.IsValid(cursor) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(':') : [];
        return parts is [Format, var order, var ticks, var slug] && order == (newestFirst ? "n" : "s")
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var listed) && listed <= DateTime.MaxValue.Ticks
            ? new ListPlace(Guid.Empty, new DateTime(listed, DateTimeKind.Utc), slug)
            : throw new InvalidCursorException();
    }
}
