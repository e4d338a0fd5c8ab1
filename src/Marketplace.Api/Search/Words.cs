using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;
using Marketplace.Data.Catalogue;

namespace Marketplace.Api.Search;

/// <summary>What people call places, groups and kinds when they type them into the search box.</summary>
internal static class Words
{
    private static readonly string[] Units = ["Thành phố ", "Huyện ", "Thị trấn ", "Phường ", "Xã "];

    public static SearchVocabulary Of(ReferenceData data) => new(
    [
        .. data.Districts.Values.Select(district => new VocabularyTerm(FacetNames.District, district.Code, PlaceNames(district.Name))),
        .. data.Communes.Values.Select(commune => new VocabularyTerm(FacetNames.Commune, commune.Code, PlaceNames(commune.Name))),
        .. data.Groups.Values.Where(group => group.ValidTo is null).Select(group => new VocabularyTerm(FacetNames.Group, group.Code, GroupNames(group))),
        .. ProducerKinds(),
        .. CertificationKinds.All.Select(kind => new VocabularyTerm(FacetNames.Certification, kind.Code, [kind.Name])),
    ]);

    /// <summary>With and without the word for the kind of unit: "Huyện Mỏ Cày Nam", "Mỏ Cày Nam".</summary>
    private static LocalizedText[] PlaceNames(LocalizedText name)
    {
        var unit = Units.FirstOrDefault(unit => name.Vi.StartsWith(unit, StringComparison.Ordinal));
        return unit is null ? [name] : [name, new(name.Vi[unit.Length..])];
    }

    /// <summary>Only names that mean the whole group: words such as "handicraft" are better searched for than filtered by.</summary>
    private static LocalizedText[] GroupNames(ProductGroup group) => group.Code switch
    {
        "tourism" => [group.Name, new("du lịch", "tourism")],
        _ => [group.Name],
    };

    private static IEnumerable<VocabularyTerm> ProducerKinds()
    {
        yield return Kind(ProducerKind.Cooperative, [new("HTX", "cooperative"), new("hợp tác xã", "co-op")]);
        yield return Kind(ProducerKind.CooperativeGroup, [new("THT", "cooperative group")]);
        yield return Kind(ProducerKind.Enterprise, [new("công ty", "company"), new("doanh nghiệp tư nhân", "business")]);
        yield return Kind(ProducerKind.Household, [new("hộ gia đình", "household"), new("hộ sản xuất", "family business")]);
    }

    private static VocabularyTerm Kind(ProducerKind kind, LocalizedText[] others) =>
        new(FacetNames.ProducerKind, kind.ToString(), [Labels.Of(kind), .. others]);
}
