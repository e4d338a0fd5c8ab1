using System.Text.Json.Nodes;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Elasticsearch;

/// <summary>
/// The words of the index as far as they have been asked for. What is not known yet is answered as if it were not there and
/// noted; the question is put again when the answers have come. Questions that cost many candidates wait for the cheap ones.
/// </summary>
internal sealed class AskedWords : IIndexWords
{
    private const int LongestJoined = 40;
    private const int ShortestJoined = 4;
    private const int ShortestPart = 2;

    /// <summary>Looks for typing errors in one request.</summary>
    private const int MostNearest = 8;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Dictionary<string, Dictionary<string, int>> _counts = [];
    private readonly Dictionary<string, HashSet<string>> _asked = [];
    private readonly Dictionary<(string Field, string Start), List<string>> _completions = [];
    private readonly HashSet<(string Field, string Typed)> _nearest = [];
    private (string Field, string Start)? _completion;
    private bool _isDeferred;

    public bool KnowsFolded(string word)
    {
        var isKnown = Has(ElasticsearchFields.FoldedWords, word);
        if (!isKnown && word.Length is >= ShortestJoined and <= LongestJoined)
        {
            // Should it not be there, its parts will be asked for next.
            foreach (var part in from start in Enumerable.Range(0, word.Length - 1) from length in Enumerable.Range(ShortestPart, word.Length - start - 1) select word.Substring(start, length))
            {
                Has(ElasticsearchFields.FoldedWords, part);
            }
        }

        return isKnown;
    }

    public bool KnowsMarked(string word) => Has(ElasticsearchFields.MarkedWords, word);

    public bool KnowsPair(string pair) => Has(ElasticsearchFields.Pairs, pair);

    public bool IsShelf(string phrase) => Has(ElasticsearchFields.Shelves, phrase);

    public bool IsNoun(string phrase) => Has(ElasticsearchFields.Nouns, phrase);

    public string? Nearest(string word) => Nearest(ElasticsearchFields.FoldedWords, word, TypingErrors.ShortestWord - 1, _ => true);

    public string? NearestPair(Word first, Word second)
    {
        var pair = first.Folded + ' ' + second.Folded;
        var bothExist = KnowsFolded(first.Folded) && KnowsFolded(second.Folded);
        return Nearest(
            ElasticsearchFields.Pairs, pair, TypingErrors.ShortestPair, meant => meant.Contains(' ', StringComparison.Ordinal) && (!bothExist || TypingErrors.MayBeSlip(pair, meant)));
    }

    public IReadOnlyList<string> Completions(Word word, bool marked)
    {
        var key = marked && word.HasMarks ? (ElasticsearchFields.MarkedWords, word.Marked) : (ElasticsearchFields.FoldedWords, word.Folded);
        if (_completions.TryGetValue(key, out var known))
        {
            return known;
        }

        _completion = key;
        return [];
    }

    /// <summary>The request for what was looked at and not known; null when there was nothing.</summary>
    public JsonObject? Unanswered()
    {
        if (_asked.Count == 0 && _completion is null)
        {
            return _isDeferred ? throw new InvalidOperationException("A question waits for none.") : null;
        }

        var aggregations = new JsonObject();
        foreach (var (field, words) in _asked)
        {
            aggregations[field] = Aggregate(new JsonObject { ["field"] = field, ["include"] = Query.ArrayOf(words), ["size"] = words.Count });
        }

        if (_completion is { } completion)
        {
            // Words are letters and digits: nothing in them has a meaning in a pattern.
            var order = new JsonObject { ["_key"] = "asc" };
            aggregations["completions"] = Aggregate(
                new JsonObject { ["field"] = completion.Field, ["include"] = completion.Start + ".*", ["order"] = order, ["size"] = IIndexWords.MostCompletions });
        }

        _isDeferred = false;
        return new JsonObject { ["size"] = 0, ["track_total_hits"] = false, ["aggs"] = aggregations };
    }

    /// <summary>Reads https://www.elastic.co/guide/en/elasticsearch/reference/8.17/search-aggregations-bucket-terms-aggregation.html.</summary>
    public void Learn(JsonObject answer)
    {
        foreach (var (field, words) in _asked)
        {
            var counts = CountsOf(field);
            foreach (var word in words)
            {
                counts[word] = 0;
            }

            foreach (var bucket in Buckets(answer, field))
            {
                counts[(string)bucket!["key"]!] = (int)bucket["doc_count"]!;
            }
        }

        if (_completion is { } completion)
        {
            _completions[completion] = [.. Buckets(answer, "completions").Select(bucket => (string)bucket!["key"]!)];
        }

        _asked.Clear();
        _nearest.Clear();
        _completion = null;
    }

    private static JsonObject Aggregate(JsonObject terms) => new() { ["terms"] = terms };

    private static JsonArray Buckets(JsonObject answer, string name) => answer["aggregations"]![name]!["buckets"]!.AsArray();

    private bool Has(string field, string text)
    {
        if (CountsOf(field).TryGetValue(text, out var count))
        {
            return count > 0;
        }

        Ask(field, text);
        return false;
    }

    private string? Nearest(string field, string typed, int shortest, Func<string, bool> accepts)
    {
        var counts = CountsOf(field);
        var candidates = Candidates(typed).Where(meant => meant.Length >= shortest && TypingErrors.AreOneApart(typed, meant)).ToHashSet();
        if (candidates.All(counts.ContainsKey))
        {
            return candidates.Where(meant => counts[meant] > 0 && accepts(meant)).OrderByDescending(meant => counts[meant]).ThenBy(meant => meant, StringComparer.Ordinal).FirstOrDefault();
        }

        if (_asked.Count > 0 && (_nearest.Count == 0 || _nearest.Count == MostNearest))
        {
            _isDeferred = true;
            return null;
        }

        _nearest.Add((field, typed));
        foreach (var candidate in candidates.Where(meant => !counts.ContainsKey(meant)))
        {
            Ask(field, candidate);
        }

        return null;
    }

    /// <summary>All that is one slip away.</summary>
    private static IEnumerable<string> Candidates(string typed)
    {
        for (var at = 0; at <= typed.Length; at++)
        {
            foreach (var letter in Letters)
            {
                yield return typed.Insert(at, $"{letter}");
            }

            if (at == typed.Length)
            {
                yield break;
            }

            yield return typed.Remove(at, 1);
            if (at + 1 < typed.Length)
            {
                yield return $"{typed[..at]}{typed[at + 1]}{typed[at]}{typed[(at + 2)..]}";
            }

            foreach (var letter in Letters)
            {
                yield return $"{typed[..at]}{letter}{typed[(at + 1)..]}";
            }
        }
    }

    private Dictionary<string, int> CountsOf(string field) => _counts.TryGetValue(field, out var counts) ? counts : _counts[field] = [];

    private void Ask(string field, string text)
    {
        if (!_asked.TryGetValue(field, out var words))
        {
            _asked[field] = words = [];
        }

        words.Add(text);
    }
}
