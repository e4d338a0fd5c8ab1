using Marketplace.Core;
using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Certification;

/// <summary>A certificate with what it certifies.</summary>
public sealed record RegisterEntry(Certificate Certificate, LocalizedText Product, LocalizedText? Producer);

/// <summary>A product that a decision may certify, with what tells it apart from others of its name.</summary>
public sealed record CertifiableProduct(Guid Id, string Slug, LocalizedText Name, LocalizedText? Producer);

/// <summary>Reads of the programme office's register. They see certificates of hidden products too.</summary>
public static class RegisterQueries
{
    /// <summary>Certificates by the end of their regular term, the next to end first. Not tracked.</summary>
    /// <param name="from">The first last day that is wanted.</param>
    /// <param name="to">The last last day that is wanted.</param>
    /// <param name="number">Begins so; null for any.</param>
    /// <param name="after">The last one seen.</param>
    /// <returns>One more than asked for when there are more.</returns>
    public static async Task<IReadOnlyList<RegisterEntry>> RegisterAsync(
        this MarketplaceDb db, DateOnly from, DateOnly to, string? number, Guid? after, int take, CancellationToken cancellationToken)
    {
        var wanted = db.Certificates.IgnoreQueryFilters().AsNoTracking().Where(certificate => certificate.ExpiresOn >= from && certificate.ExpiresOn <= to);
        if (number is not null)
        {
            wanted = wanted.Where(certificate => certificate.Number.StartsWith(number));
        }

        if (after is { } id && await db.Certificates.IgnoreQueryFilters().Where(certificate => certificate.Id == id).Select(certificate => (DateOnly?)certificate.ExpiresOn).SingleOrDefaultAsync(cancellationToken) is { } last)
        {
            wanted = wanted.Where(certificate => certificate.ExpiresOn > last || (certificate.ExpiresOn == last && certificate.Id > id));
        }

        var page = await wanted.OrderBy(certificate => certificate.ExpiresOn).ThenBy(certificate => certificate.Id).Take(take + 1).ToListAsync(cancellationToken);
        return await WithProductsAsync(db, page, cancellationToken);
    }

    /// <summary>One certificate, tracked, to be changed; null when there is none.</summary>
    public static Task<Certificate?> CertificateToChangeAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Certificates.IgnoreQueryFilters().SingleOrDefaultAsync(certificate => certificate.Id == id, cancellationToken);

    /// <summary>One certificate; null when there is none. Not tracked.</summary>
    public static Task<Certificate?> CertificateAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Certificates.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(certificate => certificate.Id == id, cancellationToken);

    /// <summary>The certificates that bear these numbers. Not tracked.</summary>
    public static async Task<IReadOnlyList<Certificate>> CertificatesNumberedAsync(this MarketplaceDb db, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        await db.Certificates.IgnoreQueryFilters().AsNoTracking().Where(certificate => numbers.Contains(certificate.Number)).ToListAsync(cancellationToken);

    /// <summary>Products by their ids, slugs or Vietnamese names, whichever fit.</summary>
    public static async Task<IReadOnlyList<CertifiableProduct>> CertifiableProductsAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> slugs, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        string[] codes = [.. slugs.Where(Columns.CouldBeCode)];
        return await (
            from product in db.Products.IgnoreQueryFilters()
            where ids.Contains(product.Id) || codes.Contains(product.Slug) || names.Contains(product.Name.Vi)
            join producer in db.Producers on product.ProducerId equals producer.Id into makers
            from maker in makers.DefaultIfEmpty()
            select new CertifiableProduct(product.Id, product.Slug, product.Name, maker == null ? null : maker.Name)).ToListAsync(cancellationToken);
    }

    /// <summary>These certificates with what they certify, in their order. Two statements.</summary>
    public static async Task<IReadOnlyList<RegisterEntry>> WithProductsAsync(this MarketplaceDb db, IReadOnlyList<Certificate> certificates, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. certificates.Select(certificate => certificate.ProductId).Distinct()];
        var products = await db.Products.IgnoreQueryFilters().Where(product => ids.Contains(product.Id)).Select(product => new { product.Id, product.Name, product.ProducerId }).ToDictionaryAsync(product => product.Id, cancellationToken);
        Guid[] makers = [.. products.Values.Select(product => product.ProducerId).OfType<Guid>().Distinct()];
        var producers = await db.Producers.Where(producer => makers.Contains(producer.Id)).Select(producer => new { producer.Id, producer.Name }).ToDictionaryAsync(producer => producer.Id, producer => producer.Name, cancellationToken);
        return [.. certificates.Select(certificate => new RegisterEntry(certificate, products[certificate.ProductId].Name, products[certificate.ProductId].ProducerId is { } maker ? producers[maker] : null))];
    }
}
