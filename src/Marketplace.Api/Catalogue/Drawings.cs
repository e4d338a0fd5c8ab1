namespace Marketplace.Api.Catalogue;

/// <summary>Which drawing stands in for a photograph. The storefront serves them under /illustrations.</summary>
internal static class Drawings
{
    public const int Width = 480;
    public const int Height = 360;

    public static string Of(string category) => category switch
    {
        "fresh-coconut" => "coconut",
        "coconut-craft" => "craft",
        _ => category,
    };
}
