using System.Text.Json.Nodes;

namespace Marketplace.EngineTests.Search.StandIn;

/// <summary>Says of a document whether it matches, and with which score: null when it does not.</summary>
internal delegate float? Matcher(StoredDocument document);

/// <summary>The part of the query language that is used here, by our own reading of the reference. Whatever else is asked is refused.</summary>
internal static class Queries
{
    public static Matcher Read(JsonNode? node, Mapping mapping)
    {
        var (name, value) = Strict.Single(node, "query");
        switch (name)
        {
            case "match_all":
                Strict.Only(value, name);
                return _ => 1;
            case "match_none":
                Strict.Only(value, name);
                return _ => null;
            case "bool":
                return Bool(Strict.Only(value, name, "filter", "should", "must_not", "minimum_should_match"), mapping);
            case "constant_score":
                var constant = Strict.Only(value, name, "filter", "boost");
                var (filter, boost) = (Read(constant["filter"], mapping), (float)constant["boost"]!);
                return document => filter(document) is null ? null : boost;
            case "term":
                return Term(Strict.Single(value, name), mapping);
            case "terms":
                return Terms(Strict.Single(value, name), mapping);
            case "range":
                return Range(Strict.Single(value, name), mapping);
            case "match_phrase":
                return Phrase(Strict.Single(value, name), mapping, isPrefix: false);
            case "match_phrase_prefix":
                return Phrase(Strict.Single(value, name), mapping, isPrefix: true);
            case "span_near":
                return SpanNear(Strict.Only(value, name, "clauses", "slop", "in_order"), mapping);
            default:
                throw Refusal.Parsing($"unknown query [{name}]");
        }
    }

    private static Matcher Bool(JsonObject value, Mapping mapping)
    {
        var (filters, shoulds, nots) = (Several("filter"), Several("should"), Several("must_not"));
        var least = value["minimum_should_match"] is { } given ? (int)Strict.Whole(given, "minimum_should_match") : shoulds.Length > 0 && filters.Length == 0 ? 1 : 0;
        return document =>
        {
            if (Array.Exists(filters, filter => filter(document) is null) || Array.Exists(nots, not => not(document) is not null))
            {
                return null;
            }

            var (score, met) = (0f, 0);
            foreach (var should in shoulds)
            {
                if (should(document) is { } worth)
                {
                    // A float like Lucene's: above 2^24 whole numbers get lost.
                    score += worth;
                    met++;
                }
            }

            return met >= least ? score : null;
        };

        Matcher[] Several(string part) => value[part] is { } node ? [.. Strict.Array(node, part).Select(query => Read(query, mapping))] : [];
    }

    private static Matcher Term((string Field, JsonNode? Value) term, Mapping mapping)
    {
        var field = term.Field;
        mapping.Need(field, "keyword", "text", "integer_range");
        if (mapping.TypeOf(field) == "integer_range")
        {
            var day = Strict.Whole(term.Value, field);
            return document => document.Ranges.TryGetValue(field, out var ranges) && ranges.Exists(range => range.From <= day && day <= range.To) ? 1 : null;
        }

        var text = Strict.Text(term.Value, field);
        return HasAny(field, [text], mapping);
    }

    private static Matcher Terms((string Field, JsonNode? Value) terms, Mapping mapping)
    {
        mapping.Need(terms.Field, "keyword", "text");
        return HasAny(terms.Field, [.. Strict.Array(terms.Value, terms.Field).Select(value => Strict.Text(value, terms.Field))], mapping);
    }

    private static Matcher HasAny(string field, string[] values, Mapping mapping) => mapping.TypeOf(field) == "keyword"
        ? document => document.Keywords.TryGetValue(field, out var words) && Array.Exists(values, words.Contains) ? 1 : null
        : document => Array.Exists(values, value => document.HasTerm(field, value)) ? 1 : null;

    private static Matcher Range((string Field, JsonNode? Value) range, Mapping mapping)
    {
        mapping.Need(range.Field, "long");
        var ends = Strict.Only(range.Value, range.Field, "gte", "lte");
        var (from, to) = (ends["gte"] is { } least ? Strict.Whole(least, "gte") : long.MinValue, ends["lte"] is { } most ? Strict.Whole(most, "lte") : long.MaxValue);
        return document => document.Longs.TryGetValue(range.Field, out var value) && from <= value && value <= to ? 1 : null;
    }

    private static Matcher Phrase((string Field, JsonNode? Value) phrase, Mapping mapping, bool isPrefix)
    {
        var field = phrase.Field;
        mapping.Need(field, "text");
        var terms = mapping.Searched(field, Strict.Text(phrase.Value, field));
        if (terms.Length == 0)
        {
            return _ => null;
        }

        // Without terms for all beginnings the reference cuts the completions off: that is not what is wanted here.
        if (isPrefix && (mapping.PrefixesOf(field) is not { } prefixes || terms[^1].Length < prefixes.Least || terms[^1].Length > prefixes.Most))
        {
            throw Refusal.Illegal($"field [{field}] has no terms for the beginning [{terms[^1]}]");
        }

        return document =>
        {
            var starts = Places(document, 0).ToHashSet();
            for (var i = 1; i < terms.Length && starts.Count > 0; i++)
            {
                starts.IntersectWith(Places(document, i).Select(place => place - i));
            }

            return starts.Count > 0 ? 1 : null;
        };

        IEnumerable<int> Places(StoredDocument document, int i) =>
            isPrefix && i == terms.Length - 1 ? document.PlacesBeginning(field, terms[i]) : document.PlacesOf(field, terms[i]);
    }

    /// <summary>Single terms in a row, each one of several.</summary>
    private static Matcher SpanNear(JsonObject value, Mapping mapping)
    {
        if ((int?)value["slop"] != 0 || (bool?)value["in_order"] != true)
        {
            throw Refusal.Illegal("this stand-in knows [span_near] only in order and without slop");
        }

        (string Field, string[] Terms)[] spans = [.. Strict.Array(value["clauses"], "clauses").Select(Span)];
        if (spans.DistinctBy(span => span.Field).Count() != 1)
        {
            throw Refusal.Illegal("Clauses must have same field.");
        }

        return document =>
        {
            var ends = Places(document, 0).ToHashSet();
            for (var i = 1; i < spans.Length && ends.Count > 0; i++)
            {
                ends = [.. Places(document, i).Where(place => ends.Contains(place - 1))];
            }

            return ends.Count > 0 ? 1 : null;
        };

        IEnumerable<int> Places(StoredDocument document, int i) => spans[i].Terms.SelectMany(term => document.PlacesOf(spans[i].Field, term));

        (string Field, string[] Terms) Span(JsonNode? node)
        {
            var (name, inner) = Strict.Single(node, "clauses");
            switch (name)
            {
                case "span_term":
                    var (field, term) = Strict.Single(inner, name);
                    mapping.Need(field, "text");
                    return (field, [Strict.Text(term, field)]);
                case "span_or":
                    (string Field, string[] Terms)[] several = [.. Strict.Array(Strict.Only(inner, name, "clauses")["clauses"], "clauses").Select(Span)];
                    return (several.DistinctBy(one => one.Field).Single().Field, [.. several.SelectMany(one => one.Terms)]);
                default:
                    throw Refusal.Parsing($"unknown span query [{name}]");
            }
        }
    }
}
