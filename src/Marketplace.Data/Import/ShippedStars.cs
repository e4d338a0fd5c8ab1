using System.Text.Json;

namespace Marketplace.Data.Import;

/// <summary>The stars that sources state for shipped products. They become stars only through a certificate.</summary>
internal static class ShippedStars
{
    public static IReadOnlyDictionary<string, int> Load()
    {
        using var stream = ImportFiles.Shipped().Open("products.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("products").EnumerateArray()
            .Where(product => product.GetProperty("ocopStatus").GetString() == "certified")
            .ToDictionary(product => product.GetProperty("id").GetString()!, product => product.GetProperty("stars").GetInt32());
    }
}
