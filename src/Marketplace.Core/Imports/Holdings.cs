namespace Marketplace.Core.Imports;

/// <summary>A listing that a producer has.</summary>
/// <param name="IsLive">Whether it was approved once, so that offers may belong to it.</param>
public sealed record HeldListing(Guid Id, string Slug, string Name, bool IsLive);

/// <summary>An offer that a producer has.</summary>
public sealed record HeldOffer(Guid Id, Guid ListingId, string Sku, string Pack);

/// <summary>What a producer has, to find by the words of a sheet. Case, spaces and punctuation make no other name or pack; marks over letters do.</summary>
public sealed class Holdings
{
    private readonly Dictionary<string, HeldListing> _bySlug;
    private readonly Dictionary<Guid, HeldListing> _byId;
    private readonly Dictionary<string, HeldListing> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldOffer> _bySku;
    private readonly Dictionary<(Guid, string), HeldOffer> _byPack = [];

    public Holdings(IReadOnlyList<HeldListing> listings, IReadOnlyList<HeldOffer> offers)
    {
        _bySlug = listings.ToDictionary(listing => listing.Slug, StringComparer.OrdinalIgnoreCase);
        _byId = listings.ToDictionary(listing => listing.Id);
        _bySku = offers.ToDictionary(offer => offer.Sku, StringComparer.OrdinalIgnoreCase);
        foreach (var listing in listings)
        {
            _byName.TryAdd(ImportColumn.Words(listing.Name), listing);
        }

        foreach (var offer in offers)
        {
            _byPack.TryAdd((offer.ListingId, ImportColumn.Words(offer.Pack)), offer);
        }
    }

    internal HeldListing? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    internal HeldListing? ById(Guid id) => _byId.GetValueOrDefault(id);

    internal HeldListing? ByName(string words) => _byName.GetValueOrDefault(words);

    internal HeldOffer? BySku(string sku) => _bySku.GetValueOrDefault(sku);

    internal HeldOffer? ByPack(Guid listing, string words) => _byPack.GetValueOrDefault((listing, words));
}
