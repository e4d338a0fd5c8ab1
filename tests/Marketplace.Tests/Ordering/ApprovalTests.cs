using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Ordering;

/// <summary>What a member may not order alone, over HTTP: asked for, approved, declined, taken back, too old.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private const string Owner = "chu@example.com";
    private const string Member = "nhan-vien@example.com";
    private const string Fields = "approval { id version state decidedBy reason orderGroup { code } } orderGroup { code total { amount } orders { timeline { kind party name } } }";

    private readonly MarketplaceApp _app = new("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
    private readonly People _people;
    private readonly Stall _stall;
    private Guid _company;
    private Browser _owner = null!;
    private Browser _member = null!;
    private OfferOnSale _offer = null!;
    private int _keys;

    public ApprovalTests() => (_people, _stall) = (new People(_app), new Stall(_app));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _offer = (await _stall.OffersAsync(1, stock: 20))[0];
        _company = await _people.OrganisationAsync(OrganisationKind.Distributor, "Siêu thị Ba Tri");
        _owner = await _people.MemberAsync(_company, MemberRole.Owner, email: Owner);
        _member = await _people.MemberAsync(_company, MemberRole.Editor, email: Member);
        await LimitAsync(5_000);
    }

    [Fact]
    public async Task What_costs_more_than_the_limit_waits_with_nothing_kept_and_the_owners_are_written()
    {
        var asked = await AskAsync(6);

        Assert.Empty(Stall.Codes(asked));
        Assert.Null(asked["orderGroup"]);
        Assert.Equal(("OPEN", 6_000L, 5_000L, true), ((string?)asked["approval"]!["state"], (long)asked["approval"]!["total"]!["amount"]!, (long)asked["approval"]!["limit"]!["amount"]!, (bool)asked["approval"]!["mine"]!));
        Assert.Equal((20, 0), await _stall.StockAsync(_offer));
        Assert.Equal(0, (int)(await _member.DataAsync("{ cart { lineCount } }"))["cart"]!["lineCount"]!);
        var letter = await _people.LetterAsync(Owner);
        Assert.Contains("6.000", letter.Subject, StringComparison.Ordinal);
        Assert.Contains($"/tai-khoan/duyet-don/{asked["approval"]!["id"]}", letter.Text, StringComparison.Ordinal);
        Assert.Equal([(string?)asked["approval"]!["id"]], await OpenAsync(_owner));
    }

    [Fact]
    public async Task What_costs_no_more_than_the_limit_and_what_an_owner_orders_needs_nobody()
    {
        Assert.NotNull((await AskAsync(5))["orderGroup"]);
        await Stall.PutInAsync(_owner, (_offer, 9));

        Assert.NotNull((await _stall.OrderAsync(_owner, 9_000))["orderGroup"]);

        await LimitAsync(null);
        Assert.NotNull((await AskAsync(6))["orderGroup"]);
        Assert.Empty(await OpenAsync(_owner));
    }

    [Fact]
    public async Task The_same_key_asks_once_however_often_it_is_sent_and_finds_the_order_once_there_is_one()
    {
        await Stall.PutInAsync(_member, (_offer, 6));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PlaceAsync(6_000, "once")));

        Assert.Single(answers.Select(answer => (string)answer["approval"]!["id"]!).Distinct());
        Assert.Equal(["KEY_USED_BEFORE"], Stall.Codes(await PlaceAsync(6_001, "once")));
        await ApproveAsync(_owner, answers[0]["approval"]!, 6_000);
        Assert.NotNull((await PlaceAsync(6_000, "once"))["orderGroup"]);
        Assert.Equal((20, 6), await _stall.StockAsync(_offer));
    }

    [Fact]
    public async Task An_approved_request_is_an_order_of_the_member_that_names_the_owner()
    {
        var approval = (await AskAsync(6))["approval"]!;

        var approved = await ApproveAsync(_owner, approval, 6_000);

        Assert.Empty(Stall.Codes(approved));
        Assert.Equal("APPROVED", (string?)approved["approval"]!["state"]);
        Assert.Equal(["PLACED", "APPROVED"], approved["orderGroup"]!["orders"]![0]!["timeline"]!.AsArray().Select(entry => (string?)entry!["kind"]));
        Assert.Equal((string?)approved["approval"]!["decidedBy"], (string?)approved["orderGroup"]!["orders"]![0]!["timeline"]![1]!["name"]);
        Assert.Equal((20, 6), await _stall.StockAsync(_offer));
        await _app.WithAsync(async db =>
        {
            var group = await db.OrderGroups.SingleAsync(Stop);
            Assert.Equal(await db.Accounts.Where(account => account.Email == Member).Select(account => (Guid?)account.Id).SingleAsync(Stop), group.AccountId);
            Assert.Equal(_company, group.OrganisationId);
        });
        Assert.Contains("Đơn hàng", (await _people.LetterAsync(Member)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_owners_who_press_at_once_place_one_order_and_the_second_is_told()
    {
        var approval = (await AskAsync(6))["approval"]!;
        var other = await _people.MemberAsync(_company);

        var answers = await Task.WhenAll(ApproveAsync(_owner, approval, 6_000, "same"), ApproveAsync(other, approval, 6_000, "same"));

        Assert.Equal([[], ["APPROVAL_NOT_OPEN"]], answers.Select(Stall.Codes).OrderBy(codes => codes.Length));
        Assert.Equal((20, 6), await _stall.StockAsync(_offer));
        await _app.WithAsync(async db => Assert.Equal(1, await db.OrderGroups.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_same_press_sent_twice_answers_with_the_same_order()
    {
        var approval = (await AskAsync(6))["approval"]!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ApproveAsync(_owner, approval, 6_000, "once")));

        Assert.All(answers, answer => Assert.Empty(Stall.Codes(answer)));
        Assert.Single(answers.Select(answer => (string)answer["orderGroup"]!["code"]!).Distinct());
    }

    [Fact]
    public async Task An_owner_sees_what_has_changed_and_a_price_that_was_not_seen_is_not_paid()
    {
        var approval = (await AskAsync(6))["approval"]!;
        await ChangeAsync(price: 1_500, stock: 20);

        var today = (await _owner.DataAsync("query($id: ID!) { approval(id: $id) { mayDecide today { total { amount } sections { lines { unitPrice { amount } seenUnitPrice { amount } } } } } }", new { id = (string)approval["id"]! }))["approval"]!;
        var unseen = await ApproveAsync(_owner, approval, 6_000);

        Assert.True((bool)today["mayDecide"]!);
        Assert.Equal((9_000L, 1_000L), ((long)today["today"]!["total"]!["amount"]!, (long)today["today"]!["sections"]![0]!["lines"]![0]!["seenUnitPrice"]!["amount"]!));
        Assert.Equal(["TOTAL_CHANGED"], Stall.Codes(unseen));
        Assert.Equal("OPEN", (string?)unseen["approval"]!["state"]);
        Assert.Empty(Stall.Codes(await ApproveAsync(_owner, approval, 9_000)));
    }

    [Fact]
    public async Task What_is_sold_out_meanwhile_is_said_and_the_request_stays_open()
    {
        var approval = (await AskAsync(6))["approval"]!;
        await ChangeAsync(price: 1_000, stock: 5);

        Assert.Equal(["INSUFFICIENT_STOCK"], Stall.Codes(await ApproveAsync(_owner, approval, 6_000)));

        Assert.Single(await OpenAsync(_owner));
        await ChangeAsync(price: 1_000, stock: 6);
        Assert.Empty(Stall.Codes(await ApproveAsync(_owner, approval, 6_000)));
    }

    [Fact]
    public async Task Whoever_is_declined_reads_why_and_puts_the_lines_back_into_the_cart()
    {
        var approval = (await AskAsync(6))["approval"]!;
        Assert.Equal(["MISSING"], Stall.Codes(await DeclineAsync(approval, " ")));
        _people.Later();

        var declined = await DeclineAsync(approval, "Kho còn nhiều.", "no");

        Assert.Equal(("DECLINED", "Kho còn nhiều."), ((string?)declined["approval"]!["state"], (string?)declined["approval"]!["reason"]));
        Assert.Empty(Stall.Codes(await DeclineAsync(approval, "Kho còn nhiều.", "no")));
        Assert.Contains("Kho còn nhiều.", (await _people.LetterAsync(Member)).Text, StringComparison.Ordinal);
        Assert.Equal(["APPROVAL_NOT_OPEN"], Stall.Codes(await ApproveAsync(_owner, approval, 6_000)));
        var back = await _member.DoAsync("addApprovalToCart", new { approval = (string)approval["id"]! }, "added cart { total { amount } } leftOut { sku }");
        Assert.Equal((1, 6_000L), ((int)back["added"]!, (long)back["cart"]!["total"]!["amount"]!));
    }

    [Fact]
    public async Task A_request_that_was_taken_back_or_is_older_than_fourteen_days_becomes_no_order()
    {
        var (taken, old) = ((await AskAsync(6))["approval"]!, (await AskAsync(7))["approval"]!);

        Assert.Empty(Stall.Codes(await _member.DoAsync("withdrawApproval", Deed(taken), Fields)));
        _app.Clock.Advance(ApprovalRequest.Lifetime + TimeSpan.FromSeconds(1));

        Assert.Equal(["APPROVAL_NOT_OPEN"], Stall.Codes(await ApproveAsync(_owner, taken, 6_000)));
        Assert.Equal(["APPROVAL_NOT_OPEN"], Stall.Codes(await ApproveAsync(_owner, old, 7_000)));
        Assert.Empty(await OpenAsync(_owner));
        Assert.Equal(["EXPIRED", "WITHDRAWN"], (await _owner.DataAsync("{ approvals(open: false) { nodes { state } } }"))["approvals"]!["nodes"]!.AsArray().Select(node => (string)node!["state"]!).Order());
    }

    [Fact]
    public async Task Nobody_else_decides_and_a_request_of_another_company_is_not_there()
    {
        var approval = (await AskAsync(6))["approval"]!;
        var (colleague, viewer) = (await _people.MemberAsync(_company, MemberRole.Editor), await _people.MemberAsync(_company, MemberRole.Viewer));
        var (stranger, guest) = (await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer)), _people.Browser());

        Assert.Equal(["FORBIDDEN", "FORBIDDEN", "UNAUTHENTICATED"], await Task.WhenAll(new[] { _member, viewer, guest }.Select(one => RefusalAsync(one, approval))));
        Assert.Equal(["NOTHING_THERE"], Stall.Codes(await ApproveAsync(stranger, approval, 6_000)));
        Assert.Equal(["NOTHING_THERE"], Stall.Codes(await colleague.DoAsync("withdrawApproval", Deed(approval), Fields)));
        Assert.Equal(["NOTHING_THERE"], Stall.Codes(await _owner.DoAsync("withdrawApproval", Deed(approval), Fields)));
        foreach (var other in new[] { colleague, viewer, stranger, guest })
        {
            Assert.Null((await other.DataAsync("query($id: ID!) { approval(id: $id) { id } }", new { id = (string)approval["id"]! }))["approval"]);
            Assert.Empty(await OpenAsync(other));
        }

        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("addApprovalToCart", new { approval = (string)approval["id"]! }));
        Assert.Equal((20, 0), await _stall.StockAsync(_offer));
    }

    [Fact]
    public async Task A_limit_is_an_owners_to_set_for_members_who_are_none()
    {
        Assert.Equal(5_000, (long)(await _member.DataAsync("{ orderLimit { amount } }"))["orderLimit"]!["amount"]!);
        Assert.Null((await _owner.DataAsync("{ orderLimit { amount } }"))["orderLimit"]);

        Assert.Equal(["OUT_OF_RANGE"], await _owner.ProblemsAsync("setOrderLimit", new { member = await IdAsync(Member), limit = -1 }));
        Assert.Equal(["NOTHING_THERE"], await _owner.ProblemsAsync("setOrderLimit", new { member = await IdAsync(Owner), limit = 1 }));
        Assert.Equal("FORBIDDEN", (string?)(await _member.AskAsync("mutation($input: SetOrderLimitInput!) { setOrderLimit(input: $input) { problems { code } } }", new { input = new { member = await IdAsync(Member), limit = 1 } }))["errors"]![0]!["extensions"]!["code"]);
    }

    public ValueTask DisposeAsync()
    {
        _app.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode> AskAsync(int quantity)
    {
        _people.Later();
        await Stall.PutInAsync(_member, (_offer, quantity));
        return await PlaceAsync(quantity * 1_000, $"ask-{++_keys}");
    }

    private Task<JsonNode> PlaceAsync(long expectedTotal, string requestKey) => _member.DoAsync(
        "placeOrder", new { recipient = Stall.Recipient, method = "CASH_ON_DELIVERY", expectedTotal, requestKey }, "approval { id version state mine total { amount } limit { amount } } orderGroup { code }");

    private Task<JsonNode> ApproveAsync(Browser owner, JsonNode approval, long expectedTotal, string? key = null) =>
        owner.DoAsync("approveOrder", new { approval = (string)approval["id"]!, version = (int)approval["version"]!, expectedTotal, requestKey = key ?? $"approve-{++_keys}" }, Fields);

    private Task<JsonNode> DeclineAsync(JsonNode approval, string reason, string? key = null) =>
        _owner.DoAsync("declineOrder", new { approval = (string)approval["id"]!, version = (int)approval["version"]!, reason, requestKey = key ?? $"decline-{++_keys}" }, Fields);

    private object Deed(JsonNode approval) => new { approval = (string)approval["id"]!, version = (int)approval["version"]!, requestKey = $"deed-{++_keys}" };

    private static async Task<string?> RefusalAsync(Browser browser, JsonNode approval) => (string?)(await browser.AskAsync(
        "mutation($input: ApproveOrderInput!) { approveOrder(input: $input) { problems { code } } }",
        new { input = new { approval = (string)approval["id"]!, version = 0, expectedTotal = 6_000, requestKey = "x" } }))["errors"]![0]!["extensions"]!["code"];

    private static async Task<string?[]> OpenAsync(Browser browser) =>
        [.. (await browser.DataAsync("{ approvals { nodes { id } } }"))["approvals"]!["nodes"]!.AsArray().Select(node => (string?)node!["id"])];

    private async Task LimitAsync(long? limit) => Assert.Empty(await _owner.ProblemsAsync("setOrderLimit", new { member = await IdAsync(Member), limit }));

    private async Task<string> IdAsync(string email) => (string)(await _owner.DataAsync("{ viewer { actingFor { organisation { members { id email } } } } }"))["viewer"]!["actingFor"]!["organisation"]!["members"]!.AsArray()
        .Single(member => (string?)member!["email"] == email)!["id"]!;

    private Task ChangeAsync(long price, int stock) => _app.ChangeAsync(async db =>
    {
        var there = await db.Offers.SingleAsync(one => one.Id == _offer.Id, Stop);
        Assert.False(there.Change(there.Terms with { PriceTiers = [new(1, price)], Stock = stock }).Failed(out _, out _));
    });
}
