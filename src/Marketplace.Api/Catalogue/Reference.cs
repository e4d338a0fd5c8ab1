using Marketplace.Api.Search;
using Marketplace.Core;
using Marketplace.Core.Search;
using Marketplace.Data.Catalogue;

namespace Marketplace.Api.Catalogue;

/// <summary>Groups, places and legal texts as the graph shows them, linked to one another. Immutable; replaced whole when one changes.</summary>
internal sealed class Reference
{
    private readonly Dictionary<string, LegalTextGraph> _legalTexts;
    private readonly Dictionary<string, ProductGroupGraph> _groups = [];
    private readonly Dictionary<string, DistrictGraph> _districts;
    private readonly Dictionary<string, CommuneGraph> _communes = [];
    private readonly Dictionary<string, IReadOnlyList<CommuneGraph>> _communesOf;

    internal Reference(ReferenceData data)
    {
        Data = data;
        _legalTexts = data.LegalTexts.ToDictionary(text => text.Key, text => new LegalTextGraph(text.Value));
        _districts = data.Districts.ToDictionary(district => district.Key, district => new DistrictGraph(district.Value, this));
        foreach (var code in data.Groups.Keys)
        {
            Group(code);
        }

        foreach (var code in data.Communes.Keys)
        {
            Commune(code);
        }

        _communesOf = _communes.Values
            .Where(commune => commune.District is not null)
            .OrderBy(commune => VietnameseOrder.Key(commune.Names.Vi), StringComparer.Ordinal).ThenBy(commune => commune.Code, StringComparer.Ordinal)
            .GroupBy(commune => commune.District!.Code)
            .ToDictionary(communes => communes.Key, IReadOnlyList<CommuneGraph> (communes) => [.. communes]);
        Vocabulary = Words.Of(data);
    }

    internal ReferenceData Data { get; }

    /// <summary>What a search text may mean as a filter.</summary>
    internal SearchVocabulary Vocabulary { get; }

    internal IEnumerable<ProductGroupGraph> Groups => _groups.Values.OrderBy(group => group.Position);

    internal IReadOnlyCollection<DistrictGraph> Districts => _districts.Values;

    internal LegalTextGraph LegalText(string code) => _legalTexts[code];

    internal DistrictGraph? District(string? code) => code is null ? null : _districts.GetValueOrDefault(code);

    internal IReadOnlyList<CommuneGraph> CommunesOf(string district) => _communesOf.GetValueOrDefault(district, []);

    /// <summary>A group, linked to the one that took over its products.</summary>
    internal ProductGroupGraph? Group(string? code)
    {
        if (code is null || !Data.Groups.TryGetValue(code, out var group))
        {
            return null;
        }

        return _groups.TryGetValue(code, out var known)
            ? known
            : _groups[code] = new ProductGroupGraph(group, LegalText(group.LegalTextCode), Group(group.BecomesCode));
    }

    /// <summary>A commune, linked to its successors.</summary>
    internal CommuneGraph? Commune(string? code)
    {
        if (code is null || !Data.Communes.TryGetValue(code, out var commune))
        {
            return null;
        }

        return _communes.TryGetValue(code, out var known)
            ? known
            : _communes[code] = new CommuneGraph(commune, District(commune.DistrictCode), Commune(commune.SuccessorCode));
    }
}
