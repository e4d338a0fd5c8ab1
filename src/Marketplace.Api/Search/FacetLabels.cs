using System.Globalization;
using Marketplace.Api.Catalogue;
using Marketplace.Api.GraphQL;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;

namespace Marketplace.Api.Search;

/// <summary>What people call the values of facets.</summary>
internal static class FacetLabels
{
    public static LocalizedText Of(string facet, string value, Reference reference) => facet switch
    {
        FacetNames.Group => reference.Group(value)?.Names,
        FacetNames.District => reference.District(value)?.Names,
        FacetNames.Commune => reference.Commune(value)?.Names,
        FacetNames.Stars => new($"{value} sao", $"{value} stars"),
        FacetNames.ProducerKind => Enum.TryParse<ProducerKind>(value, out var kind) ? Labels.Of(kind) : null,
        FacetNames.Certification => CertificationKinds.NameOf(value),
        FacetNames.Price => Price(value),
        FacetNames.Availability => value == "true" ? new("Đặt được ngay", "Can be ordered") : new("Tạm hết hàng", "Out of stock"),
        _ => null,
    } ?? new LocalizedText(value);

    /// <summary>The value as filters of the graph take it: enumerations by their names there.</summary>
    public static string GraphValue(string facet, string value) =>
        facet == FacetNames.ProducerKind && Enum.TryParse<ProducerKind>(value, out var kind) ? EnumNames.Of(kind) : value;

    /// <summary>"50000-99999" is 50.000 ₫ to under 100.000 ₫.</summary>
    private static LocalizedText? Price(string band)
    {
        var bounds = band.Split('-');
        if (bounds.Length != 2 || !long.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return null;
        }

        var low = Money.Dong(from);
        if (!long.TryParse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture, out var to))
        {
            return new($"Từ {low.Format(Language.Vi)}", $"{low.Format(Language.En)} and more");
        }

        var high = Money.Dong(to + 1);
        return from == 0
            ? new($"Dưới {high.Format(Language.Vi)}", $"Under {high.Format(Language.En)}")
            : new($"{low.Format(Language.Vi)} – {high.Format(Language.Vi)}", $"{low.Format(Language.En)} – {high.Format(Language.En)}");
    }
}
