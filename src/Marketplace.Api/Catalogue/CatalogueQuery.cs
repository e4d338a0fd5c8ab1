using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

public sealed partial class Query
{
    /// <summary>A product by its id or its slug; null when there is none.</summary>
    public static async Task<ProductGraph?> Product(
        [FromServices] CatalogueCache catalogue, CancellationToken cancellationToken, [Id] string? id = null, string? slug = null) =>
        OneOf(id, slug, "Product") is { } key
            ? (await catalogue.ProductsAsync([key], cancellationToken)).FirstOrDefault()
            : slug is null ? null : await catalogue.ProductAsync(slug, cancellationToken);

    /// <summary>
    /// Up to 100 products by their slugs, in the same order; null in the place of a slug that names nothing. A slug may occur twice; more than
    /// 100 are refused (BAD_USER_INPUT).
    /// </summary>
    public static Task<IReadOnlyList<ProductGraph?>> ProductsBySlug(
        IReadOnlyList<string> slugs, [FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        slugs.Count <= PageArguments.LargestSize
            ? catalogue.ProductsAsync(slugs, cancellationToken)
            : throw new BadInputException(new(
                $"productsBySlug nhận tối đa {PageArguments.LargestSize} slug; đã nhận {slugs.Count}.",
                $"productsBySlug takes up to {PageArguments.LargestSize} slugs; got {slugs.Count}."));

    /// <summary>A producer by its id or its slug; null when there is none.</summary>
    public static async Task<ProducerGraph?> Producer(
        [FromServices] CatalogueCache catalogue, CancellationToken cancellationToken, [Id] string? id = null, string? slug = null) =>
        OneOf(id, slug, "Producer") is { } key
            ? (await catalogue.ProducersAsync([key], cancellationToken)).FirstOrDefault()
            : slug is null ? null : await catalogue.ProducerAsync(slug, cancellationToken);

    /// <summary>The six product groups in force on a day, today unless told.</summary>
    public static async Task<IReadOnlyList<ProductGroupGraph>> ProductGroups(
        Ask ask, [FromServices] CatalogueCache catalogue, CancellationToken cancellationToken, DateOnly? asOf = null)
    {
        var day = asOf ?? ask.Today;
        var reference = await catalogue.ReferenceAsync(cancellationToken);
        return [.. reference.Groups.Where(group => group.ValidFrom <= day && (group.ValidTo is null || day <= group.ValidTo))];
    }

    /// <summary>A product group of any legal text by its code, as filters take it; null when there is none.</summary>
    public static async Task<ProductGroupGraph?> ProductGroup(string code, [FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        (await catalogue.ReferenceAsync(cancellationToken)).Group(code);

    /// <summary>The shelves of the marketplace, in the alphabetical order of the reader's language.</summary>
    public static IReadOnlyList<CategoryGraph> Categories(Ask ask) =>
        [.. Core.Catalogue.Categories.Codes.Select(code => new CategoryGraph(code)).OrderBy(category => VietnameseOrder.Key(category.Name(ask)), StringComparer.Ordinal)];

    /// <summary>A district of the former Bến Tre province by its code, as filters take it; null when there is none.</summary>
    public static async Task<DistrictGraph?> District(string code, [FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        (await catalogue.ReferenceAsync(cancellationToken)).District(code);

    /// <summary>
    /// The districts of the former Bến Tre province in Vietnamese alphabetical order. With a day, only those that existed then: none after
    /// 30 June 2025, when the district level ended. Goods are still known by these names, so without a day all are given.
    /// </summary>
    public static async Task<IReadOnlyList<DistrictGraph>> Districts(
        [FromServices] CatalogueCache catalogue, CancellationToken cancellationToken, DateOnly? asOf = null)
    {
        var reference = await catalogue.ReferenceAsync(cancellationToken);
        return
        [
            .. reference.Districts
                .Where(district => asOf is null || ((district.ValidFrom is null || district.ValidFrom <= asOf) && (district.ValidTo is null || asOf <= district.ValidTo)))
                .OrderBy(district => VietnameseOrder.Key(district.Names.Vi), StringComparer.Ordinal),
        ];
    }

    /// <summary>A certificate by the number printed on it; null when none bears it.</summary>
    public static async Task<CertificateGraph?> Certificate(
        string number, [FromServices] CatalogueCache catalogue, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = await db.CertifiedProductIdAsync(number.Trim(), cancellationToken);
        var products = id is null ? [] : await catalogue.CertifiedProductsAsync([id.Value], cancellationToken);
        return products.SelectMany(product => product.Certificates).FirstOrDefault(certificate => certificate.Number == number.Trim());
    }

    /// <summary>
    /// The certificates that show stars today, newest issue first, those of one day in Vietnamese alphabetical order of their products. 1 to 100,
    /// 20 unless told; other numbers are refused (BAD_USER_INPUT).
    /// </summary>
    [Cost(2)]
    public static async Task<IReadOnlyList<CertificateGraph>> NewlyCertified(
        Ask ask, [FromServices] CatalogueCache catalogue, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 20)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var newest = await db.NewlyCertifiedAsync(ask.Today, size, cancellationToken);
        var ids = newest.Select(found => found.CertificateId).ToHashSet();
        var products = await catalogue.ProductsAsync([.. newest.Select(found => found.ProductId).Distinct()], cancellationToken);
        return
        [
            .. products.SelectMany(product => product.Certificates).Where(certificate => ids.Contains(certificate.Key))
                .OrderByDescending(certificate => certificate.IssuedOn)
                .ThenBy(certificate => VietnameseOrder.Key(certificate.Product.Names.Vi), StringComparer.Ordinal)
                .Take(size),
        ];
    }

    /// <summary>The catalogue as a whole.</summary>
    public static CatalogueGraph Catalogue() => new();

    /// <summary>The key of an id of that type; null when a slug was given, or an id of another type. Neither or both is refused.</summary>
    private static Guid? OneOf(string? id, string? slug, string type)
    {
        if (id is null == slug is null)
        {
            throw new BadInputException(new("Cho biết id hoặc slug, không phải cả hai.", "Give either id or slug."));
        }

        if (id is null)
        {
            return null;
        }

        if (!GlobalId.TryDecode(id, out var of, out var key))
        {
            throw new BadInputException(new("id không phải do hệ thống này cấp.", "The id was not given out by this API."));
        }

        return of == type ? key : null;
    }
}
