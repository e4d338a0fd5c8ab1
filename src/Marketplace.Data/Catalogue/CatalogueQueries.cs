using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Catalogue;

/// <summary>A product with what is shown beside it, read together and never changed.</summary>
public sealed record ListedProduct(
    Product Product, IReadOnlyList<Offer> Offers, IReadOnlyList<Certificate> Certificates, IReadOnlyList<Picture> Pictures);

/// <summary>Groups, places and legal texts: few, and shown with everything.</summary>
public sealed record ReferenceData(
    IReadOnlyDictionary<string, LegalText> LegalTexts,
    IReadOnlyDictionary<string, ProductGroup> Groups,
    IReadOnlyDictionary<string, District> Districts,
    IReadOnlyDictionary<string, Commune> Communes);

/// <summary>
/// Every read of the catalogue, one method each, so that a test can put the SQL of all of them before the parser of both databases.
/// The number of statements never depends on the number of rows.
/// </summary>
public static class CatalogueQueries
{
    /// <summary>Products in no particular order; ids of nothing are left out. Three statements.</summary>
    public static async Task<IReadOnlyList<ListedProduct>> ListedProductsAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var products = db.Products.Where(product => ids.Contains(product.Id));
        return await WithPartsAsync(db, products, cancellationToken);
    }

    /// <summary>As <see cref="ListedProductsAsync"/>, with those that are hidden: for the sake of their certificates, and for their producers.</summary>
    public static async Task<IReadOnlyList<ListedProduct>> ListedProductsEvenHiddenAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var products = db.Products.IgnoreQueryFilters().Where(product => ids.Contains(product.Id));
        return await WithPartsAsync(db, products, cancellationToken);
    }

    /// <summary>The products after that id, in the order of their ids: the way to read all of them without holding all of them.</summary>
    public static async Task<IReadOnlyList<ListedProduct>> ListedProductsAfterAsync(
        this MarketplaceDb db, Guid? after, int take, CancellationToken cancellationToken)
    {
        var products = db.Products.Where(product => after == null || product.Id > after).OrderBy(product => product.Id).Take(take);
        return await WithPartsAsync(db, products, cancellationToken);
    }

    public static async Task<Guid?> ProductIdAsync(this MarketplaceDb db, string slug, CancellationToken cancellationToken) => Columns.CouldBeCode(slug)
        ? await db.Products.Where(product => product.Slug == slug).Select(product => (Guid?)product.Id).SingleOrDefaultAsync(cancellationToken)
        : null;

    /// <summary>Products by their slugs; slugs of nothing are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> ProductIdsAsync(
        this MarketplaceDb db, IReadOnlyCollection<string> slugs, CancellationToken cancellationToken)
    {
        string[] codes = [.. slugs.Where(Columns.CouldBeCode)];
        return await db.Products.Where(product => codes.Contains(product.Slug)).Select(product => new { product.Slug, product.Id })
            .ToDictionaryAsync(product => product.Slug, product => product.Id, cancellationToken);
    }

    public static async Task<Guid?> ProducerIdAsync(this MarketplaceDb db, string slug, CancellationToken cancellationToken) => Columns.CouldBeCode(slug)
        ? await db.Producers.Where(producer => producer.Slug == slug).Select(producer => (Guid?)producer.Id).SingleOrDefaultAsync(cancellationToken)
        : null;

    /// <summary>The product that a certificate was issued for; null when no certificate bears the number.</summary>
    public static async Task<Guid?> CertifiedProductIdAsync(this MarketplaceDb db, string certificateNumber, CancellationToken cancellationToken) =>
        certificateNumber.EndsWith(' ') ? null : await db.Certificates.Where(certificate => certificate.Number == certificateNumber)
            .Select(certificate => (Guid?)certificate.ProductId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The products of each certificate or offer, by the id of the certificate or offer.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> ProductIdsOfPartsAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var certificates = db.Certificates.Where(certificate => ids.Contains(certificate.Id)).Select(c => new { c.Id, c.ProductId });
        var offers = db.Offers.Where(offer => ids.Contains(offer.Id)).Select(offer => new { offer.Id, offer.ProductId });
        return await certificates.Concat(offers).ToDictionaryAsync(part => part.Id, part => part.ProductId, cancellationToken);
    }

    /// <summary>Hidden ones too: what is kept of them is to be forgotten when their producer changes.</summary>
    public static async Task<IReadOnlyList<Guid>> ProductIdsOfProducersAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> producerIds, CancellationToken cancellationToken) =>
        await db.Products.IgnoreQueryFilters().Where(product => product.ProducerId != null && producerIds.Contains(product.ProducerId.Value))
            .Select(product => product.Id).ToListAsync(cancellationToken);

    public static async Task<IReadOnlyList<Producer>> ProducersAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Producers.AsNoTracking().Where(producer => ids.Contains(producer.Id)).ToListAsync(cancellationToken);

    /// <summary>A producer to be changed. One statement.</summary>
    public static Task<Producer?> ProducerAsync(this MarketplaceDb db, Guid id, CancellationToken cancellationToken) =>
        db.Producers.SingleOrDefaultAsync(producer => producer.Id == id, cancellationToken);

    public static async Task<IReadOnlyList<Producer>> ProducersAfterAsync(
        this MarketplaceDb db, Guid? after, int take, CancellationToken cancellationToken) =>
        await db.Producers.AsNoTracking().Where(producer => after == null || producer.Id > after)
            .OrderBy(producer => producer.Id).Take(take).ToListAsync(cancellationToken);

    /// <summary>How many products each producer lists; producers of none are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> ProductCountsAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> producerIds, CancellationToken cancellationToken) =>
        await db.Products.Where(product => product.ProducerId != null && producerIds.Contains(product.ProducerId.Value))
            .GroupBy(product => product.ProducerId!.Value)
            .Select(products => new { ProducerId = products.Key, Count = products.Count() })
            .ToDictionaryAsync(producer => producer.ProducerId, producer => producer.Count, cancellationToken);

    /// <summary>How many products name each commune; communes of none are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CommuneProductCountsAsync(
        this MarketplaceDb db, IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        await db.Products.Where(product => product.CommuneCode != null && codes.Contains(product.CommuneCode))
            .GroupBy(product => product.CommuneCode!)
            .Select(products => new { Code = products.Key, Count = products.Count() })
            .ToDictionaryAsync(commune => commune.Code, commune => commune.Count, cancellationToken);

    /// <summary>A page of producers in Vietnamese alphabetical order, read forwards or backwards from a position.</summary>
    /// <returns>One more than asked for when there are more; in reading order, so reversed when backwards.</returns>
    public static async Task<IReadOnlyList<Producer>> ProducerPageAsync(
        this MarketplaceDb db, ProducerChoice choice, ProducerPosition? from, bool backwards, int take, CancellationToken cancellationToken)
    {
        var producers = Chosen(db, choice);
        if (from is { } position)
        {
            // The database compares: sort keys are ASCII, so every collation orders them alike.
#pragma warning disable CA1309
            producers = backwards
                ? producers.Where(p => string.Compare(p.NameSortKey, position.SortKey) < 0 || (p.NameSortKey == position.SortKey && p.Id < position.Id))
                : producers.Where(p => string.Compare(p.NameSortKey, position.SortKey) > 0 || (p.NameSortKey == position.SortKey && p.Id > position.Id));
#pragma warning restore CA1309
        }

        var ordered = backwards
            ? producers.OrderByDescending(p => p.NameSortKey).ThenByDescending(p => p.Id)
            : producers.OrderBy(p => p.NameSortKey).ThenBy(p => p.Id);
        return await ordered.Take(take + 1).ToListAsync(cancellationToken);
    }

    public static Task<int> ProductCountAsync(this MarketplaceDb db, CancellationToken cancellationToken) => db.Products.CountAsync(cancellationToken);

    public static Task<int> ProducerCountAsync(this MarketplaceDb db, ProducerChoice choice, CancellationToken cancellationToken) =>
        Chosen(db, choice).CountAsync(cancellationToken);

    public static Task<bool> HasDemonstrationDataAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        // Compared with a value and not taken as a condition: only so does SQLite look into the index.
        var marked = true;
        return db.Offers.Where(offer => offer.IsDemonstration == marked).Select(offer => offer.Id)
            .Concat(db.Certificates.Where(certificate => certificate.IsDemonstration == marked).Select(certificate => certificate.Id))
            .AnyAsync(cancellationToken);
    }

    /// <summary>Four statements.</summary>
    public static async Task<ReferenceData> ReferenceDataAsync(this MarketplaceDb db, CancellationToken cancellationToken) => new(
        await db.LegalTexts.AsNoTracking().ToDictionaryAsync(text => text.Code, cancellationToken),
        await db.ProductGroups.AsNoTracking().ToDictionaryAsync(group => group.Code, cancellationToken),
        await db.Districts.AsNoTracking().ToDictionaryAsync(district => district.Code, cancellationToken),
        await db.Communes.AsNoTracking().ToDictionaryAsync(commune => commune.Code, cancellationToken));

    /// <summary>Those that are on sale.</summary>
    public static async Task<ILookup<Guid, Offer>> OffersOfAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        (await db.Offers.AsNoTracking().Where(offer => productIds.Contains(offer.ProductId) && offer.OnSale).ToListAsync(cancellationToken)).ToLookup(offer => offer.ProductId);

    public static async Task<ILookup<Guid, Certificate>> CertificatesOfAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        (await db.Certificates.AsNoTracking().Where(certificate => productIds.Contains(certificate.ProductId)).ToListAsync(cancellationToken))
            .ToLookup(certificate => certificate.ProductId);

    /// <summary>
    /// Certificates that show stars on that day, by product, those of hidden products left out: the newest of them, and all that were issued on the same day as the last of these,
    /// so that the caller may order a day's certificates as it likes. Two statements.
    /// </summary>
    public static async Task<IReadOnlyList<(Guid ProductId, Guid CertificateId)>> NewlyCertifiedAsync(
        this MarketplaceDb db, DateOnly day, int first, CancellationToken cancellationToken)
    {
        var shown = ShownOn(db, day).Where(c => db.Products.Any(product => product.Id == c.ProductId));
        var days = await shown.OrderByDescending(c => c.IssuedOn).Select(c => c.IssuedOn).Take(first).ToListAsync(cancellationToken);
        var oldest = days.Count > 0 ? days[^1] : day;
        var found = await shown.Where(c => c.IssuedOn >= oldest).Select(c => new { c.ProductId, c.Id }).ToListAsync(cancellationToken);
        return [.. found.Select(c => (c.ProductId, c.Id))];
    }

    /// <summary>Slugs of products and producers by their ids; ids of nothing are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> SlugsAsync(
        this MarketplaceDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var products = db.Products.IgnoreQueryFilters().Where(product => ids.Contains(product.Id)).Select(product => new { product.Id, product.Slug });
        var producers = db.Producers.Where(producer => ids.Contains(producer.Id)).Select(producer => new { producer.Id, producer.Slug });
        return await products.Concat(producers).ToDictionaryAsync(thing => thing.Id, thing => thing.Slug, cancellationToken);
    }

    /// <summary>Certificates that let their product show stars on that day: the rule of <see cref="Certificate.ShowsStarsOn"/> in the database's terms; a test holds them together.</summary>
    internal static IQueryable<Certificate> ShownOn(MarketplaceDb db, DateOnly day) => db.Certificates.Where(c =>
        (c.EvidenceGrade == EvidenceGrade.A || c.EvidenceGrade == EvidenceGrade.B1)
        && c.IssuedOn <= day
        && (c.ExpiresOn >= day || c.Events.Any(e => e.Kind == CertificateEventKind.Extended && e.Until >= day))
        && !c.Events.Any(e => (e.Kind == CertificateEventKind.Revoked || e.Kind == CertificateEventKind.Superseded) && e.On <= day));

    private static IQueryable<Producer> Chosen(MarketplaceDb db, ProducerChoice choice)
    {
        var producers = db.Producers.AsNoTracking();
        if (choice.Kinds.Count > 0)
        {
            producers = producers.Where(producer => choice.Kinds.Contains(producer.Kind));
        }

        string?[] districts = [.. choice.Districts.Where(Columns.CouldBeCode)];
        return choice.Districts.Count > 0 ? producers.Where(producer => districts.Contains(producer.DistrictCode)) : producers;
    }

    private static async Task<IReadOnlyList<ListedProduct>> WithPartsAsync(MarketplaceDb db, IQueryable<Product> chosen, CancellationToken cancellationToken)
    {
        // Pictures come in the products' own statement: most products have few, and a further statement would cost every list more.
        var products = await chosen.AsNoTracking().AsSingleQuery()
            .Select(product => new { Product = product, Pictures = db.Pictures.Where(picture => picture.ProductId == product.Id).ToList() })
            .ToListAsync(cancellationToken);
        if (products.Count == 0)
        {
            return [];
        }

        Guid[] ids = [.. products.Select(listed => listed.Product.Id)];
        var offers = await db.OffersOfAsync(ids, cancellationToken);
        var certificates = await db.CertificatesOfAsync(ids, cancellationToken);
        return
        [
            .. products.Select(listed => new ListedProduct(
                listed.Product,
                [.. offers[listed.Product.Id].OrderBy(offer => offer.Sku, StringComparer.Ordinal)],
                [.. certificates[listed.Product.Id].OrderByDescending(certificate => certificate.IssuedOn)],
                [.. listed.Pictures.OrderBy(picture => picture.Position).ThenBy(picture => picture.Id)])),
        ];
    }
}

/// <summary>Which producers a list shows; empty means all.</summary>
public sealed record ProducerChoice(IReadOnlyList<ProducerKind> Kinds, IReadOnlyList<string?> Districts)
{
    public static readonly ProducerChoice All = new([], []);
}

/// <summary>A place in the list of producers.</summary>
public sealed record ProducerPosition(string SortKey, Guid Id);
