using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Listings;

/// <summary>From a registration to a product that buyers find, and what must not happen on the way, over HTTP.</summary>
public sealed class ListingApiTests : IDisposable
{
    private const string Fields = "listing { id version state live slug content { name { vi } } liveContent { name { vi } } differences { field before after } claims { words kind backed forbidden } allowed }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;

    public ListingApiTests() => _people = new People(_app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_a_registration_to_a_product_that_buyers_find(bool byMachines)
    {
        var maker = await _people.RegisterAsync("htx@example.com");
        var organisation = (await maker.DoAsync("createOrganisation", new { kind = "PRODUCER", name = "Hợp tác xã Cồn Ốc", form = "COOPERATIVE", districtCode = "giong-trom" }, "organisation { id }"))["organisation"]!;
        Assert.Equal(["NOT_YET_VERIFIED"], await maker.ProblemsAsync("saveListing", Draft()));

        var officer = await _people.OfficerAsync();
        if (byMachines)
        {
            (maker, officer) = (await _people.MachineWithAsync(maker, "LISTINGS", "STOCK"), await _people.MachineOfAsync(await _people.OfficeAsync(), "OFFICE"));
        }

        var waiting = (await officer.DataAsync("{ unverifiedOrganisations { id name } }"))["unverifiedOrganisations"]!.AsArray();
        Assert.Contains("Hợp tác xã Cồn Ốc", waiting.Select(one => (string?)one!["name"]));
        Assert.Empty(await officer.ProblemsAsync("verifyOrganisation", new { organisation = (string)organisation["id"]! }));

        var draft = (await maker.DoAsync("saveListing", Draft(), Fields))["listing"]!;
        Assert.Equal(("DRAFT", "NONE", "bot-dua-con-oc"), ((string?)draft["state"], (string?)draft["live"], (string?)draft["slug"]));
        Assert.DoesNotContain((await SearchAsync("bột dừa cồn ốc"))["nodes"]!.AsArray(), node => (string?)node!["slug"] == "bot-dua-con-oc");

        var url = (string)(await maker.DoAsync("requestPictureUpload", new { listing = (string)draft["id"]!, alt = new { vi = "Túi bột dừa" } }, "url"))["url"]!;
        Assert.Equal(201, (await PutAsync(url, Pictures.Samples.Jpeg(800, 600))).Status);
        var submitted = (await maker.DoAsync("submitListing", Seen(draft), Fields))["listing"]!;
        var queue = (await officer.DataAsync("{ reviewQueue { total nodes { id version differences { field } } } }"))["reviewQueue"]!;
        Assert.Equal(1, (int)queue["total"]!);
        Assert.Empty(await officer.ProblemsAsync("approveListing", Seen(queue["nodes"]![0]!)));
        var offer = await maker.DoAsync("saveOffer", new { listing = (string)submitted["id"]!, pack = new { vi = "Túi 500 g" }, unit = new { vi = "túi" }, stock = 40, priceTiers = new[] { new { minimum = 1, unitPrice = 55_000 } } }, "offer { sku stock }");
        Assert.Equal(40, (int)offer["offer"]!["stock"]!);
        await _app.CaughtUpAsync();

        var found = (await SearchAsync("bot dua con oc"))["nodes"]![0]!;
        Assert.Equal(("bot-dua-con-oc", "Hợp tác xã Cồn Ốc", 55_000, "Túi bột dừa"), ((string?)found["slug"], (string?)found["producer"]!["name"], (int)found["offers"]![0]!["price"]!["amount"]!, (string?)found["images"]![0]!["alt"]));
    }

    [Fact]
    public async Task The_live_text_stays_until_the_new_one_is_approved()
    {
        var (maker, listing) = await OwnListingAsync();
        var live = (string)listing["liveContent"]!["name"]!["vi"]!;

        var changed = (await maker.DoAsync("saveListing", Draft(listing, name: "Kẹo dừa tên mới"), Fields))["listing"]!;

        Assert.Equal(("DRAFT", live, "Kẹo dừa tên mới"), ((string?)changed["state"], (string?)changed["liveContent"]!["name"]!["vi"], (string?)changed["content"]!["name"]!["vi"]));
        Assert.Equal(live, (string?)(await _app.DataAsync($$"""{ product(slug: "{{(string)listing["slug"]!}}") { name } }"""))["product"]!["name"]);
        var back = (await maker.DoAsync("discardListing", Seen(changed), Fields))["listing"]!;
        Assert.Equal(("APPROVED", live), ((string?)back["state"], (string?)back["content"]!["name"]!["vi"]));
    }

    [Fact]
    public async Task Of_two_who_edit_one_listing_the_second_is_told_and_overwrites_nothing()
    {
        var (maker, listing) = await OwnListingAsync();
        var draft = (await maker.DoAsync("saveListing", Draft(listing, name: "Của người thứ nhất"), Fields))["listing"]!;
        Assert.Empty(await maker.ProblemsAsync("saveListing", Draft(draft, name: "Của người thứ hai")));

        var refused = await maker.DoAsync("saveListing", Draft(draft, name: "Của người thứ ba"), Fields);

        Assert.Equal("CHANGED_MEANWHILE", (string?)refused["problems"]![0]!["code"]);
        Assert.Equal("Của người thứ hai", (string?)refused["listing"]!["content"]!["name"]!["vi"]);
    }

    [Fact]
    public async Task A_listing_goes_back_with_reasons_and_comes_again()
    {
        var (maker, listing) = await OwnListingAsync();
        var officer = await _people.OfficerAsync();
        var draft = (await maker.DoAsync("saveListing", Draft(listing), Fields))["listing"]!;
        var submitted = (await maker.DoAsync("submitListing", Seen(draft), Fields))["listing"]!;
        Assert.Equal(["WITHDRAW_FIRST"], await maker.ProblemsAsync("saveListing", Draft(submitted)));
        Assert.Equal(["MISSING"], await officer.ProblemsAsync("returnListing", new { listing = (string)submitted["id"]!, version = (int)submitted["version"]!, reasons = Array.Empty<object>() }));

        Assert.Empty(await officer.ProblemsAsync("returnListing", new { listing = (string)submitted["id"]!, version = (int)submitted["version"]!, reasons = new[] { new { field = "description.vi", text = "Ghi rõ khối lượng tịnh." } } }));

        var today = (await maker.DataAsync("{ workspace { today { returned { id version reasons { field text } } } } }"))["workspace"]!["today"]!;
        Assert.Equal("Ghi rõ khối lượng tịnh.", (string?)today["returned"]![0]!["reasons"]![0]!["text"]);
        Assert.Empty(await maker.ProblemsAsync("submitListing", Seen(today["returned"]![0]!)));
    }

    [Fact]
    public async Task Stars_that_no_certificate_backs_cannot_be_handed_in()
    {
        var organisation = await _people.OrganisationAsync(OrganisationKind.Producer, producerId: await ProducerAsync("co-so-du-xuan"));
        var maker = await _people.MemberAsync(organisation, MemberRole.Editor);
        var draft = (await maker.DoAsync("saveListing", new { name = new { vi = "Bánh kẹp OCOP 5 sao" }, description = new { vi = "Chữa bệnh mất ngủ" }, category = "coconut-candy", group = "food" }, Fields));
        Assert.Empty(draft["problems"]!.AsArray());
        var first = draft["listing"]!;
        Assert.Contains(first["claims"]!.AsArray(), claim => (bool)claim!["forbidden"]!);

        Assert.Contains("NOT_BACKED", await maker.ProblemsAsync("submitListing", Seen(first)));
    }

    [Fact]
    public async Task A_paused_product_is_out_of_sight_and_comes_back()
    {
        var (maker, listing) = await OwnListingAsync();
        var slug = (string)listing["slug"]!;
        var paused = (await maker.DoAsync("pauseListing", Seen(listing), Fields))["listing"]!;
        await _app.CaughtUpAsync();
        Assert.Null((await _app.DataAsync($$"""{ product(slug: "{{slug}}") { name } }"""))["product"]);

        Assert.Empty(await maker.ProblemsAsync("resumeListing", Seen(paused)));
        await _app.CaughtUpAsync();
        Assert.NotNull((await _app.DataAsync($$"""{ product(slug: "{{slug}}") { name } }"""))["product"]);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_a_listing_or_an_offer_of_another_producer()
    {
        var (_, listing) = await OwnListingAsync();
        var stranger = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: await ProducerAsync("co-so-du-xuan")));

        Assert.Null((await stranger.DataAsync("query($id: ID!) { workspace { listing(id: $id) { id } } }", new { id = (string)listing["id"]! }))["workspace"]!["listing"]);
        foreach (var step in new[] { "submitListing", "pauseListing", "archiveListing", "discardListing", "withdrawListing", "resumeListing", "restoreListing" })
        {
            Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync(step, Seen(listing)));
        }

        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("saveListing", Draft(listing)));
        var offer = (string)(await _app.DataAsync($$"""{ product(slug: "{{(string)listing["slug"]!}}") { offers { id } } }"""))["product"]!["offers"]![0]!["id"]!;
        Assert.Equal(["UNKNOWN"], await stranger.ProblemsAsync("updateStock", new { rows = new[] { new { offer, version = 0, stock = 1 } } }));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("saveOffer", new { offer, stock = 1, priceTiers = new[] { new { minimum = 1, unitPrice = 1 } } }));
    }

    [Fact]
    public async Task Stock_and_prices_of_everything_change_at_once_or_every_fault_is_named()
    {
        var (maker, _) = await OwnListingAsync();
        var lines = (await maker.DataAsync("{ workspace { stock { id version stock unitPrice } } }"))["workspace"]!["stock"]!.AsArray();
        Assert.True(lines.Count > 1);
        object Row(JsonNode line, int stock) => new { offer = (string)line["id"]!, version = (int)line["version"]!, stock };

        var refused = await maker.DoAsync("updateStock", new { rows = new[] { Row(lines[0]!, 7), Row(lines[1]!, -3) } }, "applied");
        Assert.Equal(("OUT_OF_RANGE", "rows.1.stock"), ((string?)refused["problems"]![0]!["code"], string.Join('.', refused["problems"]![0]!["path"]!.AsArray().Select(part => (string)part!))));
        Assert.Empty(refused["applied"]!.AsArray());

        var kept = await maker.DoAsync("updateStock", new { policy = "KEEP_GOOD_ROWS", rows = new[] { Row(lines[0]!, 7), Row(lines[1]!, -3) } }, "applied");
        Assert.Equal([0], kept["applied"]!.AsArray().Select(row => (int)row!));
        var after = (await maker.DataAsync("{ workspace { stock { id stock } } }"))["workspace"]!["stock"]!.AsArray();
        Assert.Equal((7, (int)lines[1]!["stock"]!), ((int)after[0]!["stock"]!, (int)after[1]!["stock"]!));
        await _app.WithAsync(async db => Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "updateStock", Stop)));
    }

    [Fact]
    public async Task A_picture_is_sent_by_its_producer_alone_and_seen_with_the_product()
    {
        var (maker, listing) = await OwnListingAsync();
        var slug = (string)listing["slug"]!;
        var url = (string)(await maker.DoAsync("requestPictureUpload", new { listing = (string)listing["id"]!, alt = new { vi = "Hộp kẹo" } }, "url"))["url"]!;

        var (status, refused) = await PutAsync(url, "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"u8.ToArray());
        Assert.Equal((422, "PICTURE_KIND_REFUSED"), (status, (string?)refused["problems"]![0]!["code"]));
        (status, var taken) = await PutAsync(url, Pictures.Samples.Jpeg(800, 600));
        Assert.Equal(201, status);
        await _app.CaughtUpAsync();

        var image = (await _app.DataAsync($$"""{ product(slug: "{{slug}}") { images { url alt } } }"""))["product"]!["images"]![0]!;
        Assert.Equal(("Hộp kẹo", (string?)taken["picture"]!["url"]), ((string?)image["alt"], (string?)image["url"]));
        var stranger = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: await ProducerAsync("co-so-du-xuan")));
        var picture = (string)taken["picture"]!["id"]!;
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("removePicture", new { picture }));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("requestPictureUpload", new { listing = (string)listing["id"]! }));
        Assert.Empty(await maker.ProblemsAsync("removePicture", new { picture }));
        Assert.Equal((404, "LINK_NOT_VALID"), await ForgedAsync(url));
    }

    [Fact]
    public async Task A_producer_puts_the_pictures_in_order_and_says_what_they_show()
    {
        var (maker, listing) = await OwnListingAsync();
        var url = (string)(await maker.DoAsync("requestPictureUpload", new { listing = (string)listing["id"]!, alt = new { vi = "Ảnh" } }, "url"))["url"]!;
        List<string> sent = [];
        for (var side = 500; side < 503; side++)
        {
            sent.Add((string)(await PutAsync(url, Pictures.Samples.Jpeg(side, side))).Answer["picture"]!["id"]!);
        }

        object Order(params (string Picture, string? Alt)[] pictures) => new { listing = (string)listing["id"]!, pictures = pictures.Select(given => new { picture = given.Picture, alt = given.Alt is null ? null : new { vi = given.Alt, en = "Candy" } }) };
        var arranged = (await maker.DoAsync("arrangePictures", Order((sent[2], "Kẹo"), (sent[0], null)), "pictures { id alt { vi en } }"))["pictures"]!.AsArray();
        await _app.CaughtUpAsync();

        Assert.Equal([sent[2], sent[0], sent[1]], arranged.Select(picture => (string)picture!["id"]!));
        Assert.Equal(("Candy", null, "Ảnh"), ((string?)arranged[0]!["alt"]!["en"], arranged[1]!["alt"], (string?)arranged[2]!["alt"]!["vi"]));
        Assert.Equal("Kẹo", (string?)(await _app.DataAsync($$"""{ product(slug: "{{(string)listing["slug"]!}}") { images { alt } } }"""))["product"]!["images"]![0]!["alt"]);
        Assert.Equal(["TOO_LONG", "UNKNOWN", "TWICE"], await maker.ProblemsAsync("arrangePictures", Order((sent[0], new string('a', 201)), ("x", null), (sent[0], null))));
        var stranger = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: await ProducerAsync("co-so-du-xuan")));
        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("arrangePictures", Order()));
        var officer = await _people.OfficerAsync();
        Assert.Equal("Công ty TNHH Sản xuất Kinh doanh Tổng hợp Đông Á", (string?)(await officer.DataAsync("query($id: ID!) { listing(id: $id) { producer { name } } }", new { id = (string)listing["id"]! }))["listing"]!["producer"]!["name"]);
    }

    [Fact]
    public async Task Scripts_and_marks_of_html_stay_text()
    {
        var (maker, listing) = await OwnListingAsync();
        var payload = (await maker.DoAsync("saveListing", Draft(listing, name: "<script>alert(1)</script> & kẹo"), Fields))["listing"]!;

        Assert.Equal("<script>alert(1)</script> & kẹo", (string?)payload["content"]!["name"]!["vi"]);
        Assert.Equal(["NOT_PLAIN_TEXT"], await maker.ProblemsAsync("saveListing", Draft(payload, name: "Kẹo\u0007dừa")));
    }

    public void Dispose() => _app.Dispose();

    private static object Seen(JsonNode listing) => new { listing = (string)listing["id"]!, version = (int)listing["version"]! };

    private static object Draft(JsonNode? listing = null, string name = "Bột dừa Cồn Ốc") => new
    {
        listing = (string?)listing?["id"],
        version = (int?)listing?["version"],
        name = new { vi = name, en = "Coconut powder" },
        description = new { vi = "Bột cơm dừa sấy, không thêm đường.", en = "Dried coconut powder, no sugar added." },
        packaging = new { vi = "Túi 500 g" },
        category = "coconut-candy",
        group = "food",
        keywords = new[] { "bột dừa" },
        season = new { harvestMonths = new[] { 1, 2, 3 }, blackouts = Array.Empty<object>() },
    };

    private async Task<(int Status, JsonNode Answer)> PutAsync(string url, byte[] bytes)
    {
        using var client = _app.CreateClient();
        using var content = new ByteArrayContent(bytes);
        using var response = await client.PutAsync(url, content, Stop);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!);
    }

    /// <summary>What an address answers of which a letter was changed.</summary>
    private async Task<(int Status, string? Code)> ForgedAsync(string url)
    {
        var (status, answer) = await PutAsync(url[..^6] + "AAAAAA", [1]);
        return (status, (string?)answer["problems"]![0]!["code"]);
    }

    private async Task<Guid> ProducerAsync(string slug)
    {
        Guid id = default;
        await _app.WithAsync(async db => id = await db.Producers.Where(producer => producer.Slug == slug).Select(producer => producer.Id).FirstOrDefaultAsync(Stop));
        return id != default ? id : throw new InvalidOperationException($"No producer {slug}.");
    }

    /// <summary>Somebody of a producer with several products, and one of its listings.</summary>
    private async Task<(Browser Maker, JsonNode Listing)> OwnListingAsync()
    {
        var maker = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Producer, producerId: await ProducerAsync("cong-ty-dong-a")), MemberRole.Editor);
        var listings = (await maker.DataAsync($$"""{ workspace { listings { nodes { {{Fields["listing {".Length..^1]}} } } } }"""))["workspace"]!["listings"]!["nodes"]!.AsArray();
        return (maker, listings[0]!);
    }

    private async Task<JsonNode> SearchAsync(string text) =>
        (await _app.DataAsync("query($t: String!) { products(search: $t, first: 5) { nodes { slug producer { name } offers { price { amount } } images { alt } } } }", new { t = text }))["products"]!;
}
