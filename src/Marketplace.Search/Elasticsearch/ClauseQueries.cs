using System.Text.Json.Nodes;
using Marketplace.Search.Facets;
using Marketplace.Search.Ranking;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Elasticsearch;

/// <summary>What <see cref="Evidence"/> says of one product, asked as filters. Each is true for exactly the products for which the evidence is.</summary>
internal sealed class ClauseQueries(IReadOnlyList<Clause> clauses, KindOfThing kind)
{
    private readonly int[] _required = [.. Enumerable.Range(0, clauses.Count).Where(i => !clauses[i].IsWeak)];

    public IReadOnlyList<int> Required => _required;

    /// <summary>The clause is met in that field; where all text is asked, also by a facet's value.</summary>
    public JsonObject Found(int clause, string field) => Found(clause, field, _ => true);

    public JsonObject Typed(int clause) => Found(clause, ElasticsearchFields.All, alternative => alternative.IsTyped);

    public JsonObject Marked(int clause) => Found(clause, ElasticsearchFields.All, alternative => alternative is { IsTyped: true, Form: TermForm.Marked });

    /// <summary><see cref="Evidence.IsPair"/>: the second goes on where the first ends, or both end together in one synonym.</summary>
    public JsonObject Pair(int first, int second, string field)
    {
        var (one, other) = (TextsOf(first), TextsOf(second));
        var queries = new List<JsonObject>();
        string[] words = [.. one.Where(alternative => alternative.Terms.Count == 1).Select(TermOf)];
        string[] next = [.. other.Where(alternative => alternative.Terms.Count == 1).Select(TermOf)];
        if (words.Length > 0 && next.Length > 0)
        {
            queries.Add(Query.InARow(field, words, next));
        }

        var phrases = new HashSet<string>();
        foreach (var (before, after) in one.SelectMany(before => other.Select(after => (before, after))))
        {
            if (before.Terms.Count + after.Terms.Count > 2)
            {
                phrases.Add(string.Join(' ', TermsOf(before).Concat(TermsOf(after))));
            }

            if (EndTogether(before, after) is { } together)
            {
                phrases.Add(together);
            }
        }

        return Query.Any([.. queries, .. phrases.Select(phrase => Query.Phrase(field, [phrase]))]);
    }

    /// <summary><see cref="Evidence.Kind"/> is at least 1.</summary>
    public JsonObject IsKind() => kind.Units.Length == 0 ? Query.Nothing : Query.All([.. kind.Units.Select(unit => Found(unit, ElasticsearchFields.Leading))]);

    /// <summary><see cref="Evidence.Kind"/> is 2.</summary>
    public JsonObject IsNounOfKind() => Query.Any([.. NounsOf(kind.Units), Noun(kind.Units, ElasticsearchFields.Shelf)]);

    public JsonObject IsOfKind() => kind.IsCertain ? IsKind() : kind.Units.Length == 0 ? Query.Nothing : IsNounOfKind();

    /// <summary><see cref="Evidence.NamePhrase"/> is at least 1.</summary>
    public JsonObject IsInName() => Query.Any([InARow(_required, ElasticsearchFields.NameVi), InARow(_required, ElasticsearchFields.NameEn)]);

    /// <summary><see cref="Evidence.NamePhrase"/> is 2.</summary>
    public JsonObject IsNounOfName() => Query.Any(NounsOf(_required));

    /// <summary>What an attempt finds, before any selection.</summary>
    public JsonObject Matches(int atLeast, bool needsKind)
    {
        JsonObject[] of = needsKind ? [.. kind.Units.Select(unit => Found(unit, ElasticsearchFields.All))] : [];
        var least = needsKind && kind.IsCertain ? of.Length : atLeast;
        var filters = new List<JsonObject> { Query.Term(ElasticsearchFields.Kind, ElasticsearchFields.ProductKind) };
        filters.AddRange(of);
        if (least > 0)
        {
            filters.Add(Query.AtLeast(least, All()));
        }

        if (needsKind)
        {
            filters.Add(Query.Any([Query.AtLeast(_required.Length, All()), IsOfKind()]));
        }

        return Query.All(filters);

        JsonObject[] All() => [.. _required.Select(clause => Found(clause, ElasticsearchFields.All))];
    }

