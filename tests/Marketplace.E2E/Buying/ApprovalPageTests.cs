using Marketplace.Core.Accounts;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>What a member may not order alone: the limit, the request, and the owner who decides.</summary>
public sealed class ApprovalPageTests(Site site)
{
    private const int Skip = 30;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_beyond_the_limit_waits_for_an_owner_who_sees_what_changed_and_approves(bool scripts)
    {
        var pack = (await Pack.ManyAsync(site, Skip + (scripts ? 0 : 1), 1))[0];
        var (boss, clerk) = await CompanyAsync();
        await using var owner = await boss.SignedInAsync(scripts, width: 360);
        await owner.OpenAsync("/tai-khoan/duyet-don");
        await Expect(owner.Page.Locator(".calm")).ToContainTextAsync("Không có đơn nào chờ duyệt");
        await SetLimitAsync(owner);

        await using var member = await clerk.SignedInAsync(scripts, width: 360);
        await pack.PutInAsync(member, "6");
        await member.FillCheckoutAsync();
        await Expect(member.Page.Locator(".approval")).ToContainTextAsync("5.000 ₫");
        await member.SendAsync("checkout");
        await Expect(member.Page.Locator(".sent")).ToContainTextAsync("chưa phải là đơn hàng");
        await Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "Duyệt và đặt" })).ToHaveCountAsync(0);
        var path = await boss.LinkAsync(new Uri(member.Page.Url).AbsolutePath);
        await member.OpenAsync("/gio-hang");
        await Expect(member.Page.Locator("main .calm")).ToBeVisibleAsync();
        await pack.ChangeAsync(site, price: 1_500);

        await owner.OpenAsync("/tai-khoan/duyet-don");
        await owner.Page.Locator("main section li a").First.ClickAsync();
        await Expect(owner.Page).ToHaveURLAsync(new Uri(site.Address, path).AbsoluteUri);
        await Expect(owner.Page.Locator($"li#{pack.Sku} s")).ToContainTextAsync("1.000 ₫");
        await Expect(owner.Page.Locator("main .total")).ToContainTextAsync("khi ấy là 6.000 ₫");
        await owner.TakenOverAsync();
        if (scripts)
        {
            await owner.AssertOpenToEverybodyAsync();
        }

        await pack.ChangeAsync(site, price: 1_500, free: 4);
        owner.ExpectStatus(422);
        await ApproveAsync(owner, "Duyệt và đặt – 9.000 ₫");
        await Expect(owner.Page.Locator(".problems")).ToBeVisibleAsync();
        await Expect(owner.Page.Locator("main .total .problem")).ToContainTextAsync("chưa duyệt được");
        await pack.ChangeAsync(site, price: 1_500);
        await owner.OpenAsync(path);
        await ApproveAsync(owner, "Duyệt và đặt – 9.000 ₫");

        await Expect(owner.Page.Locator(".thanks")).ToBeVisibleAsync();
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("Chủ sở hữu của bên mua đã duyệt");
        await member.OpenAsync(path);
        await Expect(member.Page.Locator(".state")).ToContainTextAsync("Đã duyệt");
        await member.Page.Locator(".state a").ClickAsync();
        await Expect(member.Page.Locator(".due, .head").First).ToContainTextAsync("9.000 ₫");
        owner.AssertNoComplaint();
        member.AssertNoComplaint();
    }

    [Fact]
    public async Task A_request_that_is_declined_says_why_and_its_lines_go_back_into_the_cart()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 2, 1))[0];
        var (boss, clerk) = await CompanyAsync();
        await using var owner = await boss.SignedInAsync(scripts: false);
        await SetLimitAsync(owner);
        await using var member = await clerk.SignedInAsync(scripts: false, width: 360);
        await pack.PutInAsync(member, "7");
        await member.FillCheckoutAsync();
        await member.SendAsync("checkout");
        var path = new Uri(member.Page.Url).AbsolutePath;

        await owner.OpenAsync(path);
        owner.ExpectStatus(422);
        await owner.UnfoldAsync("decline", "reason", " ");
        await owner.SendAsync("decline");
        await Expect(owner.Field("decline-reason-problem")).ToBeVisibleAsync();
        await owner.Field("decline-reason").FillAsync("Kho còn nhiều.");
        await owner.SendAsync("decline");
        await Expect(owner.Page.Locator(".done-note")).ToContainTextAsync("không duyệt");

        await member.OpenAsync(await clerk.LinkAsync(path));
        await Expect(member.Page.Locator(".state")).ToContainTextAsync("Kho còn nhiều.");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "Đưa các món trở lại giỏ hàng" }).ClickAsync();
        await Expect(member.Page.Locator($"li#{pack.Sku} [name=quantity]")).ToHaveValueAsync("7");
        owner.AssertNoComplaint();
        member.AssertNoComplaint();
    }

    [Fact]
    public async Task A_request_tells_that_its_address_could_not_be_kept()
    {
        var pack = (await Pack.ManyAsync(site, Skip + 3, 1))[0];
        var (boss, clerk) = await CompanyAsync();
        await using var owner = await boss.SignedInAsync(scripts: false);
        await SetLimitAsync(owner);
        await using var member = await clerk.SignedInAsync(scripts: false, width: 360);
        await pack.PutInAsync(member, "6");
        await member.FillCheckoutAsync();
        await member.Page.GetByLabel("Lưu vào sổ địa chỉ").CheckAsync();
        await FillAddressBookAsync(clerk);

        await member.SendAsync("checkout");

        await Expect(member.Page.Locator(".sent")).ToContainTextAsync("Chưa lưu được địa chỉ");
        member.AssertNoComplaint();
    }

    private static async Task SetLimitAsync(Visit owner)
    {
        await owner.OpenAsync("/tai-khoan/to-chuc");
        await owner.UnfoldAsync("limit-1", "limit", "năm");
        owner.ExpectStatus(422);
        await owner.SendAsync("limit-1");
        await Expect(owner.Field("limit-1-limit-problem")).ToContainTextAsync("5.000.000");
        await owner.TakenOverAsync();
        await owner.Field("limit-1-limit").FillAsync("5.000");
        await owner.SendAsync("limit-1");
        await Expect(owner.Page.Locator(".done-note")).ToHaveTextAsync("Đã lưu hạn mức.");
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("Tự đặt được đến 5.000 ₫ mỗi đơn");
    }

    private static async Task ApproveAsync(Visit owner, string button)
    {
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await owner.TakenOverAsync();
    }

    /// <summary>Writes as many addresses into the book of somebody's company as it holds.</summary>
    private async Task FillAddressBookAsync(Person member)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var company = await db.Memberships.Where(one => db.Accounts.Any(account => account.Id == one.AccountId && account.Email == member.Email)).Select(one => one.OrganisationId).SingleAsync(Stop);
        var now = TimeProvider.System.GetUtcNow();
        db.DeliveryAddresses.AddRange(Enumerable.Range(1, DeliveryAddress.Most).Select(at => new DeliveryAddress
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = company,
            Label = $"Kho {at}",
            Recipient = new("Thủ kho", "0912345678", "12 Nguyễn Huệ", "Phường An Hội", "86"),
            RequestHash = "",
        }));
        await db.SaveChangesAsync(Stop);
    }

    /// <summary>A distributor with an owner and somebody who orders for it.</summary>
    private async Task<(Person Owner, Person Member)> CompanyAsync()
    {
        var (owner, member) = (await Person.WithAccountAsync(site), await Person.WithAccountAsync(site));
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var now = TimeProvider.System.GetUtcNow();
        var company = new Organisation { Id = Guid.CreateVersion7(now), Kind = OrganisationKind.Distributor, Name = "Siêu thị Ba Tri", CreatedAt = now.UtcDateTime };
        db.Organisations.Add(company);
        foreach (var (at, (email, role)) in new[] { (owner.Email, MemberRole.Owner), (member.Email, MemberRole.Editor) }.Index())
        {
            var account = await db.Accounts.Where(account => account.Email == email).Select(account => account.Id).SingleAsync(Stop);
            db.Memberships.Add(new Membership { OrganisationId = company.Id, AccountId = account, Role = role, Since = now.UtcDateTime.AddSeconds(at) });
        }

        await db.SaveChangesAsync(Stop);
        return (owner, member);
    }
}
