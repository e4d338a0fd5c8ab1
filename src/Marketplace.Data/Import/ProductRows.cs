using Marketplace.Core;
using Marketplace.Core.Catalogue;

namespace Marketplace.Data.Import;

/// <summary>Products.</summary>
internal static class ProductRows
{
    private static readonly IReadOnlyDictionary<string, ProgrammeStanding> Standings = new Dictionary<string, ProgrammeStanding>
    {
        ["certified"] = ProgrammeStanding.Certified,
        ["certified-rating-unverified"] = ProgrammeStanding.CertifiedRatingUnverified,
        ["promoted"] = ProgrammeStanding.Promoted,
        ["documented"] = ProgrammeStanding.Documented,
    };

    /// <summary>The source's group (2019) and the group in force that took over its products.</summary>
    private static readonly IReadOnlyDictionary<string, (string Source, string InForce)> Groups = new Dictionary<string, (string, string)>
    {
        ["food"] = ("2019-food", "food"),
        ["beverage"] = ("2019-beverage", "beverage"),
        ["herbal"] = ("2019-herbal", "herbal"),
        ["textile"] = ("2019-textile", "handicraft"),
        ["handicraft-decor"] = ("2019-souvenir", "handicraft"),
        ["tourism-service"] = ("2019-tourism", "tourism"),
    };

    public static void Product(ImportRecord record, ImportScope scope, Func<bool> sound)
    {
        var slug = record.Slug("id", MarketplaceDb.SlugLength);
        var name = record.Localized("name", MarketplaceDb.NameLength);
        var description = record.OptionalLocalized("description", MarketplaceDb.TextLength);
        var group = record.Choice("group", Groups);
        var category = record.Slug("category", MarketplaceDb.CodeLength);
        var producer = ImportScope.Reference(record, "producerId", scope.Producers);
        var (district, commune) = ProducerRows.Place(record, scope);
        var standing = record.Choice("ocopStatus", Standings);
        var stars = record.OptionalNumber("stars", 3, 5);
        var packaging = Bilingual(record.OptionalText("packaging", MarketplaceDb.NameLength));
        var certifications = record.Texts("certifications", MarketplaceDb.NameLength);
        var price = Price(record.Nested("indicativePriceVnd"));
        var markets = record.Texts("exportMarkets", 2);
        var keywords = record.Texts("keywords", MarketplaceDb.NameLength);
        var sources = record.Texts("sources", MarketplaceDb.TextLength);
        if (standing == ProgrammeStanding.Certified && stars is null && sound())
        {
            record.Fault("stars", "Sản phẩm đã công nhận phải có số sao (3 đến 5).", "A certified product must state its stars (3 to 5).");
        }

        if (!sound())
        {
            return;
        }

        // Decision 1048 counted ornamental plants among decoration; since 2022 they are a group of their own.
        var inForce = category == "plant" ? "ornamental" : group.InForce;
        var product = scope.Upsert(scope.Products, slug, () => new Product
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(scope.Now)),
            Slug = slug,
            Name = name,
            GroupCode = inForce,
            Category = category,
            ListedAt = scope.Now,
        });
        (product.Name, product.Description, product.GroupCode, product.SourceGroupCode, product.Category) = (name, description, inForce, group.Source, category);
        (product.ProducerId, product.DistrictCode, product.CommuneCode) = (producer is null ? null : scope.Producers[producer].Id, district, commune);
        (product.Standing, product.Packaging, product.IndicativePrice) = (standing, packaging, price);
        (product.ExportMarkets, product.Keywords, product.Sources) = (markets, keywords, sources);
        Replace(product.Certifications, [.. certifications.Select((text, i) => Certification(i + 1, text))]);
    }

    /// <summary>Rows that are as they were stay untouched, so that a second run has nothing to write.</summary>
    private static void Replace(List<ProductCertification> old, IReadOnlyList<ProductCertification> now)
    {
        if (!old.OrderBy(c => c.Number).SequenceEqual(now))
        {
            old.Clear();
            old.AddRange(now);
        }
    }

    private static ProductCertification Certification(int number, string text) => new()
    {
        Number = number,
        Code = CertificationKinds.All.Where(kind => text.Contains(kind.Word, StringComparison.OrdinalIgnoreCase)).Select(kind => kind.Code).FirstOrDefault() ?? "other",
        Detail = Bilingual(text)!,
        Held = !text.Contains("in preparation", StringComparison.Ordinal),
    };

    private static IndicativePrice? Price(ImportRecord? price)
    {
        const long Dearest = 1_000_000_000;
        return price is null ? null : new(
            price.OptionalNumber("min", 1, Dearest) ?? 0,
            price.OptionalNumber("max", 1, Dearest) ?? 0,
            price.Text("unit", MarketplaceDb.CodeLength),
            price.Text("kind", 16),
            (int?)price.OptionalNumber("year", 2000, 2100));
    }

    /// <summary>Sources write "Vietnamese / English" in one text; a text without the bar stands for both.</summary>
    private static LocalizedText? Bilingual(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var bar = text.IndexOf(" / ", StringComparison.Ordinal);
        return bar < 0 ? new(text) : new(text[..bar].Trim(), text[(bar + 3)..].Trim());
    }
}
