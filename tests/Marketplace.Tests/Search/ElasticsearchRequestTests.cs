using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Elasticsearch;
using Marketplace.Search.Reading;
using Marketplace.Search.Vietnamese;
using static Marketplace.Tests.Search.SmallIndex;

namespace Marketplace.Tests.Search;

/// <summary>What is sent to Elasticsearch, as files that a reviewer reads and that anybody can send by hand.</summary>
public sealed class ElasticsearchRequestTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchVocabulary Places = new([new VocabularyTerm(FacetNames.District, "cho-lach", [new LocalizedText("Chợ Lách", "Cho Lach")])]);

    public static TheoryData<string, string?, ProductSort, bool> Searches => new()
    {
        { "browse", null, ProductSort.Relevance, false },
        { "words-with-marks", "kẹo dừa sầu riêng", ProductSort.Relevance, false },
        { "words-without-marks", "keo dua", ProductSort.Relevance, false },
        { "weak-words", "mua kẹo dừa 500g", ProductSort.Relevance, false },
        { "synonyms", "đậu phộng rang", ProductSort.Relevance, false },
        { "place", "cây giống chợ lách", ProductSort.Relevance, false },
        { "stars", "kẹo 4 sao", ProductSort.Stars, false },
        { "last-page-by-price", "kẹo", ProductSort.PriceAsc, true },
        { "newest", null, ProductSort.Newest, false },
        { "name", null, ProductSort.Name, false },
    };

    [Fact]
    public void An_index_is_made_with_its_mapping() => IsAsBefore("mapping", WithoutPlatform(ElasticsearchMapping.Body(new JsonObject { ["number_of_shards"] = 1 }, new JsonObject { ["sequence"] = 7 })));

    [Fact]
    public void A_product_is_written_with_every_field()
    {
        var product = Product(1, "Kẹo dừa", new StarPeriod(4, Today, Today.AddDays(30))) with
        {
            Name = new LocalizedText("Kẹo dừa", "Coconut candy"),
            Category = new LocalizedText("Kẹo dừa", "Coconut candy"),
            Keywords = ["kẹo Bến Tre"],
            DistrictCode = "cho-lach",
            DistrictName = new LocalizedText("Chợ Lách"),
            ProducerKind = ProducerKind.Cooperative,
            Certifications = ["gi", "vietgap"],
            PriceFrom = 45_000,
            Description = new LocalizedText("Kẹo dẻo, thơm."),
        };

        IsAsBefore("product", WithoutPlatform(DocumentBody.Of(product)));
    }

    [Fact]
    public void A_producer_is_written_with_its_name() =>
        IsAsBefore("producer", WithoutPlatform(DocumentBody.Of(new ProducerDocument(Id(2)) { Slug = "dong-a", Name = new LocalizedText("Đông Á", "Dong A"), ProductCount = 3 })));

    [Theory]
    [MemberData(nameof(Searches))]
    public void A_search_is_asked_as_before(string name, string? text, ProductSort sort, bool backwards)
    {
        var query = QueryOf(text, sort) with { Page = new PageRequest(20, Backwards: backwards), WantFacets = name == "browse" };

        IsAsBefore(name, new SearchBody(query, AttemptOf(query)).Page());
    }

    [Fact]
    public void A_filter_is_set_beside_the_text_so_that_each_facet_can_leave_its_own_out()
    {
        var filter = new ProductFilter { Districts = ["cho-lach", "ben-tre"], Groups = ["food"], Certified = true, PriceMin = 50_000 };
        var query = QueryOf("kẹo 4 sao", ProductSort.Relevance) with { Filter = filter, WantFacets = true };

        IsAsBefore("filters-and-facets", new SearchBody(query, AttemptOf(query)).Page());
    }

    [Fact]
    public void Products_that_lack_a_word_must_be_the_kind_of_thing()
    {
        var query = QueryOf("kẹo dừa sầu riêng", ProductSort.Relevance);

        IsAsBefore("near", new SearchBody(query, AttemptOf(query) with { AtLeast = 2, NeedsKind = true, Unmarked = null }).Page());
    }

    [Fact]
    public void A_half_typed_word_is_asked_with_its_completions()
    {
        var query = QueryOf("kẹo d", ProductSort.Relevance);
        var attempt = AttemptOf(query);

        IsAsBefore("completed", new SearchBody(query, attempt with { Clauses = ClauseList.Of(attempt.Reading, marked: false, ["dau", "dua"]), Unmarked = null }).Page());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_page_is_asked_from_a_place_and_whether_there_is_anything_on_its_other_side(bool backwards)
    {
        var place = new Cursor(45_000, [.. Enumerable.Range(1, 20).Select(number => (byte)number)]);
        var query = QueryOf(null, ProductSort.PriceDesc) with { Page = new PageRequest(10, place.Encode(ProductSort.PriceDesc), backwards) };
        var body = new SearchBody(query, AttemptOf(query));

        IsAsBefore(backwards ? "page-before" : "page-after", new JsonObject { ["page"] = body.Page(), ["beyond"] = body.BeyondCursor() });
    }

    [Fact]
    public void Names_are_completed_from_every_word() => IsAsBefore("names", ElasticsearchNames.Body(new NameQuery(["kẹo", "du"], 32, Today), ElasticsearchFields.ProductKind));

    [Fact]
    public void Many_words_are_looked_up_at_once()
    {
        var words = new AskedWords();
        _ = KindOfThing.In(QueryReader.Read("kẹo dừa gừng", Places, understand: true), words);
        _ = words.Completions(Word.Of("kẹ"), marked: true);

        IsAsBefore("words", words.Unanswered()!);
    }

    [Fact]
    public void A_typing_error_is_looked_up_by_all_that_is_one_slip_away()
    {
        var words = new AskedWords();
        _ = words.Nearest("riegn");

        IsAsBefore("typing-error", words.Unanswered()!);
    }

    private static SearchQuery QueryOf(string? text, ProductSort sort) => Query(text, sort: sort) with { Vocabulary = Places };

    private static Attempt AttemptOf(SearchQuery query)
    {
        var reading = QueryReader.Read(query.Text, query.Vocabulary, query.Understand);
        var clauses = ClauseList.Of(reading, marked: reading.HasMarks);
        return new Attempt(reading, clauses, KindOfThing.In(reading, new OneShelf()), clauses.Count(clause => !clause.IsWeak))
        {
            Unmarked = reading.HasMarks ? ClauseList.Of(reading, marked: false) : null,
        };
    }

    private static void IsAsBefore(string name, JsonObject body) => Snapshot.Matches($"elasticsearch/{name}.json", body.ToJsonString(Readable) + "\n");

    /// <summary>Keys of the alphabet's order are the platform's own.</summary>
    private static JsonObject WithoutPlatform(JsonObject body)
    {
        if (body.ContainsKey(ElasticsearchFields.Order))
        {
            body[ElasticsearchFields.Order] = "…";
        }

        if (body["mappings"]?["_meta"] is JsonObject notes)
        {
            notes["format"] = "…";
        }

        return body;
    }

    private sealed class OneShelf : IIndexWords
    {
        public bool KnowsFolded(string word) => false;

        public bool KnowsMarked(string word) => false;

        public bool KnowsPair(string pair) => false;

        public bool IsShelf(string phrase) => phrase is "kẹo dừa" or "keo dua";

        public bool IsNoun(string phrase) => false;

        public string? Nearest(string word) => null;

        public string? NearestPair(Word first, Word second) => null;

        public IReadOnlyList<string> Completions(Word word, bool marked) => [];
    }
}
