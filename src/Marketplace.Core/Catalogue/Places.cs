namespace Marketplace.Core.Catalogue;

/// <summary>A district-level unit of the former Bến Tre province. The level ended on 30 June 2025; addresses, certificates and people keep the names.</summary>
public sealed class District
{
    public required string Code { get; init; }

    public required LocalizedText Name { get; set; }

    /// <summary>"city" or "district".</summary>
    public required string Kind { get; set; }

    /// <summary>First day; null when it existed before the catalogue's records begin (2018).</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day; null while the unit exists.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Approximate centre, degrees north.</summary>
    public double? Latitude { get; set; }

    /// <summary>Approximate centre, degrees east.</summary>
    public double? Longitude { get; set; }
}

/// <summary>A commune-level unit (xã, phường, thị trấn) of some time.</summary>
public sealed class Commune
{
    public required string Code { get; init; }

    public required LocalizedText Name { get; set; }

    /// <summary>"commune", "ward" or "township".</summary>
    public required string Kind { get; set; }

    /// <summary>Its district; null for units made after districts ended.</summary>
    public string? DistrictCode { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>The unit that took over its land; null while it exists, or where the chain is not known.</summary>
    public string? SuccessorCode { get; set; }

    /// <summary>Number in the statistics office's list of its time.</summary>
    public string? StatisticsCode { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }
}

/// <summary>A product group (nhóm sản phẩm) of one legal text. "Group V" means unrelated things under different texts.</summary>
public sealed class ProductGroup
{
    public required string Code { get; init; }

    public required string LegalTextCode { get; set; }

    /// <summary>Its number in the text: I to VI.</summary>
    public required string Roman { get; set; }

    public required LocalizedText Name { get; set; }

    public LocalizedText? Description { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The group of the later text that took over its products.</summary>
    public string? BecomesCode { get; set; }

    public int Position { get; set; }
}
