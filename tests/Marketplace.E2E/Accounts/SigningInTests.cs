using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Accounts;

/// <summary>The ways in and out again, and that none of them leads anywhere else.</summary>
public sealed class SigningInTests(Site site)
{
    [Theory]
    [InlineData("//evil.example")]
    [InlineData(@"/\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/khong-co-trang-nay")]
    public async Task After_signing_in_nobody_is_sent_to_another_site(string next)
    {
        var person = await Person.WithAccountAsync(site);
        await using var visit = await Visit.BeginAsync(site, scripts: false);

        await visit.OpenAsync($"/dang-nhap?next={Uri.EscapeDataString(next)}");
        await person.SignInAsync(visit);

        await Expect(visit.Page).ToHaveURLAsync(At("/tai-khoan"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_ends_while_a_form_is_filled_leads_to_signing_in_and_back(bool scripts)
    {
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        await visit.Page.Locator("#enrol [name=name]").FillAsync("Cơ sở Bà Tám");
        await visit.Page.Locator("#enrol [name=kind][value=DISTRIBUTOR]").CheckAsync();

        await person.EndSessionsAsync();
        await visit.SendAsync("enrol");
        await Expect(visit.Page).ToHaveURLAsync(At("/dang-nhap?next=%2Ftai-khoan"));
        await person.SignInAsync(visit);

        await Expect(visit.Page).ToHaveURLAsync(At("/tai-khoan"));
        if (scripts)
        {
            // Without them the form was sent away with the page.
            await Expect(visit.Page.Locator("#enrol [name=name]")).ToHaveValueAsync("Cơ sở Bà Tám");
            await Expect(visit.Page.Locator("#enrol [name=kind][value=DISTRIBUTOR]")).ToBeCheckedAsync();
        }

        visit.AssertNoComplaint();
    }

    /// <summary>On a slow line people type while the scripts are still under way.</summary>
    [Fact]
    public async Task What_was_typed_before_the_scripts_came_stays()
    {
        await using var visit = await Visit.BeginAsync(site, width: 360);
        var typed = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/*.js", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });

        await visit.Page.GotoAsync("/dang-ky", new() { WaitUntil = WaitUntilState.Commit });
        await visit.Page.Locator("[name=email]").FillAsync("dua@example.com");
        await visit.Page.Locator("[name=name]").FillAsync("Lê Thị Dừa");
        typed.SetResult();
        await visit.TakenOverAsync();

        await Expect(visit.Page.Locator("[name=email]")).ToHaveValueAsync("dua@example.com");
        await Expect(visit.Page.Locator("[name=name]")).ToHaveValueAsync("Lê Thị Dừa");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task The_session_is_a_cookie_that_no_script_reads_and_signing_out_takes_it_away()
    {
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync();

        var cookie = Assert.Single(await visit.Page.Context.CookiesAsync(), cookie => cookie.Name == "cho_session");
        Assert.Equal((true, SameSiteAttribute.Lax, "/"), (cookie.HttpOnly, cookie.SameSite, cookie.Path));
        await visit.Page.Locator("main .who > form button").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(site.Address.AbsoluteUri);

        Assert.DoesNotContain(await visit.Page.Context.CookiesAsync(), cookie => cookie.Name == "cho_session");
        await visit.Page.GotoAsync("/tai-khoan");
        await Expect(visit.Page).ToHaveURLAsync(At("/dang-nhap?next=%2Ftai-khoan"));
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_letter_and_ends_every_session()
    {
        var person = await Person.WithAccountAsync(site);
        await using var elsewhere = await person.SignedInAsync(scripts: false);
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        await visit.OpenAsync("/mat-khau");
        await visit.Page.Locator("#password [name=email]").FillAsync(person.Email);
        await visit.SendAsync("password");
        await Expect(visit.Page.Locator("main h1")).ToHaveTextAsync("Hãy mở hộp thư của bạn");

        await visit.OpenAsync(await person.LinkAsync("/mat-khau/moi"));
        await visit.Page.Locator("#new-password [name=password]").FillAsync("một câu mới tinh");
        await visit.SendAsync("new-password");
        await Expect(visit.Page.Locator("main .done-note")).ToBeVisibleAsync();
        await visit.Page.Locator("#sign-in [name=email]").FillAsync(person.Email);
        await visit.Page.Locator("#sign-in [name=password]").FillAsync("một câu mới tinh");
        await visit.SendAsync("sign-in");
        await Expect(visit.Page).ToHaveURLAsync(At("/tai-khoan"));

        await elsewhere.Page.GotoAsync("/tai-khoan/bao-mat");
        await Expect(elsewhere.Page).ToHaveURLAsync(At("/dang-nhap?next=%2Ftai-khoan%2Fbao-mat"));
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_second_step_is_set_up_by_a_code_and_a_recovery_code_stands_in_for_the_telephone(bool scripts)
    {
        var person = await Person.WithAccountAsync(site);
        await using var visit = await person.SignedInAsync(scripts, width: 360);
        await visit.OpenAsync("/tai-khoan/bao-mat");
        visit.ExpectStatus(422);
        await visit.SendAsync("start");
        var key = await visit.Page.Locator("main code").InnerTextAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = "Mã QR cho ứng dụng xác thực" })).ToBeVisibleAsync();

        await visit.Page.Locator("#factor [name=code]").FillAsync("abc");
        await visit.SendAsync("factor");
        await Expect(visit.Page.Locator("#factor-code-problem")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main code")).ToHaveTextAsync(key);
        await visit.Page.Locator("#factor [name=code]").FillAsync(Person.CodeOf(key, TimeProvider.System.GetUtcNow()));
        await visit.SendAsync("factor");
        await Expect(visit.Page.Locator("main .codes li")).ToHaveCountAsync(10);
        if (scripts)
        {
            await visit.AssertOpenToEverybodyAsync();
        }

        var recovery = await visit.Page.Locator("main .codes code").First.InnerTextAsync();
        await visit.Page.Context.ClearCookiesAsync();
        await visit.OpenAsync("/dang-nhap?next=/tai-khoan/bao-mat");
        visit.ExpectStatus(422);
        await person.SignInAsync(visit);
        await visit.Page.Locator("#second-step [name=code]").FillAsync("000000");
        await visit.SendAsync("second-step");
        await Expect(visit.Page.Locator("#second-step-code-problem")).ToBeVisibleAsync();
        await visit.Page.Locator("#second-step [name=code]").FillAsync(recovery);
        await visit.SendAsync("second-step");

        await Expect(visit.Page).ToHaveURLAsync(At("/tai-khoan/bao-mat"));
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Đang bật.");
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Another_device_is_named_in_plain_words_and_signed_out()
    {
        var person = await Person.WithAccountAsync(site);
        await using var other = await person.SignedInAsync(scripts: false);
        await using var visit = await person.SignedInAsync();
        await visit.OpenAsync("/tai-khoan/bao-mat");
        await visit.AssertOpenToEverybodyAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất Chrome, Linux", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator("main .done-note")).ToHaveTextAsync("Đã đăng xuất thiết bị ấy.");

        await other.Page.GotoAsync("/tai-khoan");
        await Expect(other.Page).ToHaveURLAsync(At("/dang-nhap?next=%2Ftai-khoan"));
        visit.AssertNoComplaint();
    }

    private string At(string path) => new Uri(site.Address, path).AbsoluteUri;
}
