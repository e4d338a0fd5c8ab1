namespace Marketplace.Api.Catalogue;

/// <summary>Which drawing stands in for a photograph. The storefront serves them under /illustrations.</summary>
internal static class Drawings
{
    public const int Width = 480;
    public const int Height = 360;

    public static string Of(string category) => category switch
    {
        "confectionery" or "cake" => "biscuit",
        "fresh-coconut" => "coconut",
        "coconut-ingredient" or "dessert" => "coconut-milk",
        "dried-fruit" => "preserve",
        "fish-sauce" or "pickle" => "seasoning",
        "nectar" => "drink",
        "coconut-craft" => "craft",
        "community-tourism" => "tour",
        "vegetarian" => "vegetable",
        "cocoa" => "snack",
        "incense" => "herb",
        _ => category,
    };
}
