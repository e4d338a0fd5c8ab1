using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Tests.Accounts;

namespace Marketplace.Tests.Ordering;

/// <summary>The addresses that a buyer keeps, over HTTP.</summary>
public sealed class AddressBookTests : IDisposable
{
    private const string Fields = "address { id version label usual recipient { name phone province { name } } } addresses { label usual }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private int _keys;

    public AddressBookTests() => _people = new People(_app);

    [Fact]
    public async Task The_first_address_is_the_usual_one_until_another_is_made_it_and_the_usual_one_stands_first()
    {
        var buyer = await _people.MemberAsync(organisation: null);

        var first = await SaveAsync(buyer, "Nhà");
        await SaveAsync(buyer, "Ấp Ba");
        var third = await SaveAsync(buyer, "Kho", usual: true);

        Assert.True((bool)first["address"]!["usual"]!);
        Assert.Equal("Vĩnh Long", (string?)first["address"]!["recipient"]!["province"]!["name"]);
        Assert.Equal([("Kho", true), ("Ấp Ba", false), ("Nhà", false)], third["addresses"]!.AsArray().Select(one => ((string)one!["label"]!, (bool)one["usual"]!)));
    }

    [Fact]
    public async Task An_address_is_checked_as_an_order_checks_it_and_every_fault_is_told_at_its_field()
    {
        var buyer = await _people.MemberAsync(organisation: null);

        var refused = await buyer.DoAsync("saveDeliveryAddress", new { label = " ", recipient = new { name = "", phone = "12", street = "1", commune = "An Hội", province = "99" }, usual = false, requestKey = "a" });

        Assert.Equal(["label", "recipient.name", "recipient.phone", "recipient.province"], refused["problems"]!.AsArray().Select(problem => string.Join('.', problem!["path"]!.AsArray().Select(part => (string?)part))).Order(StringComparer.Ordinal));
        Assert.Empty(await LabelsAsync(buyer));
    }

    [Fact]
    public async Task The_same_wish_sent_twice_keeps_one_address_and_the_same_key_for_another_wish_is_refused()
    {
        var buyer = await _people.MemberAsync(organisation: null);

        var answers = new[] { await SaveAsync(buyer, "Nhà", key: "once"), await SaveAsync(buyer, "Nhà", key: "once") };
        var other = await SaveAsync(buyer, "Kho", key: "once");

        Assert.Single(answers.Select(answer => (string)answer["address"]!["id"]!).Distinct());
        Assert.Equal(["KEY_USED_BEFORE"], Stall.Codes(other));
        Assert.Equal(["Nhà"], await LabelsAsync(buyer));
    }

    [Fact]
    public async Task Whoever_changes_what_somebody_else_has_just_changed_is_told_so()
    {
        var organisation = await _people.OrganisationAsync(OrganisationKind.Distributor);
        var (one, two) = (await _people.MemberAsync(organisation), await _people.MemberAsync(organisation, MemberRole.Editor));
        var saved = (await SaveAsync(one, "Kho"))["address"]!;

        var changed = await SaveAsync(two, "Kho chính", address: (string)saved["id"]!, version: (int)saved["version"]!);
        var late = await SaveAsync(one, "Kho phụ", address: (string)saved["id"]!, version: (int)saved["version"]!);

        Assert.Empty(Stall.Codes(changed));
        Assert.Equal(["CHANGED_MEANWHILE"], Stall.Codes(late));
        Assert.Equal(["Kho chính"], await LabelsAsync(one));
    }

    [Fact]
    public async Task An_address_of_somebody_else_answers_like_one_that_is_not_there()
    {
        var (mine, theirs) = (await _people.MemberAsync(organisation: null), await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer)));
        var saved = (await SaveAsync(mine, "Nhà"))["address"]!;
        var id = (string)saved["id"]!;

        Assert.Empty(await LabelsAsync(theirs));
        Assert.Equal(["NOTHING_THERE"], Stall.Codes(await SaveAsync(theirs, "Của tôi", address: id, version: (int)saved["version"]!)));
        Assert.Equal(["NOTHING_THERE"], await theirs.ProblemsAsync("removeDeliveryAddress", new { address = id }));
        Assert.Equal(["Nhà"], await LabelsAsync(mine));
        Assert.Empty(await mine.ProblemsAsync("removeDeliveryAddress", new { address = id }));
        Assert.Empty(await LabelsAsync(mine));
    }

    [Fact]
    public async Task Who_may_only_look_sees_the_addresses_of_the_company_and_changes_none_and_a_guest_has_none()
    {
        var organisation = await _people.OrganisationAsync(OrganisationKind.Distributor);
        await SaveAsync(await _people.MemberAsync(organisation), "Kho");
        var (viewer, guest) = (await _people.MemberAsync(organisation, MemberRole.Viewer), _people.Browser());

        Assert.Equal(["Kho"], await LabelsAsync(viewer));
        Assert.Empty(await LabelsAsync(guest));
        Assert.Equal(("FORBIDDEN", "UNAUTHENTICATED"), (await RefusalAsync(viewer), await RefusalAsync(guest)));
    }

    [Fact]
    public async Task A_book_holds_fifty_addresses_and_no_more()
    {
        var buyer = await _people.MemberAsync(organisation: null);
        await SaveAsync(buyer, "Nhà");
        await _app.ChangeAsync(db =>
        {
            var there = db.DeliveryAddresses.Single();
            db.DeliveryAddresses.AddRange(Enumerable.Range(2, DeliveryAddress.Most - 1).Select(at => new DeliveryAddress { Id = Guid.CreateVersion7(_app.Clock.GetUtcNow()), OwnerId = there.OwnerId, Label = $"Kho {at}", Recipient = there.Recipient, RequestHash = "" }));
            return Task.CompletedTask;
        });

        Assert.Equal(["ADDRESS_BOOK_FULL"], Stall.Codes(await SaveAsync(buyer, "Thêm")));
        Assert.Equal(DeliveryAddress.Most, (await LabelsAsync(buyer)).Length);
    }

    public void Dispose() => _app.Dispose();

    private Task<JsonNode> SaveAsync(Browser buyer, string label, bool usual = false, string? key = null, string? address = null, int? version = null) =>
        buyer.DoAsync("saveDeliveryAddress", new { address, version, label, recipient = Stall.Recipient, usual, requestKey = key ?? $"address-{++_keys}" }, Fields);

    private static async Task<string[]> LabelsAsync(Browser buyer) =>
        [.. (await buyer.DataAsync("{ deliveryAddresses { label } }"))["deliveryAddresses"]!.AsArray().Select(one => (string)one!["label"]!)];

    private static async Task<string?> RefusalAsync(Browser browser) =>
        (string?)(await browser.AskAsync("mutation($input: RemoveDeliveryAddressInput!) { removeDeliveryAddress(input: $input) { problems { code } } }", new { input = new { address = "x" } }))["errors"]![0]!["extensions"]!["code"];
}
