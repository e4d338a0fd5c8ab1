using GraphQL;
using Marketplace.Data;
using Marketplace.Data.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Catalogue;

/// <summary>The catalogue as a whole, today.</summary>
[Name("Catalogue")]
public sealed class CatalogueGraph
{
    /// <summary>Listed products.</summary>
    public async Task<int> ProductCount(Ask ask, [FromServices] CatalogueFigures figures, CancellationToken cancellationToken) =>
        (await figures.TotalsAsync(ask, cancellationToken)).Products;

    /// <summary>Products that show OCOP stars today.</summary>
    public async Task<int> CertifiedCount(Ask ask, [FromServices] CatalogueFigures figures, CancellationToken cancellationToken) =>
        (await figures.TotalsAsync(ask, cancellationToken)).Certified;

    /// <summary>Producers.</summary>
    public async Task<int> ProducerCount([FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ProducerCountAsync(ProducerChoice.All, cancellationToken);
    }

    /// <summary>True while prices, stock or certificates made up for demonstration are shown.</summary>
    public Task<bool> DemonstrationData([FromServices] CatalogueCache catalogue, CancellationToken cancellationToken) =>
        catalogue.HasDemonstrationDataAsync(cancellationToken);
}
