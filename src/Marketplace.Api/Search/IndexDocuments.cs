using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Search;
using Marketplace.Data.Catalogue;

namespace Marketplace.Api.Search;

/// <summary>Makes index documents out of what the database holds.</summary>
internal static class IndexDocuments
{
    public static ProductDocument Of(ListedProduct listed, Producer? producer, ReferenceData reference)
    {
        var product = listed.Product;
        return new ProductDocument(product.Id)
        {
            Slug = product.Slug,
            Name = product.Name,
            Description = product.Description,
            Keywords = product.Keywords,
            Category = Categories.NameOf(product.Category),
            GroupCode = product.GroupCode,
            GroupName = reference.Groups.GetValueOrDefault(product.GroupCode)?.Name,
            DistrictCode = product.DistrictCode,
            DistrictName = product.DistrictCode is { } district ? reference.Districts.GetValueOrDefault(district)?.Name : null,
            CommuneCode = product.CommuneCode,
            CommuneNames = CommuneNames(product.CommuneCode, reference),
            ProducerId = product.ProducerId,
            ProducerName = producer?.Name,
            ProducerKind = producer?.Kind,
            Certifications = [.. product.Certifications.Where(certification => certification.Held).Select(certification => certification.Code).Distinct()],
            Stars = StarPeriods(listed.Certificates),
            PriceFrom = listed.Offers.Count == 0 ? null : listed.Offers.Min(offer => offer.Price.Amount),
            Available = listed.Offers.Any(offer => offer.Availability != AvailabilityState.OutOfStock),
            ExportMarkets = product.ExportMarkets,
            ListedAt = product.ListedAt,
        };
    }

    public static ProducerDocument Of(Producer producer, int productCount) =>
        new(producer.Id) { Slug = producer.Slug, Name = producer.Name, ProductCount = productCount };

    /// <summary>The commune and every unit that followed it: people type the old name or the new one.</summary>
    private static List<LocalizedText> CommuneNames(string? code, ReferenceData reference)
    {
        List<LocalizedText> names = [];
        while (code is not null && reference.Communes.TryGetValue(code, out var commune))
        {
            names.Add(commune.Name);
            code = commune.SuccessorCode;
        }

        return names;
    }

    /// <summary>Should two certificates ever claim the same days, the later one counts from its first day on.</summary>
    private static List<StarPeriod> StarPeriods(IReadOnlyList<Certificate> certificates)
    {
        List<StarPeriod> periods = [];
        foreach (var period in certificates.Select(certificate => certificate.StarPeriod).OfType<StarPeriod>().OrderBy(period => period.From))
        {
            if (periods.Count > 0 && periods[^1].To >= period.From)
            {
                periods[^1] = periods[^1] with { To = period.From.AddDays(-1) };
            }

            periods.Add(period);
        }

        return periods;
    }
}
