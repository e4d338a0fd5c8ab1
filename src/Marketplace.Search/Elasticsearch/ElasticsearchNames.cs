using System.Text.Json.Nodes;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Finds names by the beginnings of their words: products and producers in one request.</summary>
internal sealed class ElasticsearchNames(ElasticsearchQuestions questions, CancellationToken cancellationToken) : INameEngine
{
    /// <summary>Nobody types further before choosing; of a longer word so much is looked for.</summary>
    public const int LongestPrefix = 10;

    private const int MostNames = 100;

    public async ValueTask<(IReadOnlyList<FoundName> Products, IReadOnlyList<FoundName> Producers)> NamedAsync(NameQuery query)
    {
        var answers = await questions.AskAsync([Body(query, ElasticsearchFields.ProductKind), Body(query, ElasticsearchFields.ProducerKind)], cancellationToken);
        return (
            Read<ProductDocument>(answers[0], product => new FoundName(product.Name, product.Slug, product.Stars.FirstOrDefault(period => period.Holds(query.Today)).Stars)),
            Read<ProducerDocument>(answers[1], producer => new FoundName(producer.Name, producer.Slug, 0)));
    }

    /// <remarks>https://www.elastic.co/guide/en/elasticsearch/reference/8.17/query-dsl-match-query-phrase-prefix.html: with index_prefixes nothing is cut off.</remarks>
    internal static JsonObject Body(NameQuery query, string kind)
    {
        string[] terms = [.. query.Words.Select((word, i) => TermOf(word, isLast: i == query.Words.Count - 1))];
        var begins = Query.Worth(Completed([ElasticsearchFields.Start, .. terms]), ElasticsearchFields.MostStars + 1);
        var stars = Enumerable.Range(1, ElasticsearchFields.MostStars).Select(least => Query.Worth(SelectionQueries.HasStars(query.Today.DayNumber, least), 1));
        return new JsonObject
        {
            ["size"] = Math.Clamp(query.Most, 1, MostNames),
            ["_source"] = new JsonArray(ElasticsearchFields.Document),
            ["track_total_hits"] = false,
            ["query"] = new JsonObject
            {
                ["bool"] = new JsonObject
                {
                    ["filter"] = new JsonArray(Query.Term(ElasticsearchFields.Kind, kind), Completed(terms)),
                    ["should"] = new JsonArray([begins, .. kind == ElasticsearchFields.ProductKind ? stars : []]),
                },
            },
            ["sort"] = new JsonArray(
                new JsonObject { ["_score"] = new JsonObject { ["order"] = "desc" } },
                new JsonObject { [ElasticsearchFields.Order] = new JsonObject { ["order"] = "asc" } }),
        };
    }

    private static JsonObject Completed(IEnumerable<string> terms) => new() { ["match_phrase_prefix"] = new JsonObject { [ElasticsearchFields.Names] = string.Join(' ', terms) } };

    private static string TermOf(string word, bool isLast)
    {
        // What has no marks is looked for without them, whatever stands in the name.
        var term = isLast && word.Length > LongestPrefix ? word[..LongestPrefix] : word;
        return ElasticsearchFields.Term(term, VietnameseText.Fold(term) == term ? TermForm.Folded : TermForm.Marked);
    }

    private static List<FoundName> Read<T>(JsonObject answer, Func<T, FoundName> read)
        where T : IndexDocument =>
        [.. answer["hits"]!["hits"]!.AsArray().Select(hit => read(DocumentBody.Read<T>(hit!["_source"]!)))];
}
