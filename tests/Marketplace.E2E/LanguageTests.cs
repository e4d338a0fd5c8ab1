using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E;

public sealed class LanguageTests(Site site)
{
    private static PageGetByRoleOptions Offer(string name) => new() { Name = name };

    [Fact]
    public async Task A_visitor_of_the_other_language_is_offered_it_and_stays_where_they_are()
    {
        await using var visit = await Visit.BeginAsync(site, locale: "en-GB");
        await visit.OpenAsync("/hoi-dap");

        var offer = visit.Page.GetByRole(AriaRole.Complementary, Offer("This page in English"));
        await Expect(offer).ToContainTextAsync("Read this page in English?");
        Assert.EndsWith("/hoi-dap", visit.Page.Url, StringComparison.Ordinal);
        await offer.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/en/help").AbsoluteUri);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task Who_declines_the_offer_is_not_asked_again()
    {
        await using var visit = await Visit.BeginAsync(site, locale: "en-GB");
        await visit.OpenAsync("/hoi-dap");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "No, thanks" }).ClickAsync();
        await visit.OpenAsync("/cach-xep-hang");

        await Expect(visit.Page.GetByRole(AriaRole.Complementary, Offer("This page in English"))).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_chosen_language_is_remembered_against_the_browsers()
    {
        await using var visit = await Visit.BeginAsync(site);
        await visit.OpenAsync("/hoi-dap");
        await visit.Page.Locator("header a[hreflang=en]").ClickAsync();
        await visit.TakenOverAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Complementary, Offer("Trang này bằng tiếng Việt"))).ToHaveCountAsync(0);

        await visit.OpenAsync("/cach-xep-hang");

        await Expect(visit.Page.GetByRole(AriaRole.Complementary, Offer("This page in English"))).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_visitor_of_the_pages_language_is_offered_nothing()
    {
        await using var visit = await Visit.BeginAsync(site);

        await visit.OpenAsync("/hoi-dap");

        await Expect(visit.Page.Locator("aside[lang=en]")).ToHaveCountAsync(0);
        visit.AssertNoComplaint();
    }

    [Fact]
    public async Task A_language_that_the_market_does_not_speak_is_answered_in_both_it_speaks()
    {
        await using var visit = await Visit.BeginAsync(site, scripts: false);
        await visit.OpenAsync("/fr/produits", status: 404);

        await Expect(visit.Page.Locator("main")).ToContainTextAsync("The market speaks two languages");
        await Expect(visit.Page.Locator("main a[href='/'][hreflang=vi]")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main a[href='/en'][hreflang=en]").First).ToBeVisibleAsync();
        visit.AssertNoComplaint();
    }
}
