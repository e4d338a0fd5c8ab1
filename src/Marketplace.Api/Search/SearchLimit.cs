using GraphQL;
using Marketplace.Core;

namespace Marketplace.Api.Search;

/// <summary>In what way an answer is less than usual.</summary>
public enum SearchLimitKind
{
    /// <summary>The list is complete, but in a simpler order and without facets.</summary>
    ListedOnly,

    /// <summary>Nothing was looked for: the text, or a filter, needs the search engine. The empty page says nothing about the catalogue.</summary>
    NotSearched,
}

/// <summary>Why an answer is less than usual: the search engine cannot be asked now. It is tried again with the next request.</summary>
[Name("SearchLimit")]
public sealed class SearchLimit
{
    internal static readonly SearchLimit ListedOnly = new(SearchLimitKind.ListedOnly, new(
        "Tìm kiếm đang tạm hạn chế: danh sách vẫn đủ sản phẩm, nhưng chưa xếp hạng và lọc được như thường lệ.",
        "Search is limited for the moment: the list is complete, but cannot be ranked and narrowed as usual."));

    internal static readonly SearchLimit NotSearched = new(SearchLimitKind.NotSearched, new(
        "Tìm kiếm đang tạm hạn chế: chưa tìm được theo từ khóa hay bộ lọc này. Bạn vẫn xem được sản phẩm theo nhóm và theo huyện.",
        "Search is limited for the moment: these words or filters cannot be searched for. You can still browse by group and by district."));

    private readonly LocalizedText _message;

    private SearchLimit(SearchLimitKind kind, LocalizedText message) => (Kind, _message) = (kind, message);

    /// <summary>In what way.</summary>
    public SearchLimitKind Kind { get; }

    /// <summary>In the reader's language.</summary>
    public string Message(Ask ask) => _message.In(ask.Language);
}