    private JsonObject[] NounsOf(int[] units) => [Noun(units, ElasticsearchFields.NameVi), Noun(units, ElasticsearchFields.NameEn)];

    /// <summary>The words in a row, where the noun stands: first, and in an English name last.</summary>
    private JsonObject Noun(int[] units, string field)
    {
        if (units.Length == 0)
        {
            return Query.Nothing;
        }

        var isEnglish = field == ElasticsearchFields.NameEn;
        var edge = TextsOf(isEnglish ? units[^1] : units[0]);
        string[] words = [.. edge.Where(alternative => alternative.Terms.Count == 1).Select(TermOf)];
        var ends = edge.Where(alternative => alternative.Terms.Count > 1).Select(alternative => Query.Phrase(
            field, isEnglish ? [.. TermsOf(alternative), ElasticsearchFields.End] : [ElasticsearchFields.Start, .. TermsOf(alternative)])).ToList();
        if (words.Length > 0)
        {
            ends.Insert(0, isEnglish ? Query.InARow(field, words, [ElasticsearchFields.End]) : Query.InARow(field, [ElasticsearchFields.Start], words));
        }

        return units.Length == 1 ? Query.Any(ends) : Query.All([InARow(units, field), Query.Any(ends)]);
    }

    private JsonObject InARow(int[] units, string field) => units.Length switch
    {
        0 => Query.Nothing,
        1 => Found(units[0], field),
        _ => Query.All([.. units.Skip(1).Select((unit, i) => Pair(units[i], unit, field))]),
    };

    private JsonObject Found(int clause, string field, Func<Alternative, bool> wanted)
    {
        var alternatives = clauses[clause].Alternatives.Where(wanted).ToList();
        var queries = new List<JsonObject>();
        string[] words = [.. alternatives.Where(alternative => alternative is { Terms.Count: 1, Form: not TermForm.FacetValue }).Select(TermOf).Distinct()];
        if (words.Length > 0)
        {
            queries.Add(Query.Terms(field, words));
        }

        queries.AddRange(alternatives.Where(alternative => alternative.Terms.Count > 1).Select(alternative => Query.Phrase(field, TermsOf(alternative))));
        if (field == ElasticsearchFields.All)
        {
            queries.AddRange(alternatives.Where(alternative => alternative.Form == TermForm.FacetValue).Select(alternative =>
            {
                var (facet, value) = FacetFields.Parts(alternative.Terms[0]);
                return Query.Term(ElasticsearchFields.Facet(facet), value);
            }));
        }

        return Query.Any(queries);
    }

    private List<Alternative> TextsOf(int clause) => [.. clauses[clause].Alternatives.Where(alternative => alternative.Form != TermForm.FacetValue)];

    /// <summary>The words of the longer one when both can stand in a text so that they end at the same word.</summary>
    private static string? EndTogether(Alternative one, Alternative other)
    {
        var (longer, shorter) = one.Terms.Count >= other.Terms.Count ? (one, other) : (other, one);
        string[] terms = [.. TermsOf(longer)];
        for (var (i, j) = (terms.Length - 1, shorter.Terms.Count - 1); j >= 0; i--, j--)
        {
            var (mine, its) = (longer.Terms[i], shorter.Terms[j]);
            if (longer.Form == shorter.Form ? mine != its : longer.Form == TermForm.Marked ? VietnameseText.Fold(mine) != its : VietnameseText.Fold(its) != mine)
            {
                return null;
            }

            terms[i] = longer.Form == TermForm.Marked ? terms[i] : ElasticsearchFields.Term(its, shorter.Form);
        }

        return string.Join(' ', terms);
    }

    private static string TermOf(Alternative alternative) => ElasticsearchFields.Term(alternative.Terms[0], alternative.Form);

    private static IEnumerable<string> TermsOf(Alternative alternative) => alternative.Terms.Select(term => ElasticsearchFields.Term(term, alternative.Form));
}
