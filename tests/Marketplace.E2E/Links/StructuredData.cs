using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Marketplace.E2E.Links;

/// <summary>Reads the JSON-LD of a page as a search engine would, and finds what it would reject or what the page does not show.</summary>
internal static partial class StructuredData
{
    private const string Context = "https://schema.org";

    /// <summary>What each type must say at least; a type that is not here is one we never meant to write.</summary>
    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["Product"] = ["name", "url", "category"],
        ["Offer"] = ["price", "priceCurrency", "availability", "url"],
        ["AggregateOffer"] = ["lowPrice", "priceCurrency", "offerCount", "offers"],
        ["UnitPriceSpecification"] = ["price", "priceCurrency", "eligibleQuantity"],
        ["QuantitativeValue"] = ["minValue"],
        ["Certification"] = ["name", "issuedBy", "certificationIdentification", "certificationRating", "expires"],
        ["Rating"] = ["ratingValue", "bestRating"],
        ["Organization"] = ["name"],
        ["Brand"] = ["name"],
        ["PostalAddress"] = ["addressCountry"],
        ["PropertyValue"] = ["name", "value"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["ItemList"] = ["itemListElement"],
        ["ListItem"] = ["position"],
        ["WebSite"] = ["name", "url", "inLanguage"],
        ["SearchAction"] = ["target", "query-input"],
        ["EntryPoint"] = ["urlTemplate"],
        ["FAQPage"] = ["mainEntity"],
        ["Question"] = ["name", "acceptedAnswer"],
        ["Answer"] = ["text"],
        ["Country"] = ["name"],
    };

    private static readonly string[] Addresses = ["url", "item", "image", "logo", "@id", "urlTemplate"];

    public static IEnumerable<string> TypesOf(CrawledPage page) =>
        page.StructuredTexts.Select(text => JsonNode.Parse(text)).SelectMany(node => Objects(node)).Select(node => (string?)node["@type"] ?? "");

    public static IEnumerable<string> FaultsOf(CrawledPage page, Func<Uri, bool> isOurs)
    {
        foreach (var text in page.StructuredTexts)
        {
            var root = Read(text);
            if (root is null)
            {
                yield return $"cannot be read: {text[..Math.Min(80, text.Length)]}";
                continue;
            }

            if ((string?)root["@context"] != Context)
            {
                yield return "no context";
            }

            foreach (var fault in Objects(root).SelectMany(node => FaultsOf(node, page, isOurs)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> FaultsOf(JsonObject node, CrawledPage page, Func<Uri, bool> isOurs)
    {
        if ((string?)node["@type"] is not { } type || !Required.TryGetValue(type, out var required))
        {
            yield return $"a type nobody meant to write: {node["@type"]}";
            yield break;
        }

        foreach (var name in required.Where(name => node[name] is null || node[name]!.ToString().Length == 0))
        {
            yield return $"{type} without {name}";
        }

        foreach (var (name, value) in node.Where(member => Addresses.Contains(member.Key)))
        {
            var texts = value is JsonArray list ? list.OfType<JsonValue>().Select(item => item.ToString()) : value is JsonValue ? [value.ToString()] : [];
            foreach (var text in texts.Where(text => !Uri.TryCreate(text.Split('{')[0], UriKind.Absolute, out var address) || !isOurs(address)))
            {
                yield return $"{type}.{name} is not an address of this shop: {text}";
            }
        }

        if (type is "BreadcrumbList" or "ItemList" && node["itemListElement"] is JsonArray steps
            && !steps.Select(step => (int?)step!["position"] ?? 0).SequenceEqual(Enumerable.Range(1, steps.Count)))
        {
            yield return $"{type} is not numbered from one";
        }

        if (type is "Offer" && page.Document!.Body is { } body && decimal.TryParse(node["price"]?.ToString(), CultureInfo.InvariantCulture, out var price)
            && !Digits(body.TextContent).Contains(((long)price).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            yield return $"{type} names a price that the page does not show: {price}";
        }
    }

    private static JsonNode? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>"45.000 ₫" and "VND 45,000" are one price.</summary>
    private static string Digits(string text) => Separators().Replace(text, "");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        // Only a name of something told elsewhere on the page.
        JsonObject { Count: 1 } reference when reference.ContainsKey("@id") => [],
        JsonObject one => one.ContainsKey("@graph") ? Objects(one["@graph"]) : one.Select(member => member.Value).SelectMany(Objects).Prepend(one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };

    [GeneratedRegex(@"(?<=\d)[.,\u00a0\u202f](?=\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
