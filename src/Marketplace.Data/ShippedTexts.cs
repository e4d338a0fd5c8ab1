using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.Core.Policies;
using Marketplace.Core.Programme;

namespace Marketplace.Data;

/// <summary>Texts that ship with the program and change only with it: facts of the programme, and the marketplace's own policies. Read once.</summary>
public static class ShippedTexts
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<IReadOnlyList<ProgrammeFact>> ReadFacts = new(() => Read<FactsFile>("Seed/facts.json").Facts);

    private static readonly Lazy<IReadOnlyDictionary<PolicyCode, Policy>> ReadPolicies = new(() => typeof(ShippedTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("Seed/policies/", StringComparison.Ordinal))
        .Select(Read<PolicyVersion>)
        .GroupBy(version => version.Code)
        .ToDictionary(versions => versions.Key, versions => new Policy(versions)));

    public static IReadOnlyList<ProgrammeFact> Facts => ReadFacts.Value;

    public static IReadOnlyDictionary<PolicyCode, Policy> Policies => ReadPolicies.Value;

    private static T Read<T>(string name)
    {
        using var stream = typeof(ShippedTexts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of the program.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"{name} is empty.");
    }

    private sealed record FactsFile(IReadOnlyList<ProgrammeFact> Facts);
}
