using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.E2E.Desk;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Accounts;

/// <summary>What somebody decides over their own data and over who acts for whom, with scripts and without.</summary>
public sealed class OwnDataTests(Site site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_agrees_takes_a_copy_asks_to_be_forgotten_and_thinks_again(bool scripts)
    {
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        visit.ExpectStatus(422);
        await visit.Page.Locator("main nav a[href='/tai-khoan/du-lieu']").ClickAsync();
        await visit.TakenOverAsync();
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        await visit.Page.Locator("button[name=purpose][value=NEWS]").ClickAsync();
        await Expect(visit.Page.Locator(".done-note")).ToHaveTextAsync("Đã ghi lại.");
        await Expect(visit.Page.Locator("form[action$='withdraw'] button")).ToHaveTextAsync("Rút lại");

        var download = visit.Page.WaitForDownloadAsync();
        await visit.Page.Locator("form[action='/tai-khoan/du-lieu/ban-sao'] button").ClickAsync();
        var file = await download;
        Assert.Equal("du-lieu-cua-toi.json", file.SuggestedFilename);
        Assert.Equal(person.Email, (string?)JsonNode.Parse(await File.ReadAllTextAsync(await file.PathAsync(), Stop))!["account"]!["email"]);

        await visit.Page.Locator("#erase [name=currentPassword]").FillAsync("không phải câu này");
        await visit.SendAsync("erase");
        await Expect(visit.Page.Locator("#erase-currentPassword-problem")).ToBeVisibleAsync();
        await visit.Page.Locator("#erase [name=currentPassword]").FillAsync(Person.Password);
        await visit.SendAsync("erase");
        await Expect(visit.Page.Locator(".waits")).ToContainTextAsync("Tài khoản sẽ bị xóa ngày");
        await visit.Page.Locator("form[action$='keep'] button").ClickAsync();
        await Expect(visit.Page.Locator(".done-note")).ToHaveTextAsync("Tài khoản được giữ lại.");
        await Expect(visit.Page.Locator("#erase")).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task An_owner_changes_the_papers_takes_an_invitation_back_and_lets_a_co_operative_act()
    {
        var owner = await Desks.ProducerAsync(site);
        await Desks.BecomeAsync(site, owner, organisation => { }, MemberRole.Owner);
        var worker = await Desks.ProducerAsync(site);
        var code = $"13{RandomNumberGenerator.GetString("0123456789", 8)}";
        var cooperative = await Desks.BecomeAsync(site, worker, organisation =>
        {
            organisation.Describe(new(organisation.Name, ProducerKind.Cooperative, TaxCode: code));
            organisation.Verify();
        });
        await using var visit = await owner.SignedInAsync(width: 360);
        await visit.OpenAsync("/tai-khoan/to-chuc");
        visit.ExpectStatus(422);

        await visit.Page.GetByText("Sửa thông tin").ClickAsync();
        await visit.Page.Locator("#change [name=form]").SelectOptionAsync("HOUSEHOLD");
        await visit.Page.Locator("#change [name=taxCode]").FillAsync("12");
        await visit.SendAsync("change");
        await Expect(visit.Page.Locator("#change-taxCode-problem")).ToBeVisibleAsync();
        await visit.Page.Locator("#change [name=taxCode]").FillAsync("1300123456");
        await visit.SendAsync("change");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Văn phòng chương trình chưa xem giấy tờ");
        await Expect(visit.Page.Locator("main dl").First).ToContainTextAsync("1300123456");

        await visit.Page.Locator("#invite [name=email]").FillAsync("nguoi-moi@shop.example");
        await visit.SendAsync("invite");
        await visit.Page.Locator("button[name=invitation]").ClickAsync();
        await Expect(visit.Page.Locator(".done-note")).ToContainTextAsync("Đã rút lại lời mời");
        await Expect(visit.Page.Locator("button[name=invitation]")).ToHaveCountAsync(0);

        await visit.Page.Locator("#mandate [name=taxCode]").FillAsync("0000000000");
        await visit.SendAsync("mandate");
        await Expect(visit.Page.Locator("#mandate-taxCode-problem")).ToBeVisibleAsync();
        await visit.Page.Locator("#mandate [name=taxCode]").FillAsync(code);
        await visit.SendAsync("mandate");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync(cooperative);
        await visit.AssertOpenToEverybodyAsync();
        visit.AssertNoComplaint();

        await using var helping = await worker.SignedInAsync(width: 360);
        var producer = await visit.Page.Locator("h1").TextContentAsync();
        await helping.Page.Locator("main select[name=organisation]").SelectOptionAsync(new SelectOptionValue { Label = $"{producer} ({cooperative} làm thay)" });
        // What the page says of the role is the same before and after.
        await helping.Page.RunAndWaitForResponseAsync(
            () => helping.Page.GetByRole(AriaRole.Button, new() { Name = "Đổi", Exact = true }).ClickAsync(), response => response.Request.Method == "POST" && response.Status == 303);
        await helping.TakenOverAsync();
        await Expect(helping.Page.Locator("main .who .role")).ToHaveTextAsync("Nhà sản xuất · Người biên tập");
        await helping.Page.Locator("main .who a.button").ClickAsync();
        await Expect(helping.Page.Locator(".desk .top")).ToContainTextAsync(producer!);
    }
}
