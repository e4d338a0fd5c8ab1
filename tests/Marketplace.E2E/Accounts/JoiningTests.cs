using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Accounts;

/// <summary>From nobody to a member of an organisation, on a telephone.</summary>
public sealed class JoiningTests(Site site)
{
    private const string Cooperative = "Hợp tác xã Dừa Xanh Giồng Trôm";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_registers_opens_the_letter_and_registers_a_cooperative(bool scripts)
    {
        var person = Person.Of(site);
        await using var visit = await Visit.BeginAsync(site, scripts, width: 360);
        visit.ExpectStatus(422);
        await visit.Page.GotoAsync("/tai-khoan");
        await visit.TakenOverAsync();
        await visit.Page.Locator("main .ways a[href^='/dang-ky']").ClickAsync();

        await visit.Page.Locator("#register [name=name]").FillAsync(Person.Name);
        await visit.Page.Locator("#register [name=email]").FillAsync(person.Email);
        await visit.Page.Locator("#register [name=password]").FillAsync("ngắn");
        await Expect(visit.Page.Locator("#register [type=checkbox]:checked")).ToHaveCountAsync(0);
        await visit.Page.Locator("#register [name=consents]").CheckAsync();
        await visit.SendAsync("register");
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#register-password")).ToHaveAttributeAsync("aria-describedby", "register-password-hint register-password-problem");
        await Expect(visit.Page.Locator("#register-email")).ToHaveValueAsync(person.Email);
        await Expect(visit.Page.Locator("#register [name=consents]")).ToBeCheckedAsync();
        await OpenToEverybodyAsync(visit, scripts);

        await visit.Page.Locator("#register [name=password]").FillAsync(Person.Password);
        await visit.SendAsync("register");
        await Expect(Title(visit)).ToHaveTextAsync("Hãy mở hộp thư của bạn");

        await visit.Page.GotoAsync(await person.LinkAsync("/xac-nhan"));
        await visit.TakenOverAsync();
        await visit.Page.Locator("#confirm [name=password]").FillAsync(Person.Password);
        await visit.SendAsync("confirm");
        await Expect(visit.Page.Locator("main .who")).ToContainTextAsync($"Bạn là {Person.Name}");
        await OpenToEverybodyAsync(visit, scripts);

        await visit.Page.Locator("#enrol [name=name]").FillAsync(Cooperative);
        await visit.Page.Locator("#enrol [name=taxCode]").FillAsync("12");
        await visit.SendAsync("enrol");
        await Expect(visit.Page.Locator("#enrol-form-problem")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#enrol-taxCode-problem")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#enrol-name")).ToHaveValueAsync(Cooperative);
        await OpenToEverybodyAsync(visit, scripts);

        await visit.Page.Locator("#enrol [name=form]").SelectOptionAsync("COOPERATIVE");
        await visit.Page.Locator("#enrol [name=taxCode]").FillAsync("1300123456");
        await visit.Page.Locator("#enrol [name=districtCode]").SelectOptionAsync("giong-trom");
        await visit.SendAsync("enrol");
        await Expect(Title(visit)).ToHaveTextAsync(Cooperative);
        await Expect(visit.Page.Locator("main .who")).ToContainTextAsync("Chủ sở hữu");
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("1300123456");
        await OpenToEverybodyAsync(visit, scripts);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task An_invited_person_signs_in_on_the_way_joins_and_may_only_look()
    {
        var (owner, guest) = (await Person.WithAccountAsync(site), await Person.WithAccountAsync(site));
        await using var office = await owner.SignedInAsync();
        await office.Page.Locator("#enrol [name=name]").FillAsync(Cooperative);
        await office.Page.Locator("#enrol [name=kind][value=BUYER]").CheckAsync();
        await office.SendAsync("enrol");
        await office.Page.Locator("#invite [name=email]").FillAsync(guest.Email);
        await office.Page.Locator("#invite [name=role]").SelectOptionAsync("VIEWER");
        await office.SendAsync("invite");
        await Expect(office.Page.Locator("main .done-note")).ToHaveTextAsync("Đã gửi thư mời.");
        await Expect(office.Page.Locator("main .invitation")).ToContainTextAsync(guest.Email);

        await using var visit = await Visit.BeginAsync(site, width: 360);
        await visit.OpenAsync(await guest.LinkAsync("/loi-moi"));
        await visit.Page.Locator("main .doors a").First.ClickAsync();
        await guest.SignInAsync(visit);
        await Expect(visit.Page.Locator("main h1 + .lead")).ToContainTextAsync(guest.Email);
        await visit.AssertOpenToEverybodyAsync();
        await visit.SendAsync("invitation");

        await Expect(Title(visit)).ToHaveTextAsync(Cooperative);
        await Expect(visit.Page.Locator("main .who")).ToContainTextAsync("Người xem");
        await Expect(visit.Page.Locator("#invite")).ToHaveCountAsync(0);
        await visit.AssertOpenToEverybodyAsync();
        visit.AssertNoComplaint();

        var form = visit.Page.APIRequest.CreateFormData().Append("email", owner.Email).Append("role", "OWNER");
        var answer = await visit.Page.APIRequest.PostAsync("/tai-khoan/to-chuc?/invite", new() { Form = form, Headers = new Dictionary<string, string> { ["Origin"] = site.Address.GetLeftPart(UriPartial.Authority), ["Accept"] = "text/html" } });
        Assert.Equal(403, answer.Status);
        Assert.Contains("Việc này chỉ dành cho chủ sở hữu của tổ chức.", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_belongs_to_two_organisations_chooses_for_whom_to_act()
    {
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts: false, width: 360);
        foreach (var name in new[] { "Công ty Mua Một", "Công ty Mua Hai" })
        {
            await visit.OpenAsync("/tai-khoan");
            if (await visit.Page.Locator("main details summary").CountAsync() > 0)
            {
                await visit.Page.Locator("main details summary").ClickAsync();
            }

            await visit.Page.Locator("#enrol [name=kind][value=BUYER]").CheckAsync();
            await visit.Page.Locator("#enrol [name=name]").FillAsync(name);
            await visit.SendAsync("enrol");
            await Expect(Title(visit)).ToHaveTextAsync(name);
        }

        await visit.Page.Locator("main .acting select").SelectOptionAsync(new SelectOptionValue { Label = "Công ty Mua Một" });
        await visit.Page.Locator("main .acting button").ClickAsync();

        await Expect(Title(visit)).ToHaveTextAsync("Công ty Mua Một");
        visit.AssertNoComplaint();
    }

    private static ILocator Title(Visit visit) => visit.Page.Locator("main h1");

    private static Task OpenToEverybodyAsync(Visit visit, bool scripts) => scripts ? visit.AssertOpenToEverybodyAsync() : Task.CompletedTask;
}
