using System.Runtime.CompilerServices;
using System.Text.Json;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;

namespace Marketplace.Tests.Search;

/// <summary>The real products as the index gets them, and the vocabulary that goes with them.</summary>
internal static class SeedDocuments
{
    public static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTime Listed = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, LocalizedText> Groups = new()
    {
        ["food"] = new("Thực phẩm", "Food"),
        ["beverage"] = new("Đồ uống", "Beverages"),
        ["herbal"] = new("Dược liệu và sản phẩm từ dược liệu", "Herbs and herbal products"),
        ["textile"] = new("Vải và may mặc", "Textiles"),
        ["handicraft-decor"] = new("Thủ công mỹ nghệ", "Handicrafts"),
        ["tourism-service"] = new("Du lịch cộng đồng, du lịch sinh thái", "Tourism"),
    };

    private static readonly Dictionary<string, JsonElement> Producers = ById(Read("producers.json"));
    private static readonly Dictionary<string, JsonElement> Districts = ById(Read("districts.json").GetProperty("districts"));
    private static readonly Dictionary<string, JsonElement> Communes = ById(Read("communes.json").GetProperty("communes"));

    public static IReadOnlyList<ProducerDocument> Makers { get; } =
        [.. Producers.Select((maker, i) => new ProducerDocument(IdOf(2, i)) { Slug = maker.Key, Name = NameOf(maker.Value), ProductCount = 1 })];

    public static IReadOnlyList<ProductDocument> Products { get; } = [.. Read("products.json").EnumerateArray().Select((product, i) => OfProduct(product, IdOf(1, i)))];

    public static SearchVocabulary Vocabulary { get; } = new(
    [
        .. Districts.Select(district => new VocabularyTerm(FacetNames.District, district.Key, [NameOf(district.Value)])),
        .. Communes.Select(commune => new VocabularyTerm(FacetNames.Commune, commune.Key, [NameOf(commune.Value)])),
        .. Groups.Select(group => new VocabularyTerm(FacetNames.Group, group.Key, [group.Value])),
        new(FacetNames.ProducerKind, nameof(ProducerKind.Cooperative), [new("Hợp tác xã", "Cooperative")]),
        new(FacetNames.ProducerKind, nameof(ProducerKind.CooperativeGroup), [new("Tổ hợp tác", "Cooperative group")]),
        new(FacetNames.ProducerKind, nameof(ProducerKind.Enterprise), [new("Doanh nghiệp", "Enterprise")]),
        new(FacetNames.ProducerKind, nameof(ProducerKind.Household), [new("Hộ kinh doanh", "Household business"), new("Hộ sản xuất")]),
        new(FacetNames.Certification, "gi", [new("Chỉ dẫn địa lý", "Geographical indication")]),
        new(FacetNames.Certification, "vietgap", [new("VietGAP")]),
        new(FacetNames.Certification, "globalgap", [new("GlobalGAP")]),
        new(FacetNames.Certification, "organic", [new("Hữu cơ", "Organic")]),
        new(FacetNames.Certification, "msc", [new("MSC")]),
    ]);

    public static IAsyncEnumerable<IndexDocument> All => Products.Concat<IndexDocument>(Makers).ToAsyncEnumerable();

    private static ProductDocument OfProduct(JsonElement product, Guid id)
    {
        var district = Text(product, "district");
        var commune = Text(product, "communeId");
        var producer = Text(product, "producerId");
        var group = product.GetProperty("group").GetString()!;
        var stars = product.GetProperty("ocopStatus").GetString() == "certified" ? product.GetProperty("stars").GetInt32() : 0;
        return new ProductDocument(id)
        {
            Slug = product.GetProperty("id").GetString()!,
            Name = NameOf(product),
            Description = new LocalizedText(Text(product, "descriptionVi") ?? "", Text(product, "descriptionEn")),
            Keywords = [.. product.GetProperty("keywords").EnumerateArray().Select(keyword => keyword.GetString()!)],
            Category = Categories.NameOf(product.GetProperty("category").GetString()!),
            GroupCode = group,
            GroupName = Groups[group],
            DistrictCode = district,
            DistrictName = district is null ? null : NameOf(Districts[district]),
            CommuneCode = commune,
            CommuneNames = commune is null ? [] : [NameOf(Communes[commune])],
            ProducerId = producer is null ? null : Makers.First(maker => maker.Slug == producer).Id,
            ProducerName = producer is null ? null : NameOf(Producers[producer]),
            ProducerKind = producer is null ? null : KindOf(Producers[producer]),
            Certifications = [.. CertificationsOf(product)],
            Stars = stars == 0 ? [] : [new StarPeriod(stars, Today.AddYears(-1), Today.AddYears(1))],
            Available = true,
            PriceFrom = null,
            ListedAt = Listed,
        };
    }

    private static IEnumerable<string> CertificationsOf(JsonElement product)
    {
        var all = string.Join(';', product.GetProperty("certifications").EnumerateArray().Select(entry => entry.GetString()));
        foreach (var (words, code) in new[] { ("Chỉ dẫn địa lý", "gi"), ("VietGAP", "vietgap"), ("GlobalGAP", "globalgap"), ("Hữu cơ", "organic"), ("MSC", "msc") })
        {
            if (all.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                yield return code;
            }
        }
    }

    private static ProducerKind KindOf(JsonElement producer) => producer.GetProperty("kind").GetString() switch
    {
        "cooperative" => ProducerKind.Cooperative,
        "cooperative-group" => ProducerKind.CooperativeGroup,
        "enterprise" => ProducerKind.Enterprise,
        _ => ProducerKind.Household,
    };

    private static LocalizedText NameOf(JsonElement element) => new(element.GetProperty("nameVi").GetString()!, Text(element, "nameEn"));

    private static string? Text(JsonElement element, string property) => element.TryGetProperty(property, out var value) ? value.GetString() : null;

    private static Dictionary<string, JsonElement> ById(JsonElement list) => list.EnumerateArray().ToDictionary(entry => entry.GetProperty("id").GetString()!);

    private static Guid IdOf(byte kind, int number) => new(number, kind, 0, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    private static JsonElement Read(string file, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Marketplace.Data/Seed", file);
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }
}
