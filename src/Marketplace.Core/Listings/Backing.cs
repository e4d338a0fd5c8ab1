using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;

namespace Marketplace.Core.Listings;

/// <summary>What a product has to show for what is said of it, on one day.</summary>
/// <param name="Stars">The stars that a certificate lets it show that day; null for none.</param>
/// <param name="Held">Certifications that it holds, not those that are only being prepared.</param>
/// <param name="ExportMarkets">Markets that a source names: ISO 3166 country codes, or EU.</param>
/// <param name="Proven">What its producer's papers say that prove something that day, and which claims they back.</param>
public sealed record Backing(int? Stars, IReadOnlyList<ProductCertification> Held, IReadOnlyList<string> ExportMarkets, IReadOnlyList<(ClaimKind Claim, string Title)> Proven)
{
    /// <summary>Of a product that is not in the catalogue yet.</summary>
    public static readonly Backing None = new(null, [], [], []);

    /// <param name="evidence">Papers about the product, or about all that its producer makes.</param>
    public static Backing Of(Product? product, IEnumerable<Certificate> certificates, IEnumerable<EvidenceFile> evidence, DateOnly day) => new(
        certificates.Where(certificate => certificate.ShowsStarsOn(day)).OrderByDescending(certificate => certificate.IssuedOn)
            .Select(certificate => (int?)certificate.Stars).FirstOrDefault(),
        [.. product?.Certifications.Where(certification => certification.Held) ?? []],
        product?.ExportMarkets ?? [],
        [.. evidence.Where(paper => paper.ProvesOn(day) && paper.Details.Kind.Backs() is not null).Select(paper => (paper.Details.Kind.Backs()!.Value, paper.Details.Title))]);
}
