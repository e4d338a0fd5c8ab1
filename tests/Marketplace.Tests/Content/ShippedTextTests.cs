using System.Text.RegularExpressions;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Policies;
using Marketplace.Core.Programme;
using Marketplace.Data;

namespace Marketplace.Tests.Content;

/// <summary>Facts, policies and customs codes: texts that ship with the program, over the files and over the API.</summary>
public sealed partial class ShippedTextTests(MarketplaceApp app)
{
    private static readonly PolicyVersion First = new(PolicyCode.Terms, 1, new(2026, 1, 1), new("a", "a"), []);

    public static TheoryData<PolicyCode> Codes => [.. Enum.GetValues<PolicyCode>()];

    [Fact]
    public void Every_fact_has_a_date_a_source_and_both_languages()
    {
        Assert.True(ShippedTexts.Facts.Count > 50);
        Assert.Equal(ShippedTexts.Facts.Count, ShippedTexts.Facts.Select(fact => fact.Code).Distinct().Count());
        Assert.All(ShippedTexts.Facts, fact =>
        {
            Assert.Matches(Moment(), fact.AsOf);
            Assert.NotEmpty(fact.Sources);
            Assert.All(fact.Sources, source => Assert.StartsWith("http", source, StringComparison.Ordinal));
            Assert.True(IsWhole(fact.Statement) && (fact.Unit is null || IsWhole(fact.Unit)), fact.Code);
            Assert.False(fact.Value is not null && (fact.Unit is null || fact.Text is not null), fact.Code);
            Assert.All(fact.Breakdown.Keys, part => Assert.NotNull(FactParts.NameOf(part)));
        });
    }

    [Fact]
    public async Task Facts_of_a_topic_come_oldest_first_in_the_readers_language()
    {
        var data = await app.DataAsync(
            """{ programmeFacts(topics: ["ocop-products"]) { code topic asOf value text unit statement sources breakdown { code label value } } none: programmeFacts(topics: ["cars"]) { code } all: programmeFacts { code text } }""",
            language: "en");

        var facts = data["programmeFacts"]!.AsArray();
        Assert.Equal(facts.Select(fact => (string)fact!["asOf"]!).Order(StringComparer.Ordinal), facts.Select(fact => (string)fact!["asOf"]!));
        var december = facts.Single(fact => (string)fact!["code"]! == "ocop-count-2024-12")!;
        Assert.Equal((316, "products of 3 stars or more"), ((double)december["value"]!, (string?)december["unit"]));
        Assert.Equal(("households", "Households", 86), ((string?)december["breakdown"]![0]!["code"], (string?)december["breakdown"]![0]!["label"], (double)december["breakdown"]![0]!["value"]!));
        Assert.Empty(data["none"]!.AsArray());
        Assert.Equal("2882/QĐ-UBND", (string?)data["all"]!.AsArray().Single(fact => (string)fact!["code"]! == "scheme-decision")!["text"]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_policy_is_there_and_whole_in_both_languages(PolicyCode code)
    {
        var policy = ShippedTexts.Policies[code];

        Assert.All(policy.Versions, version =>
        {
            Assert.True(IsWhole(version.Title));
            Assert.NotEmpty(version.Sections);
            Assert.All(version.Sections, section =>
            {
                Assert.True(IsWhole(section.Heading));
                Assert.NotEmpty(section.Paragraphs.Concat(section.Items));
                Assert.All(section.Paragraphs.Concat(section.Items), text => Assert.True(IsWhole(text), text.Vi));
            });
        });
    }

    [Fact]
    public void A_version_ends_the_day_before_the_next_one_begins()
    {
        var second = First with { Version = 2, ValidFrom = new(2026, 7, 1) };
        var policy = new Policy([second, First]);

        Assert.Equal(new DateOnly(2026, 6, 30), policy.ValidTo(First));
        Assert.Null(policy.ValidTo(second));
        Assert.Equal(
            [null, First, First, second],
            new[] { new DateOnly(2025, 12, 31), new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 1) }.Select(policy.On));
    }

    [Fact]
    public void Versions_with_a_gap_or_in_the_wrong_order_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Policy([First, First with { Version = 3, ValidFrom = new(2026, 7, 1) }]));
        Assert.Throws<ArgumentException>(() => new Policy([First, First with { Version = 2 }]));
        Assert.Throws<ArgumentException>(() => new Policy([First with { Version = 2 }]));
    }

    [Fact]
    public async Task A_policy_is_null_before_its_first_day_and_for_a_version_that_is_not_there()
    {
        // The host's clock stands a day before the first versions begin.
        var data = await app.DataAsync("""
            { today: policy(code: TERMS) { title } ninth: policy(code: TERMS, version: 9) { title }
              first: policy(code: TERMS, version: 1) { code version title validFrom validTo current sections { heading paragraphs items } versions { version validFrom validTo } } }
            """);

        Assert.Equal((null, null), (data["today"], data["ninth"]));
        var first = data["first"]!;
        Assert.Equal(("TERMS", 1, "2026-11-23", null, false), ((string?)first["code"], (int)first["version"]!, (string?)first["validFrom"], (string?)first["validTo"], (bool)first["current"]!));
        Assert.NotEmpty(first["sections"]!.AsArray());
        Assert.Equal("2026-11-23", (string?)first["versions"]![0]!["validFrom"]);
    }

    [Fact]
    public async Task A_policy_is_in_force_from_the_midnight_of_Vietnam_on()
    {
        using var own = new MarketplaceApp();
        own.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 22, 16, 59, 59, TimeSpan.Zero));
        Assert.Null((await own.DataAsync("{ policy(code: PRIVACY) { version } }"))["policy"]);

        own.Clock.Advance(TimeSpan.FromSeconds(1));

        var policy = (await own.DataAsync("{ policy(code: PRIVACY) { version current } }"))["policy"]!;
        Assert.Equal((1, true), ((int)policy["version"]!, (bool)policy["current"]!));
    }

    [Fact]
    public void Customs_codes_stand_on_shelves_that_there_are_and_say_what_they_are_for()
    {
        Assert.Empty(HsCodes.Categories.Except(Categories.Codes));
        Assert.All(HsCodes.Categories.SelectMany(HsCodes.Of), code =>
        {
            Assert.Matches(Tariff(), code.Code);
            Assert.True(IsWhole(code.Note));
            Assert.True(code.Market is HsCodes.General or { Length: 2 });
        });
    }

    [Fact]
    public async Task A_shelf_names_its_customs_codes_with_market_and_source()
    {
        var data = await app.DataAsync(
            """{ candy: product(slug: "keo-dua-sau-rieng-dong-a") { category { hsCodes { code market marketName note source } } } rice: product(slug: "banh-trang-my-long") { category { hsCodes { code } } } }""",
            language: "en");

        var codes = data["candy"]!["category"]!["hsCodes"]!.AsArray();
        Assert.Equal(["1704.90", "1806"], codes.Select(code => (string?)code!["code"]));
        Assert.Equal(("general", "General (international)"), ((string?)codes[0]!["market"], (string?)codes[0]!["marketName"]));
        Assert.StartsWith("https://", (string?)codes[0]!["source"], StringComparison.Ordinal);
        Assert.Empty(data["rice"]!["category"]!["hsCodes"]!.AsArray());
    }

    private static bool IsWhole(LocalizedText text) => !string.IsNullOrWhiteSpace(text.Vi) && !string.IsNullOrWhiteSpace(text.En);

    [GeneratedRegex(@"^(undated|\d{4}(-\d{2}){0,2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^\d{4}(\.\d{2}){0,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tariff();
}
