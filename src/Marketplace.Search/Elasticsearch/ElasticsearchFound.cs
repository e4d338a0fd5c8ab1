using System.Text.Json.Nodes;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// Reads what one attempt found. The shape of the answer:
/// https://www.elastic.co/guide/en/elasticsearch/reference/8.17/search-search.html#search-search-api-response-body.
/// </summary>
/// <param name="beyond">What lies at the cursor or beyond it; null without a cursor.</param>
internal sealed class ElasticsearchFound(SearchQuery query, Attempt attempt, SearchBody body, JsonObject answer, JsonObject? beyond) : IFound
{
    public Attempt Attempt => attempt;

    public int Meant => answer["aggregations"]?[SearchBody.Meant] is { } meant ? (int)meant["doc_count"]! : Total;

    public int Total => (int)answer["hits"]!["total"]!["value"]!;

    public IReadOnlyList<FacetCounts> Facets => query.WantFacets ? FacetLists.Of(body.Selection, Counts()) : [];

    public int CountUnmarked() => (int)answer["aggregations"]![SearchBody.Unmarked]![SearchBody.Products]!["doc_count"]!;

    public PageOfFound Page()
    {
        var hits = answer["hits"]!["hits"]!.AsArray().Select(hit => new ElasticsearchHit(hit!, query, attempt)).ToList<FoundProduct>();
        var hasMore = hits.Count > body.Size;
        var isBeyond = beyond?["hits"]!["hits"]!.AsArray().Count > 0;
        hits.RemoveRange(Math.Min(hits.Count, body.Size), Math.Max(0, hits.Count - body.Size));
        if (!query.Page.Backwards)
        {
            return new PageOfFound(hits, isBeyond, hasMore);
        }

        hits.Reverse();
        return new PageOfFound(hits, hasMore, isBeyond);
    }

    private Dictionary<string, int>[] Counts()
    {
        var counts = FacetLists.NewCounts();
        for (var facet = 0; facet < counts.Length; facet++)
        {
            // Named filters come as an object, terms as a list in which each has its key.
            var buckets = answer["aggregations"]![FacetFields.Names[facet]]![SearchBody.Values]!["buckets"]!;
            var values = buckets is JsonObject named
                ? named.Select(bucket => (Value: bucket.Key, Bucket: bucket.Value!))
                : buckets.AsArray().Select(bucket => (Value: (string)bucket!["key"]!, Bucket: bucket));
            foreach (var (value, bucket) in values.Where(value => (int)value.Bucket["doc_count"]! > 0))
            {
                counts[facet][value] = (int)bucket["doc_count"]!;
            }
        }

        return counts;
    }
}

/// <summary>A product of the page, with its document beside it.</summary>
internal sealed class ElasticsearchHit(JsonNode hit, SearchQuery query, Attempt attempt) : FoundProduct
{
    private readonly ProductDocument _product = DocumentBody.Read<ProductDocument>(hit["_source"]!);
    private Evidence? _evidence;

    public override Guid Id => _product.Id;

    public override Cursor Place
    {
        get
        {
            var sort = hit["sort"]!.AsArray();
            return new Cursor(sort.Count == 1 ? 0 : WholeOf(sort[0]!.AsValue()), Convert.FromHexString((string)sort[^1]!));
        }
    }

    public override bool IsNear => attempt.Clauses.Count > 0 && ReadEvidence().Missing > 0;

    public override Evidence ReadEvidence() => _evidence ??= TextEvidence.Of(attempt.Clauses, attempt.Kind, _product, query.Today);

    public override IReadOnlyList<(string Field, string Text)> ReadTexts() =>
    [
        ("name.vi", _product.Name.Vi), ("name.en", _product.Name.En ?? ""),
        ("description.vi", _product.Description?.Vi ?? ""), ("description.en", _product.Description?.En ?? ""),
    ];

    /// <summary>A score is written as 1234.0; a time has more digits than a double.</summary>
    private static long WholeOf(JsonValue value) => value.TryGetValue<long>(out var whole) ? whole : (long)value.GetValue<double>();
}
