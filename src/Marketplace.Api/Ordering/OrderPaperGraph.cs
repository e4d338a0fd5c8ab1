using GraphQL;
using Marketplace.Core.Ordering.Documents;

namespace Marketplace.Api.Ordering;

/// <summary>A paper of an order, as a PDF.</summary>
[Name("OrderPaper")]
public sealed class OrderPaperGraph
{
    private readonly string _number;
    private readonly bool _isThere;

    internal OrderPaperGraph(string number, (TradeDocumentKind Kind, bool IsThere) paper) => (_number, Kind, _isThere) = (number, paper.Kind, paper.IsThere);

    /// <summary>Which paper it is.</summary>
    public TradeDocumentKind Kind { get; }

    /// <summary>Where it is fetched, in the reader's language; a guest adds the secret of the link as <c>key</c>. Null until a producer has taken the order on, for a paper that says so.</summary>
    public string? Url(Ask ask) => _isThere ? OrderDocuments.PathOf(_number, Kind, ask.Language) : null;
}
