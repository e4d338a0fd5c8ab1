using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Reading;

/// <summary>The words that an index holds: what a text may have meant is decided by them.</summary>
internal interface IIndexWords
{
    bool KnowsFolded(string word);

    bool KnowsMarked(string word);

    bool KnowsPair(string pair);

    /// <summary>Whether the words in a row are a shelf's name.</summary>
    bool IsShelf(string phrase);

    /// <summary>Whether names of products begin (in English: end) with these two words.</summary>
    bool IsNoun(string phrase);

    /// <summary>The commonest word that is one typing error away.</summary>
    string? Nearest(string word);

    /// <summary>The commonest pair of neighbours that is one typing error away. Between two words that both exist not every one is taken for an error.</summary>
    string? NearestPair(Word first, Word second);

    /// <summary>Words that begin so, with the marks that were typed; in order, and no more than <see cref="MostCompletions"/>.</summary>
    IReadOnlyList<string> Completions(Word word, bool marked);

    bool Knows(Word word) => KnowsFolded(word.Folded);

    const int MostCompletions = 32;
}
