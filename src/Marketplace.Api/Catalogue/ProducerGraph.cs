using GraphQL;
using GraphQL.DataLoader;
using Marketplace.Core;
using Marketplace.Api.Search;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Evidence;
using Marketplace.Core.Search;
using Marketplace.Data.Evidence;

namespace Marketplace.Api.Catalogue;

/// <summary>Whoever makes a product and may hold its certificate.</summary>
[Name("Producer")]
public sealed class ProducerGraph : INode
{
    private readonly Producer _producer;
    private readonly IReadOnlyList<EvidenceFile> _evidence;

    internal ProducerGraph(ShownProducer shown, Reference reference)
    {
        var producer = shown.Producer;
        (_producer, _evidence) = (producer, shown.Evidence);
        District = reference.District(producer.DistrictCode);
        Commune = reference.Commune(producer.CommuneCode);
    }

    /// <inheritdoc/>
    [Id]
    public string Id => GlobalId.Encode("Producer", _producer.Id);

    /// <summary>Names the producer in addresses; never changes.</summary>
    public string Slug => _producer.Slug;

    /// <summary>In both languages.</summary>
    public LocalizedText Names => _producer.Name;

    /// <summary>Legal form.</summary>
    public ProducerKind Kind => _producer.Kind;

    /// <summary>District-level unit of the former province; null where not known.</summary>
    public DistrictGraph? District { get; }

    /// <summary>Commune of its sources' time, with the unit that followed it; null where not known.</summary>
    public CommuneGraph? Commune { get; }

    /// <summary>The least for which one order must buy of it; null where it asks for nothing.</summary>
    public MoneyGraph? SmallestOrder => _producer.SmallestOrder is { } least ? new(Money.Dong(least)) : null;

    /// <summary>Web pages on which the record rests.</summary>
    public IReadOnlyList<string> Sources => _producer.Sources;

    /// <summary>When the record last changed, in UTC; its products have times of their own.</summary>
    public DateTime UpdatedAt => _producer.UpdatedAt;

    internal Guid Key => _producer.Id;

    /// <summary>Papers about one of its products, or about all that it makes, that hold on that day; the newest first.</summary>
    internal IEnumerable<EvidenceFile> EvidenceOf(Guid product, DateOnly day) =>
        _evidence.Where(evidence => (evidence.ProductId is null || evidence.ProductId == product) && evidence.IsShownOn(day));

    internal string NameSortKey => _producer.NameSortKey;

    /// <summary>In the reader's language.</summary>
    public string Name(Ask ask) => _producer.Name.In(ask.Language);

    /// <summary>Legal form in words.</summary>
    public string KindLabel(Ask ask) => Labels.Of(_producer.Kind).In(ask.Language);

    /// <summary>What it makes, in a sentence in the reader's language.</summary>
    public string? Makes(Ask ask) => _producer.Makes?.In(ask.Language);

    /// <summary>How many products it lists.</summary>
    public IDataLoaderResult<int> ProductCount([FromServices] ProductCounts counts) => counts.Load(_producer.Id);

    /// <summary>Its products: certified ones with more stars first, then by name. 1 to 100 a page, 20 unless told.</summary>
    [Cost(10)]
    public Task<ProductConnection> Products(
        IResolveFieldContext context, Ask ask, [FromServices] ProductSearch search, CancellationToken cancellationToken,
        int? first = null, string? after = null, int? last = null, string? before = null) =>
        search.RunAsync(
            context,
            ask,
            new SearchQuery
            {
                Filter = new() { ProducerIds = [_producer.Id] },
                Page = ProductSearch.Page(first, after, last, before),
                Today = ask.Today,
                Vocabulary = SearchVocabulary.Empty,
            },
            cancellationToken);
}

/// <summary>Counts the products of all producers on a level of an answer together.</summary>
public sealed class ProductCounts(CatalogueCache catalogue) : BatchLoader<Guid, int>
{
    protected override Task<IReadOnlyDictionary<Guid, int>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        catalogue.ProductCountsAsync(keys, cancellationToken);
}

internal sealed class ProducerNodes(CatalogueCache catalogue) : INodeLoader
{
    public string TypeName => "Producer";

    public async Task<IReadOnlyDictionary<Guid, object>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await catalogue.ProducersAsync(ids, cancellationToken)).ToDictionary(producer => producer.Key, object (producer) => producer);
}
