namespace Marketplace.Core.Catalogue;

/// <summary>What a source says of a product's standing in the programme. Never shown as stars: only a valid certificate is.</summary>
public enum ProgrammeStanding
{
    /// <summary>A source states the star rating.</summary>
    Certified,

    /// <summary>A source calls it an OCOP product, but its rating could not be confirmed.</summary>
    CertifiedRatingUnverified,

    /// <summary>Shown at a fair or named in the programme's plan; no rating found.</summary>
    Promoted,

    /// <summary>A documented speciality of the province with no link to the programme.</summary>
    Documented,

    /// <summary>Its producer lists it; no source speaks of it.</summary>
    Listed,
}

/// <summary>Whether the public may see a product. A hidden one is in no list, count or index; its certificates stay public facts.</summary>
public enum Visibility
{
    /// <summary>Everybody sees it.</summary>
    Shown,

    /// <summary>Paused or ended by its producer.</summary>
    Hidden,

    /// <summary>Taken out of sight by the programme office; its producer cannot show it again.</summary>
    TakenDown,
}

/// <summary>A good or service of one producer, as it is listed in the catalogue.</summary>
public sealed class Product
{
    public required Guid Id { get; init; }

    /// <summary>Names the product in addresses; never changes.</summary>
    public required string Slug { get; init; }

    public required LocalizedText Name { get; set; }

    public LocalizedText? Description { get; set; }

    /// <summary>The group of the legal text in force.</summary>
    public required string GroupCode { get; set; }

    /// <summary>The group under the text of the source record, where that differs in version.</summary>
    public string? SourceGroupCode { get; set; }

    /// <summary>The shelf it stands on, a code such as "coconut-candy".</summary>
    public required string Category { get; set; }

    /// <summary>Null where the sources name no business.</summary>
    public Guid? ProducerId { get; set; }

    public string? DistrictCode { get; set; }

    public string? CommuneCode { get; set; }

    public LocalizedText? Packaging { get; set; }

    public IndicativePrice? IndicativePrice { get; set; }

    /// <summary>ISO 3166 country codes, or EU, of markets that a source names.</summary>
    public IReadOnlyList<string> ExportMarkets { get; set; } = [];

    /// <summary>Further words that buyers use.</summary>
    public IReadOnlyList<string> Keywords { get; set; } = [];

    /// <summary>Web pages on which the record rests.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    public ProgrammeStanding Standing { get; set; }

    /// <summary>When it is harvested or made; null where nobody has said.</summary>
    public Season? Season { get; set; }

    public Visibility Visibility { get; set; }

    /// <summary>When this record last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>When the listing was made, in UTC.</summary>
    public required DateTime ListedAt { get; init; }

    public List<ProductCertification> Certifications { get; init; } = [];
}

/// <summary>A price named by a source in some year, for orientation; nothing can be bought at it.</summary>
public sealed record IndicativePrice(long Minimum, long Maximum, string Unit, string Kind, int? Year);

/// <summary>A certification or protected sign other than OCOP, as a source names it.</summary>
public sealed record ProductCertification
{
    /// <summary>Its place in the product's list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>"gi", "vietgap", "globalgap", "organic", "msc" …; see <see cref="CertificationKinds"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The source's words.</summary>
    public required LocalizedText Detail { get; init; }

    /// <summary>False while it is only being prepared: then no filter finds it.</summary>
    public required bool Held { get; init; }
}
