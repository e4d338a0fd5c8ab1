using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Elasticsearch;

/// <summary>The names of the fields, and how a word is written into them and looked for.</summary>
internal static class ElasticsearchFields
{
    public const string Kind = "kind";
    public const string ProductKind = "product";
    public const string ProducerKind = "producer";

    public const string NameVi = "name_vi";
    public const string NameEn = "name_en";
    public const string Shelf = "shelf";
    public const string Other = "other";

    /// <summary>Both names.</summary>
    public const string Names = "names";

    /// <summary>Names, shelf and keywords.</summary>
    public const string Leading = "leading";

    /// <summary>All that is searched.</summary>
    public const string All = "all";

    public const string Facets = "facets";
    public const string Stars = "stars";
    public const string Price = "price";
    public const string Listed = "listed";
    public const string Order = "order";
    public const string Fingerprint = "fingerprint";

    /// <summary>The document as it was given, to be read back; nothing in it is indexed.</summary>
    public const string Document = "document";

    public const string FoldedWords = "words.folded";
    public const string MarkedWords = "words.marked";
    public const string Pairs = "words.pairs";
    public const string Shelves = "words.shelf";
    public const string Nouns = "words.noun";

    /// <summary>Stand before a name's first word and after its last, so that a phrase can ask for them. No word is like them.</summary>
    public const string Start = "^";
    public const string End = "$";

    public const int MostStars = 5;

    private const char MarkedSign = '=';
    private const char Between = '|';

    /// <summary>A word as it is written: "=kẹo|keo" becomes two terms at one place, so that a phrase may mix both forms.</summary>
    public static string Written(Word word) => $"{MarkedSign}{word.Marked}{Between}{word.Folded}";

    /// <summary>A word as it is looked for.</summary>
    public static string Term(string word, TermForm form) => form == TermForm.Marked ? MarkedSign + word : word;

    public static string Facet(string name) => $"{Facets}.{name}";

    public static string StarsOf(int stars) => $"{Stars}.s{stars}";
}
