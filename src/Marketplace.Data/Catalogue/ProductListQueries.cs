using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Catalogue;

/// <summary>Lists of products straight from the database: what is shown while the search engine is away.</summary>
public static class ProductListQueries
{
    /// <summary>Ids with what a cursor needs, newest listing first or in the order of the slugs, which are the names without marks. One statement.</summary>
    /// <returns>One more than asked for when there are more; in reading order, so reversed when backwards.</returns>
    public static async Task<IReadOnlyList<ListPlace>> ProductPageAsync(
        this MarketplaceDb db, ProductChoice choice, bool newestFirst, ListPlace? from, bool backwards, int take, CancellationToken cancellationToken)
    {
        var products = Chosen(db, choice);
        if (from is { } place)
        {
            // The database compares: slugs are ASCII, so every collation orders them alike.
#pragma warning disable CA1309
            var beyond = backwards
                ? products.Where(p => string.Compare(p.Slug, place.Slug) < 0)
                : products.Where(p => string.Compare(p.Slug, place.Slug) > 0);
            products = (newestFirst, backwards) switch
            {
                (false, _) => beyond,
                (true, false) => products.Where(p => p.ListedAt < place.ListedAt || (p.ListedAt == place.ListedAt && string.Compare(p.Slug, place.Slug) > 0)),
                (true, true) => products.Where(p => p.ListedAt > place.ListedAt || (p.ListedAt == place.ListedAt && string.Compare(p.Slug, place.Slug) < 0)),
            };
#pragma warning restore CA1309
        }

        var ordered = (newestFirst, backwards) switch
        {
            (false, false) => products.OrderBy(p => p.Slug),
            (false, true) => products.OrderByDescending(p => p.Slug),
            (true, false) => products.OrderByDescending(p => p.ListedAt).ThenBy(p => p.Slug),
            (true, true) => products.OrderBy(p => p.ListedAt).ThenByDescending(p => p.Slug),
        };
        return await ordered.Take(take + 1).Select(p => new ListPlace(p.Id, p.ListedAt, p.Slug)).ToListAsync(cancellationToken);
    }

    /// <summary>How many products are chosen.</summary>
    public static Task<int> ChosenProductCountAsync(this MarketplaceDb db, ProductChoice choice, CancellationToken cancellationToken) =>
        Chosen(db, choice).CountAsync(cancellationToken);

    private static IQueryable<Product> Chosen(MarketplaceDb db, ProductChoice choice)
    {
        var products = db.Products.AsNoTracking();
        if (choice.Groups.Count > 0)
        {
            products = products.Where(product => choice.Groups.Contains(product.GroupCode));
        }

        if (choice.Districts.Count > 0)
        {
            products = products.Where(product => product.DistrictCode != null && choice.Districts.Contains(product.DistrictCode));
        }

        if (choice.Communes.Count > 0)
        {
            products = products.Where(product => product.CommuneCode != null && choice.Communes.Contains(product.CommuneCode));
        }

        if (choice.ProducerIds.Count > 0)
        {
            products = products.Where(product => product.ProducerId != null && choice.ProducerIds.Contains(product.ProducerId.Value));
        }

        var shown = CatalogueQueries.ShownOn(db, choice.Day);
        if (choice.Stars.Count > 0)
        {
            products = products.Where(product => shown.Any(certificate => certificate.ProductId == product.Id && choice.Stars.Contains(certificate.Stars)));
        }

        return choice.Certified is { } certified
            ? products.Where(product => shown.Any(certificate => certificate.ProductId == product.Id) == certified)
            : products;
    }
}

/// <summary>Which products a list shows; empty means all.</summary>
/// <param name="Day">The day whose certificates count.</param>
public sealed record ProductChoice(DateOnly Day)
{
    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];

    public IReadOnlyList<string> Communes { get; init; } = [];

    public IReadOnlyList<Guid> ProducerIds { get; init; } = [];

    public IReadOnlyList<int> Stars { get; init; } = [];

    public bool? Certified { get; init; }
}

/// <summary>A product's place in a list.</summary>
public sealed record ListPlace(Guid Id, DateTime ListedAt, string Slug);
