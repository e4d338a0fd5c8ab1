using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Lucene;

/// <summary>The words that the index holds, for corrections. Everything is looked up in the term dictionary; nothing is listed.</summary>
internal sealed class IndexWords(IndexReader reader) : IIndexWords
{
    public bool KnowsFolded(string word) => Has(DocumentFields.Folded, word);

    public bool KnowsMarked(string word) => Has(DocumentFields.Marked, word);

    public bool KnowsPair(string pair) => Has(DocumentFields.Pairs, pair);

    public bool IsShelf(string phrase) => Has(DocumentFields.Shelf, phrase);

    public bool IsNoun(string phrase) => Has(DocumentFields.Noun, phrase);

    public string? Nearest(string word) => Nearest(DocumentFields.Folded, word, TypingErrors.ShortestWord - 1);

    public string? NearestPair(Word first, Word second)
    {
        var pair = first.Folded + ' ' + second.Folded;
        var bothExist = KnowsFolded(first.Folded) && KnowsFolded(second.Folded);
        return Nearest(DocumentFields.Pairs, pair, TypingErrors.ShortestPair, meant => meant.Contains(' ', StringComparison.Ordinal) && (!bothExist || TypingErrors.MayBeSlip(pair, meant)));
    }

    public IReadOnlyList<string> Completions(Word word, bool marked)
    {
        var field = marked && word.HasMarks ? DocumentFields.Marked : DocumentFields.Folded;
        var start = marked && word.HasMarks ? word.Marked : word.Folded;
        var found = new List<string>();
        if (MultiFields.GetTerms(reader, field)?.GetEnumerator() is not { } terms || terms.SeekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END)
        {
            return found;
        }

        do
        {
            var term = terms.Term.Utf8ToString();
            if (!term.StartsWith(start, StringComparison.Ordinal) || found.Count == IIndexWords.MostCompletions)
            {
                break;
            }

            found.Add(term);
        }
        while (terms.MoveNext());
        return found;
    }

    private string? Nearest(string field, string typed, int shortest, Func<string, bool>? accepts = null)
    {
        if (MultiFields.GetTerms(reader, field) is not { } dictionary)
        {
            return null;
        }

        // The automaton visits only terms within one error; it does not walk through the dictionary.
        var terms = new FuzzyTermsEnum(dictionary, new AttributeSource(), new Term(field, typed), 1, 0, transpositions: true);
        var (best, frequency) = ((string?)null, 0);
        while (terms.MoveNext())
        {
            var term = terms.Term.Utf8ToString();
            if (terms.DocFreq > frequency && term.Length >= shortest && TypingErrors.AreOneApart(typed, term) && accepts?.Invoke(term) != false)
            {
                (best, frequency) = (term, terms.DocFreq);
            }
        }

        return best;
    }

    private bool Has(string field, string text) => reader.DocFreq(new Term(field, text)) > 0;
}
