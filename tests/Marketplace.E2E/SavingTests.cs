using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed class SavingTests(Site site)
{
    private const string Candy = "keo-dua-sau-rieng-dong-a";
    private const string Pomelo = "buoi-da-xanh-giao-long";

    [Fact]
    public async Task A_product_saved_by_script_is_on_the_list_and_can_be_brought_back()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync($"/san-pham/{Candy}");
        var button = visit.Page.Locator("main .lead form button");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");

        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await visit.OpenAsync($"/san-pham/{Candy}");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");

        await visit.OpenAsync("/da-luu");
        var card = visit.Page.Locator("main .card");
        await Expect(card).ToHaveCountAsync(1);
        await card.Locator("button").ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        var undo = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu lại" });
        await Expect(undo).ToBeFocusedAsync();
        await undo.ClickAsync();

        await Expect(card).ToHaveCountAsync(1);
        await visit.OpenAsync("/da-luu");
        await Expect(card).ToHaveCountAsync(1);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_product_saved_without_scripts_leads_back_and_says_so()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false, width: 360);
        await visit.OpenAsync($"/san-pham/{Candy}");

        await visit.Page.Locator("main .lead form button").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/san-pham/{Candy}#", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        var note = visit.Page.Locator("main .lead form [role=status]");
        await Expect(note).ToBeVisibleAsync();
        await note.GetByRole(AriaRole.Link).ClickAsync();

        var card = visit.Page.Locator("main .card");
        await Expect(card).ToHaveCountAsync(1);
        await card.Locator("button").ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu lại" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(1);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_elses_list_is_shown_first_and_saved_only_on_demand(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(site, scripts);
        await visit.OpenAsync($"/en/saved?p={Candy}.{Pomelo}.no-such-thing");
        await Expect(visit.Page.Locator("main .card")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("no-such-thing");

        await visit.OpenAsync("/en/saved");
        await Expect(visit.Page.Locator("main .card")).ToHaveCountAsync(0);
        await visit.OpenAsync($"/en/saved?p={Candy}.{Pomelo}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save this whole list" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/en/saved").AbsoluteUri);
        await Expect(visit.Page.Locator("main .card")).ToHaveCountAsync(2);
        visit.AssertNoComplaint();
    }

    [Theory]
    [InlineData("%3Cscript%3E.keo-dua-sau-rieng-dong-a.%00")]
    [InlineData("....keo-dua-sau-rieng-dong-a")]
    public async Task A_spoilt_cookie_costs_only_what_is_spoilt(string cookie)
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.Page.Context.AddCookiesAsync([new() { Name = "saved", Value = cookie, Url = site.Address.AbsoluteUri }]);

        await visit.OpenAsync("/da-luu");

        await Expect(visit.Page.Locator("main .card")).ToHaveCountAsync(1);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_form_of_another_site_saves_nothing()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        var form = visit.Page.APIRequest.CreateFormData();
        form.Set("slug", Candy);

        var answer = await visit.Page.APIRequest.PostAsync("/da-luu?/save", new() { Form = form, Headers = new Dictionary<string, string> { ["Origin"] = "https://elsewhere.example" } });

        Assert.Equal(403, answer.Status);
        await visit.OpenAsync("/da-luu");
        await Expect(visit.Page.Locator("main .card")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Saved_products_are_chosen_for_a_comparison()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.Page.Context.AddCookiesAsync([new() { Name = "saved", Value = $"{Candy}.{Pomelo}", Url = site.Address.AbsoluteUri }]);
        await visit.OpenAsync("/da-luu");

        foreach (var box in await visit.Page.Locator("main input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await visit.Page.Locator("#compare button").ClickAsync();

        await Expect(visit.Page.Locator("main th[scope=col]")).ToHaveCountAsync(2);
        visit.AssertNoComplaint();
    }
}
