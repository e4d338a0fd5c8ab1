using System.Text.Json;
using System.Text.Json.Nodes;
using Marketplace.Api.PersonalData;
using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Core.PersonalData;
using Marketplace.Data.PersonalData;
using Marketplace.Payments.Sandbox;
using Marketplace.Tests.Ordering;
using Marketplace.Tests.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts;

/// <summary>What carts and orders know of a person: told in the copy, and forgotten when nothing needs it any more. Over HTTP.</summary>
public sealed class BuyerDataTests : IDisposable
{
    private const string Name = "Nguyễn Thị Mua";

    private readonly Till _till = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_holds_what_a_person_ordered_paid_and_has_in_the_cart_and_of_an_organisations_order_only_that_there_was_one()
    {
        var (buyer, offer) = (await _till.People.RegisterAsync("mua@example.com", Name), await OfferAsync());
        var order = await OrderedAsync(buyer, offer, "VIET_QR", 3);
        await _till.PlayAsync(await _till.StartAsync(order), SandboxTrick.Pay);
        await Stall.PutInAsync(buyer, (offer, 4));
        await buyer.DoAsync("saveDeliveryAddress", new { label = "Nhà", recipient = Stall.Recipient, usual = true, requestKey = "nha" });
        _till.People.Later();
        await OrderedForOrganisationAsync("mua@example.com", offer);

        var copy = JsonNode.Parse((string)(await buyer.DataAsync("mutation { exportPersonalData { data } }"))["exportPersonalData"]!["data"]!)!;

        Assert.Contains((offer.Sku, 4), copy["cart"]!.AsArray().Select(line => ((string)line!["sku"]!, (int)line["quantity"]!)));
        Assert.Equal("Nhà", (string)copy["deliveryAddresses"]![0]!["label"]!);
        var (own, company) = (copy["orders"]![0]!, copy["orders"]![1]!);
        Assert.Equal((Name, "0912345678", "12 Nguyễn Huệ", "mua@example.com"), ((string)own["recipient"]!["name"]!, (string)own["recipient"]!["phone"]!, (string)own["recipient"]!["street"]!, (string)own["email"]!));
        Assert.Equal((offer.Sku, 3), ((string)own["orders"]![0]!["lines"]![0]!["sku"]!, (int)own["orders"]![0]!["lines"]![0]!["quantity"]!));
        Assert.Equal(["Placed", "Paid"], own["orders"]![0]!["timeline"]!.AsArray().Select(entry => (string)entry!["kind"]!));
        Assert.Equal((3_000L, 3_000L), ((long)own["payments"]![0]!["amount"]!, (long)own["payments"]![0]!["received"]!));
        Assert.Equal((true, null), ((bool)company["forOrganisation"]!, company["recipient"]));
    }

