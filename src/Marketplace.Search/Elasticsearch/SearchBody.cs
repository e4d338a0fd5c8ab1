using System.Text.Json.Nodes;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Facets;

namespace Marketplace.Search.Elasticsearch;

/// <summary>The request for one attempt: https://www.elastic.co/guide/en/elasticsearch/reference/8.17/search-search.html.</summary>
internal sealed class SearchBody
{
    public const string Meant = "meant";
    public const string Unmarked = "unmarked";
    public const string Products = "products";
    public const string Values = "values";

    /// <summary>More values than any facet has; a terms aggregation that holds them all counts exactly.</summary>
    private const int MostValues = 1000;

    /// <summary>A whole number that JSON carries exactly and no price reaches; what has no price stands there.</summary>
    private const long Dearest = (1L << 53) - 1;

    private readonly SearchQuery _query;
    private readonly Attempt _attempt;
    private readonly FacetSelection _selection;
    private readonly Cursor? _cursor;

    public SearchBody(SearchQuery query, Attempt attempt)
    {
        (_query, _attempt) = (query, attempt);
        _selection = FacetSelection.Of(query.Filter, attempt.Reading.Selection);
        _cursor = query.Page.Cursor is { } cursor ? Cursor.Decode(cursor, query.Sort) : null;
        Size = Math.Clamp(query.Page.Size, 1, 100);
        Score = IsScored ? _attempt.Clauses.Count > 0 && query.Sort == ProductSort.Relevance ? ExactScore.Of(attempt, Day) : ExactScore.OfStars(Day) : null;
    }

    public FacetSelection Selection => _selection;

    public int Size { get; }

    public bool HasCursor => _cursor is not null;

    /// <summary>Null where another value than the score is sorted by.</summary>
    public ExactScore? Score { get; }

    private int Day => _query.Today.DayNumber;

    private bool IsScored => _query.Sort is ProductSort.Relevance or ProductSort.Stars;

    public JsonObject Page()
    {
        var body = new JsonObject
        {
            ["size"] = Size + 1,
            ["_source"] = new JsonArray(ElasticsearchFields.Document),
            ["track_total_hits"] = _query.WantTotal || _attempt.Unmarked is not null ? true : SearchRun.FewHits,
            ["query"] = Matching(),
            ["sort"] = Sort(_query.Page.Backwards),
        };
        if (_cursor is { } cursor)
        {
            body["search_after"] = After(cursor.Primary, Convert.ToHexString(cursor.Order));
        }

        if (_selection.Active != 0)
        {
            body["post_filter"] = SelectionQueries.Of(_selection, _query.Today);
        }

        if (Aggregations() is { Count: > 0 } aggregations)
        {
            body["aggs"] = aggregations;
        }

        return body;
    }

    /// <summary>Whether anything lies at the cursor or beyond it, as seen from the page.</summary>
    public JsonObject BeyondCursor()
    {
        // Places that lie beside every product's: behind this one, or just before it.
        var order = Convert.ToHexString(_cursor!.Value.Order);
        var beside = _query.Page.Backwards ? $"{order[..^1]}{(char)(order[^1] - 1)}~" : order + "~";
        var body = new JsonObject
        {
            ["size"] = 1,
            ["_source"] = false,
            ["track_total_hits"] = false,
            ["query"] = Matching(),
            ["sort"] = Sort(!_query.Page.Backwards),
            ["search_after"] = After(_cursor.Value.Primary, beside),
        };
        if (_selection.Active != 0)
        {
            body["post_filter"] = SelectionQueries.Of(_selection, _query.Today);
        }

        return body;
    }

    private JsonObject Matching()
    {
        var matches = new ClauseQueries(_attempt.Clauses, _attempt.Kind).Matches(_attempt.AtLeast, _attempt.NeedsKind);
        return Score is null
            ? new() { ["bool"] = new JsonObject { ["filter"] = new JsonArray(matches) } }
            : new() { ["bool"] = new JsonObject { ["filter"] = new JsonArray(matches), ["should"] = new JsonArray([.. Score.Queries]) } };
    }

    /// <summary>The order of the names decides last, and it ends in the id: no two products stand in one place.</summary>
    private JsonArray Sort(bool backwards)
    {
        var (up, down) = backwards ? ("desc", "asc") : ("asc", "desc");
        JsonObject[] primary = _query.Sort switch
        {
            ProductSort.Name => [],
            ProductSort.PriceAsc => [By(ElasticsearchFields.Price, up, Dearest)],
            ProductSort.PriceDesc => [By(ElasticsearchFields.Price, down, -1)],
            ProductSort.Newest => [By(ElasticsearchFields.Listed, down)],
            _ => [By("_score", down)],
        };
        return [.. primary, By(ElasticsearchFields.Order, up)];
    }

    private JsonArray After(long primary, string order) => _query.Sort == ProductSort.Name ? [order] : [primary, order];

    private static JsonObject By(string field, string direction, long? missing = null)
    {
        var sort = new JsonObject { ["order"] = direction };
        if (missing is { } value)
        {
            sort["missing"] = value;
        }

        return new() { [field] = sort };
    }

    private JsonObject Aggregations()
    {
        var aggregations = new JsonObject();
        if (_selection.Active != 0)
        {
            // What the text selects belongs to its meaning, what the filter selects does not.
            aggregations[Meant] = Filtered(SelectionQueries.Of(FacetSelection.Of(ProductFilter.None, _attempt.Reading.Selection), _query.Today));
        }

        if (_attempt.Unmarked is { } unmarked)
        {
            var queries = new ClauseQueries(unmarked, Reading.KindOfThing.Unknown);
            var filter = Query.All([queries.Matches(queries.Required.Count, needsKind: false), SelectionQueries.Of(_selection, _query.Today)]);
            aggregations[Unmarked] = new JsonObject { ["global"] = new JsonObject(), ["aggs"] = new JsonObject { [Products] = Filtered(filter) } };
        }

        for (var facet = 0; facet < FacetFields.Counted && _query.WantFacets; facet++)
        {
            var counted = Filtered(SelectionQueries.Of(_selection, _query.Today, except: facet));
            counted["aggs"] = new JsonObject { [Values] = FacetFields.Names[facet] == FacetNames.Stars ? StarCounts() : Counts(facet) };
            aggregations[FacetFields.Names[facet]] = counted;
        }

        return aggregations;
    }

    private static JsonObject Filtered(JsonObject filter) => new() { ["filter"] = filter };

    private static JsonObject Counts(int facet) =>
        new() { ["terms"] = new JsonObject { ["field"] = ElasticsearchFields.Facet(FacetFields.Names[facet]), ["size"] = MostValues } };

    private JsonObject StarCounts()
    {
        var filters = Enumerable.Range(1, ElasticsearchFields.MostStars).Select(stars => KeyValuePair.Create($"{stars}", (JsonNode?)SelectionQueries.Shows(Day, stars)));
        return new() { ["filters"] = new JsonObject { ["filters"] = new JsonObject(filters) } };
    }
}
