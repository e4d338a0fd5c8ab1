using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;

namespace Marketplace.Core.Listings;

/// <summary>What a product has to show for what is said of it, on one day.</summary>
/// <param name="Stars">The stars that a certificate lets it show that day; null for none.</param>
/// <param name="Held">Certifications that it holds, not those that are only being prepared.</param>
/// <param name="ExportMarkets">Markets that a source names: ISO 3166 country codes, or EU.</param>
public sealed record Backing(int? Stars, IReadOnlyList<ProductCertification> Held, IReadOnlyList<string> ExportMarkets)
{
    /// <summary>Of a product that is not in the catalogue yet.</summary>
    public static readonly Backing None = new(null, [], []);

    public static Backing Of(Product? product, IEnumerable<Certificate> certificates, DateOnly day) => new(
        certificates.Where(certificate => certificate.ShowsStarsOn(day)).OrderByDescending(certificate => certificate.IssuedOn)
            .Select(certificate => (int?)certificate.Stars).FirstOrDefault(),
        [.. product?.Certifications.Where(certification => certification.Held) ?? []],
        product?.ExportMarkets ?? []);
}
