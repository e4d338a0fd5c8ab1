namespace Marketplace.Benchmarks;

/// <summary>The questions, shaped as the storefront asks them.</summary>
internal static class Documents
{
    /// <summary>Ten fields of each product.</summary>
    private const string TenFields = """
        id slug name stars group { code } category { name } producer { name } district { name } images { url } offers { price { formatted } }
        """;

    public const string Search = $$"""
        query Search($search: String) {
          products(search: $search, first: 20) {
            totalCount
            facets { name label values { value label count selected } }
            pageInfo { hasNextPage endCursor }
            nodes { {{TenFields}} }
          }
        }
        """;

    public const string List = $$"""
        query List($after: String) {
          products(first: 20, after: $after) { pageInfo { hasNextPage endCursor } nodes { {{TenFields}} } }
        }
        """;

    public const string Page = $$"""
        query Page($slug: String!) {
          product(slug: $slug) {
            id slug name names { vi en } description packaging sources
            group { code name }
            category { code name }
            certificate { ...Paper }
            certificates { ...Paper }
            certifications { code name detail }
            producer { slug name kindLabel makes productCount }
            district { name kind validTo }
            commune { name kind validTo successor { name kind } }
            images { url alt width height illustration }
            offers {
              sku pack unit price { formatted } priceTiers { minimum unitPrice { formatted } }
              quantityRule { minimum increment maximum } leadTimeDays availability { state label quantity leadTimeDays } demonstration
            }
            exportMarkets { code name }
            indicativePrice { minimum { formatted } maximum { formatted } unit kind year }
            similar(first: 4) { {{TenFields}} }
          }
        }

        fragment Paper on Certificate {
          number stars state stateLabel showsStars issuedOn expiresOn validUntil issuer decisionNumber evidenceGrade
          legalText { code title } events { kind label on until reason } demonstration
        }
        """;

    /// <summary>Every product once, so that the cache of the catalogue knows them.</summary>
    public const string Walk = "query Walk($after: String) { products(first: 100, sort: NAME, after: $after) { pageInfo { hasNextPage endCursor } nodes { slug producer { slug productCount } } } }";

    public const string Find = "query Find($search: String!) { products(search: $search, understand: false, first: 5) { totalCount nodes { slug } } }";
}
