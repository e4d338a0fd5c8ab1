using System.Text.Json;
using System.Text.Json.Nodes;

namespace Marketplace.Payments;

/// <summary>What is kept of an event: the named properties, however deep. The rest may name people and their cards.</summary>
internal static class PayloadText
{
    /// <summary>The JSON object with only these properties; null when it is none. Lists are left out.</summary>
    public static string? Keep(string body, IReadOnlyCollection<string> names)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject whole ? Keep(whole, names).ToJsonString() : null;
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException)
        {
            // A property that is there twice is an ArgumentException.
            return null;
        }
    }

    private static JsonObject Keep(JsonObject whole, IReadOnlyCollection<string> names) =>
        new(whole.Where(property => property.Value is not JsonArray && names.Contains(property.Key))
            .Select(property => KeyValuePair.Create(property.Key, property.Value is JsonObject inner ? Keep(inner, names) : property.Value?.DeepClone())));
}
