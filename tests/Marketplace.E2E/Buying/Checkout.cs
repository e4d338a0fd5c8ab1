using Marketplace.E2E.Desk;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Buying;

/// <summary>The steps from a cart to an order that tests about something later have in common.</summary>
internal static class Checkout
{
    public const string Name = "Nguyễn Thị Mua";

    /// <summary>Opens the checkout and fills in who gets it, and where.</summary>
    public static async Task FillCheckoutAsync(this Visit visit)
    {
        await visit.OpenAsync("/dat-hang");
        await visit.Field("checkout-recipient.name").FillAsync(Name);
        await visit.Field("checkout-recipient.phone").FillAsync("0912 345 678");
        await visit.Field("checkout-recipient.street").FillAsync("12 Nguyễn Huệ");
        await visit.Field("checkout-recipient.commune").FillAsync("Phường An Hội");
        await visit.Field("checkout-recipient.province").SelectOptionAsync("86");
    }

    /// <summary>Orders one pack and leads to the page of the order; tells its path with a guest's key.</summary>
    public static async Task<string> OrderAsync(this Visit visit, Pack pack, string quantity)
    {
        await pack.PutInAsync(visit, quantity);
        await visit.FillCheckoutAsync();
        await visit.Page.Locator("form#checkout > p button").ClickAsync();
        await Expect(visit.Page.Locator(".thanks")).ToBeVisibleAsync();
        await visit.TakenOverAsync();
        return new Uri(visit.Page.Url).PathAndQuery.Replace("&done=placed", "", StringComparison.Ordinal).Replace("?done=placed", "", StringComparison.Ordinal);
    }

    /// <summary>Opens what folds a form away, and fills its one text.</summary>
    public static async Task UnfoldAsync(this Visit visit, string form, string field, string text)
    {
        await visit.Page.Locator($"details:has(> form#{form}) > summary").ClickAsync();
        await visit.Field($"{form}-{field}").FillAsync(text);
    }
}
