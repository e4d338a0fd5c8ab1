using Marketplace.Data;
using Marketplace.E2E.Accounts;
using Marketplace.E2E.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>A sample, from the producer's form to the buyer's order.</summary>
public sealed class SamplePageTests(Site site)
{
    private const int Skip = 46;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_producer_offers_samples_and_a_distributor_orders_one_from_the_products_page(bool scripts)
    {
        var pack = (await Pack.ManyAsync(site, Skip + (scripts ? 0 : 1), 1))[0];
        await using var maker = await (await Desks.ProducerAsync(site, pack.Producer)).SignedInAsync(scripts, width: 360);
        await OfferAsync(maker, pack);

        await using var guest = await Visit.BeginAsync(site, scripts, width: 360);
        var link = guest.Page.Locator($"article#{pack.Sku} > a");
        await guest.OpenAsync($"/san-pham/{pack.Product}");
        await Expect(link).ToContainTextAsync("1.500 ₫");
        await link.ClickAsync();
        await Expect(guest.Page.Locator("main")).ToContainTextAsync("Mẫu thử dành cho tổ chức mua hàng");

        await using var visit = await (await Desks.BuyerAsync(site)).Person.SignedInAsync(scripts, width: 360);
        await visit.OpenAsync(new Uri(guest.Page.Url).PathAndQuery);
        if (scripts)
        {
            await guest.AssertOpenToEverybodyAsync();
            await visit.AssertOpenToEverybodyAsync();
        }

        await visit.Field("sample-quantity").FillAsync("3");
        await visit.Field("sample-recipient.phone").FillAsync("0912 345 678");
        await visit.Field("sample-recipient.street").FillAsync("12 Nguyễn Huệ");
        await visit.Field("sample-recipient.commune").FillAsync("Phường An Hội");
        await visit.Field("sample-recipient.province").SelectOptionAsync("86");
        visit.ExpectStatus(422);
        await visit.SendAsync("sample");
        await Expect(visit.Field("sample-quantity-problem")).ToContainTextAsync("từ 1 đến 2");
        await Expect(visit.Field("sample-recipient.street")).ToHaveValueAsync("12 Nguyễn Huệ");
        await visit.TakenOverAsync();
        await visit.Field("sample-quantity").FillAsync("2");
        await visit.SendAsync("sample");
        await Expect(visit.Page.Locator(".thanks")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("main section")).ToContainTextAsync("Mẫu thử");
        await Expect(visit.Page.Locator(".due")).ToContainTextAsync("3.000 ₫");
        await visit.OpenAsync(new Uri(guest.Page.Url).PathAndQuery);
        await Expect(visit.Page.Locator("main")).ToContainTextAsync("đã đặt đủ mẫu");
        await maker.OpenAsync("/co-so/don-hang");
        await Expect(maker.Page.Locator("main")).ToContainTextAsync("Mẫu thử");
        maker.AssertNoComplaint();
        visit.AssertNoComplaint();
        guest.AssertNoComplaint();
    }

    /// <summary>Sets the terms of samples in the form of the pack, as its producer does.</summary>
    private async Task OfferAsync(Visit maker, Pack pack)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var product = await db.Offers.Where(offer => offer.Id == pack.Id).Select(offer => offer.ProductId).SingleAsync(Stop);
        await maker.OpenAsync($"/co-so/gia-ban/{Marketplace.Api.GlobalId.Encode("Listing", product)}");
        var form = $"offer-{pack.Sku}";
        var folded = maker.Page.Locator($"details:has(> form#{form})");
        if (await folded.GetAttributeAsync("open") is null)
        {
            await folded.Locator("> summary").ClickAsync();
        }

        await maker.Page.Locator($"form#{form} details > summary").ClickAsync();
        await maker.Field($"{form}-sample.unitPrice").FillAsync("1.500");
        await maker.Field($"{form}-sample.most").FillAsync("20");
        maker.ExpectStatus(422);
        await maker.SendAsync(form);
        await Expect(maker.Field($"{form}-sample.most-problem")).ToBeVisibleAsync();
        await Expect(maker.Field($"{form}-sample.unitPrice")).ToHaveValueAsync("1.500");
        await maker.TakenOverAsync();
        await maker.Field($"{form}-sample.most").FillAsync("2");
        await maker.SendAsync(form);
        await Expect(maker.Page.Locator(".done-note")).ToBeVisibleAsync();
        await maker.TakenOverAsync();
    }
}
