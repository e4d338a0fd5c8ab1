using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Search;

/// <summary>One thing that can be found.</summary>
[JsonDerivedType(typeof(ProductDocument), "product")]
[JsonDerivedType(typeof(ProducerDocument), "producer")]
public abstract record IndexDocument(Guid Id)
{
    /// <summary>The same for the same content on every node: an index that holds another one has missed a change.</summary>
    [JsonIgnore]
    public long Fingerprint => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));
}

/// <summary>A product as the index knows it. What depends on the day (stars) is kept as periods and decided when a query names its day.</summary>
public sealed record ProductDocument(Guid Id) : IndexDocument(Id)
{
    public required string Slug { get; init; }

    public required LocalizedText Name { get; init; }

    public LocalizedText? Description { get; init; }

    /// <summary>Further words that buyers use for it, in either language.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The shelf, in both languages: "Kẹo dừa" / "Coconut candy".</summary>
    public LocalizedText? Category { get; init; }

    public required string GroupCode { get; init; }

    public LocalizedText? GroupName { get; init; }

    public string? DistrictCode { get; init; }

    public LocalizedText? DistrictName { get; init; }

    public string? CommuneCode { get; init; }

    /// <summary>The commune's names, before and after July 2025.</summary>
    public IReadOnlyList<LocalizedText> CommuneNames { get; init; } = [];

    public Guid? ProducerId { get; init; }

    public LocalizedText? ProducerName { get; init; }

    public ProducerKind? ProducerKind { get; init; }

    /// <summary>Codes of other certifications: "gi", "vietgap", "organic".</summary>
    public IReadOnlyList<string> Certifications { get; init; } = [];

    /// <summary>When a certificate lets the product show stars. Periods never overlap.</summary>
    public IReadOnlyList<StarPeriod> Stars { get; init; } = [];

    /// <summary>The lowest price of one unit in đồng; null when nothing is offered.</summary>
    public long? PriceFrom { get; init; }

    /// <summary>Whether something can be ordered, from stock or made to order.</summary>
    public required bool Available { get; init; }

    /// <summary>ISO country codes, or EU.</summary>
    public IReadOnlyList<string> ExportMarkets { get; init; } = [];

    public required DateTime ListedAt { get; init; }
}

/// <summary>Stars shown from the first to the last day, both included.</summary>
public readonly record struct StarPeriod(int Stars, DateOnly From, DateOnly To)
{
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>A producer as the index knows it: found by suggestions.</summary>
public sealed record ProducerDocument(Guid Id) : IndexDocument(Id)
{
    public required string Slug { get; init; }

    public required LocalizedText Name { get; init; }

    public required int ProductCount { get; init; }
}