    [Fact]
    public async Task Of_an_order_that_is_over_the_books_stay_and_the_person_goes()
    {
        var (buyer, offer) = (await _till.People.RegisterAsync("mua@example.com", Name), await OfferAsync());
        var order = await OrderedAsync(buyer, offer, "CASH_ON_DELIVERY", 3);
        await Stall.PutInAsync(buyer, (offer, 1));
        await StepsAsync(offer, "confirmOrder", "shipOrder", "deliverOrder");
        var (account, books) = (await AccountAsync("mua@example.com"), await BooksAsync());

        await EraseAsync(buyer);
        await _till.UntilAsync(db => db.OrderGroups.AllAsync(group => group.AccountId == null, Stop));

        var kept = await GroupAsync(order);
        var pseudonym = Pseudonyms.Of(account);
        Assert.Equal(new Recipient(pseudonym, "", "", "Phường An Hội", "86"), kept.Recipient);
        Assert.Equal((null, null, null, null), (kept.AccountId, kept.Email, kept.Note, kept.Reference));
        Assert.Equal(books, await BooksAsync());
        await _till.App.WithAsync(async db =>
        {
            Assert.Equal(pseudonym, (await db.OrderEvents.SingleAsync(entry => entry.Party == OrderParty.Buyer, Stop)).Name);
            Assert.False(await db.Carts.AnyAsync(Stop));
        });
        var seller = await _till.SellerAsync(offer);
        var sale = (await seller.DataAsync("query($n: String!) { sale(number: $n) { recipient { name phone street commune } note } }", new { n = $"{kept.Number}-1" }))["sale"]!;
        Assert.DoesNotContain("Mua", sale.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task An_order_on_its_way_keeps_its_address_until_it_has_arrived()
    {
        var (buyer, offer) = (await _till.People.RegisterAsync("mua@example.com", Name), await OfferAsync());
        var order = await OrderedAsync(buyer, offer, "CASH_ON_DELIVERY", 3);
        await EraseAsync(buyer);

        await LookAsync();
        Assert.Equal((Name, "mua@example.com"), ((await GroupAsync(order)).Recipient.Name, (await GroupAsync(order)).Email));
        await StepsAsync(offer, "confirmOrder", "shipOrder");
        await LookAsync();
        Assert.Equal(Name, (await GroupAsync(order)).Recipient.Name);
        await StepsAsync(offer, "deliverOrder");
        await LookAsync();

        Assert.StartsWith("Người đã xóa", (await GroupAsync(order)).Recipient.Name, StringComparison.Ordinal);
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task Money_that_goes_back_is_waited_for_before_the_address_goes()
    {
        var (buyer, offer) = (await _till.People.RegisterAsync("mua@example.com", Name), await OfferAsync());
        var order = await OrderedAsync(buyer, offer, "VIET_QR", 3);
        await _till.PlayAsync(await _till.StartAsync(order), SandboxTrick.Pay);
        await StepsAsync(offer, new { reason = "Hết nguyên liệu" }, "refuseOrder");
        await EraseAsync(buyer);
        await _till.UntilAsync(db => db.Refunds.AnyAsync(refund => refund.Work == Core.Payments.RefundWork.ByHand, Stop));

        await LookAsync();
        Assert.Equal(Name, (await GroupAsync(order)).Recipient.Name);
        var officer = await _till.People.OfficerAsync();
        var refund = (await officer.DataAsync("{ moneyForPeople { refunds { id } } }"))["moneyForPeople"]!["refunds"]![0]!;
        Assert.Empty(await officer.ProblemsAsync("recordRefund", new { refund = (string)refund["id"]!, amount = 3_000L, reference = "FT26333000001" }));
        await LookAsync();

        Assert.StartsWith("Người đã xóa", (await GroupAsync(order)).Recipient.Name, StringComparison.Ordinal);
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task What_was_sent_counts_as_arrived_after_thirty_days_without_news()
    {
        var (buyer, offer) = (await _till.People.RegisterAsync("mua@example.com", Name), await OfferAsync());
        var order = await OrderedAsync(buyer, offer, "CASH_ON_DELIVERY", 3);
        await EraseAsync(buyer);
        await StepsAsync(offer, "confirmOrder", "shipOrder");

        _till.App.Clock.Advance(BuyerData.OnTheWay - TimeSpan.FromMinutes(1));
        await LookAsync();
        Assert.Equal(Name, (await GroupAsync(order)).Recipient.Name);
        _till.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync();

        Assert.StartsWith("Người đã xóa", (await GroupAsync(order)).Recipient.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_organisations_order_only_the_persons_own_name_and_address_go()
    {
        var (buyer, offer) = (await _till.People.RegisterAsync("mua@example.com", Name), await OfferAsync());
        var (order, member) = await OrderedForOrganisationAsync("mua@example.com", offer);
        Assert.Empty(await member.ProblemsAsync("writeToProducer", new { order = await OrderIdAsync(), message = "Xin giao buổi sáng.", requestKey = "say" }));
        await StepsAsync(offer, "confirmOrder");

        await EraseAsync(buyer);

        var kept = await GroupAsync(order);
        Assert.Equal((new Recipient("Công ty Cọ Dừa", "0912345678", "12 Nguyễn Huệ", "Phường An Hội", "86"), null), (kept.Recipient, kept.Email));
        await _till.App.WithAsync(async db =>
        {
            var told = await db.OrderEvents.OrderBy(entry => entry.Number).ToListAsync(Stop);
            Assert.Equal([true, true, false], told.Select(entry => entry.Name.StartsWith("Người đã xóa", StringComparison.Ordinal)));
            Assert.Equal("Xin giao buổi sáng.", told[1].Text);
        });
        Assert.Empty(await _till.BrokenAsync());
    }

    [Fact]
    public async Task Somebody_of_a_producer_who_is_erased_goes_out_of_the_orders_that_were_worked_on()
    {
        var offer = await OfferAsync();
        var order = await OrderedAsync(_till.People.Browser(), offer, "CASH_ON_DELIVERY", 3);
        var worker = await _till.People.RegisterAsync("lam@example.com", "Trần Văn Làm");
        var organisation = await _till.People.OrganisationAsync(OrganisationKind.Producer, producerId: offer.ProducerId);
        await _till.People.MemberAsync(organisation);
        var seller = await _till.People.MemberAsync(organisation, MemberRole.Editor, await AccountAsync("lam@example.com"));
        Assert.Empty(await seller.ProblemsAsync("confirmOrder", new { order = await OrderIdAsync(), version = await VersionAsync(seller) }));

        await EraseAsync(worker);

        await _till.App.WithAsync(async db =>
        {
            var told = await db.OrderEvents.OrderBy(entry => entry.Number).ToListAsync(Stop);
            Assert.Equal([false, true], told.Select(entry => entry.Name.StartsWith("Người đã xóa", StringComparison.Ordinal)));
        });
        Assert.Equal(Name, (await GroupAsync(order)).Recipient.Name);
    }

    public void Dispose() => _till.Dispose();

    private async Task<OfferOnSale> OfferAsync() => (await _till.Stall.OffersAsync(1, stock: 20))[0];

    private async Task<Placed> OrderedAsync(Browser buyer, OfferOnSale offer, string method, int quantity)
    {
        await Stall.PutInAsync(buyer, (offer, quantity));
        var placed = await _till.Stall.OrderAsync(buyer, quantity * 1_000, method);
        Assert.Empty(Stall.Codes(placed));
        return new(buyer, (string)placed["orderGroup"]!["code"]!, (string?)placed["secret"] ?? "", offer);
    }

    /// <summary>Somebody orders for a company that has another owner too.</summary>
    private async Task<(Placed Order, Browser Member)> OrderedForOrganisationAsync(string email, OfferOnSale offer)
    {
        var company = await _till.People.OrganisationAsync(OrganisationKind.Buyer, "Công ty Cọ Dừa");
        await _till.People.MemberAsync(company);
        var member = await _till.People.MemberAsync(company, MemberRole.Editor, await AccountAsync(email));
        return (await OrderedAsync(member, offer, "CASH_ON_DELIVERY", 2), member);
    }

    /// <summary>Asks to be erased, and returns when a week later the host has done it by itself.</summary>
    private async Task EraseAsync(Browser person)
    {
        Assert.Empty(await person.ProblemsAsync("eraseAccount", new { currentPassword = People.Password }));
        _till.App.Clock.Advance(PersonalDataRequest.SecondThoughts + TimeSpan.FromHours(1));
        await _till.UntilAsync(db => db.PersonalDataRequests.AnyAsync(request => request.Kind == PersonalDataRequestKind.Erasure && request.DoneAt != null, Stop));
    }

    private Task LookAsync() => _till.App.Services.GetRequiredService<Erasures>().EraseDueAsync(Stop);

    private Task StepsAsync(OfferOnSale offer, params string[] steps) => StepsAsync(offer, new { }, steps);

    /// <summary>The producer takes the only order further.</summary>
    private async Task StepsAsync(OfferOnSale offer, object more, params string[] steps)
    {
        var seller = await _till.SellerAsync(offer);
        foreach (var step in steps)
        {
            var input = JsonSerializer.SerializeToNode(more)!.AsObject();
            input["order"] = await OrderIdAsync();
            input["version"] = await VersionAsync(seller);
            Assert.Empty(await seller.ProblemsAsync(step, input));
        }
    }

    private static async Task<int> VersionAsync(Browser seller) => (int)(await seller.DataAsync("{ sales { nodes { version } } }"))["sales"]!["nodes"]![0]!["version"]!;

    private async Task<string> OrderIdAsync()
    {
        var id = "";
        await _till.App.WithAsync(async db => id = Marketplace.Api.GlobalId.Encode("Order", await db.Orders.Select(order => order.Id).SingleAsync(Stop)));
        return id;
    }

    private async Task<Guid> AccountAsync(string email)
    {
        Guid id = default;
        await _till.App.WithAsync(async db => id = await db.Accounts.Where(account => account.Email == email).Select(account => account.Id).SingleAsync(Stop));
        return id;
    }

    private async Task<OrderGroup> GroupAsync(Placed order)
    {
        OrderGroup? group = null;
        var number = order.Number.Replace("-", "", StringComparison.Ordinal);
        await _till.App.WithAsync(async db => group = await db.OrderGroups.AsNoTracking().SingleAsync(one => one.Number == number, Stop));
        return group!;
    }

    /// <summary>The journal, the lines with their receipts, and the payments.</summary>
    private async Task<string> BooksAsync()
    {
        var books = "";
        await _till.App.WithAsync(async db => books = JsonSerializer.Serialize(new
        {
            journal = await db.Journal.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Stop),
            lines = await db.OrderLines.AsNoTracking().OrderBy(line => line.Id).ToListAsync(Stop),
            payments = await db.PaymentAttempts.AsNoTracking().OrderBy(attempt => attempt.Id).ToListAsync(Stop),
        }));
        return books;
    }
}
