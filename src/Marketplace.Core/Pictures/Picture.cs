namespace Marketplace.Core.Pictures;

/// <summary>A photograph that an organisation has sent, for one of its products or not yet for any.</summary>
public sealed class Picture
{
    public required Guid Id { get; init; }

    /// <summary>The organisation that sent it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The product that it shows; null while it belongs to none.</summary>
    public Guid? ProductId { get; set; }

    /// <summary>Its place among the product's pictures: the smallest is the main one. Of equal ones the older comes first.</summary>
    public int Position { get; set; }

    /// <summary>What it shows, for those who do not see it; null while nobody has said it.</summary>
    public LocalizedText? Alt { get; set; }

    /// <summary>Pixels of the sent picture, turned upright.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels of the sent picture, turned upright.</summary>
    public required int Height { get; init; }

    /// <summary>In which formats and widths it is kept; the smallest first in each format.</summary>
    public required IReadOnlyList<Rendition> Renditions { get; init; }

    /// <summary>SHA-256 of the sent bytes, 64 hexadecimal digits: tells a picture that is sent again.</summary>
    public required string SourceHash { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When this record last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>The one that every browser reads.</summary>
    public Rendition Fallback => Renditions.First(rendition => rendition.Format == RenditionFormat.Jpeg);
}
