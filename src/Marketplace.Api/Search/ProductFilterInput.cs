using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Search;

namespace Marketplace.Api.Search;

/// <summary>Narrows a list of products. Values inside one field are alternatives; fields narrow one another.</summary>
[Name("ProductFilter")]
public sealed class ProductFilterInput
{
    private const int MostValues = 50;

    /// <summary>Codes of product groups in force, or of 2019: then the group that took over its products is meant.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>OCOP stars valid today: 3, 4, 5.</summary>
    public IReadOnlyList<int>? Stars { get; init; }

    /// <summary>Codes of districts.</summary>
    public IReadOnlyList<string>? Districts { get; init; }

    /// <summary>Codes of communes, as products name them.</summary>
    public IReadOnlyList<string>? Communes { get; init; }

    /// <summary>Ids of producers.</summary>
    [Id]
    public IReadOnlyList<string>? ProducerIds { get; init; }

    /// <summary>Legal forms of producers.</summary>
    public IReadOnlyList<ProducerKind>? ProducerKinds { get; init; }

    /// <summary>True: only products that show stars today; false: only those that do not.</summary>
    public bool? Certified { get; init; }

    /// <summary>Codes of other certifications: "gi", "vietgap", "globalgap", "organic", "msc" …</summary>
    public IReadOnlyList<string>? Certifications { get; init; }

    /// <summary>Lowest unit price in đồng, included.</summary>
    public long? PriceMin { get; init; }

    /// <summary>Highest unit price in đồng, included.</summary>
    public long? PriceMax { get; init; }

    /// <summary>True: only what can be ordered, from stock or made to order; false: only what cannot.</summary>
    public bool? Available { get; init; }

    /// <summary>ISO 3166 country codes, or EU.</summary>
    public IReadOnlyList<string>? ExportMarkets { get; init; }

    internal ProductFilter Checked(Reference reference)
    {
        Few(Groups?.Count, "groups");
        Few(Districts?.Count, "districts");
        Few(Communes?.Count, "communes");
        Few(ProducerIds?.Count, "producerIds");
        Few(Certifications?.Count, "certifications");
        Few(ExportMarkets?.Count, "exportMarkets");
        if (PriceMin < 0 || PriceMax < 0 || PriceMin > PriceMax)
        {
            throw new BadInputException(new(
                "priceMin và priceMax phải từ 0 trở lên và priceMin không lớn hơn priceMax.",
                "priceMin and priceMax must be 0 or more, and priceMin not above priceMax."));
        }

        return new ProductFilter
        {
            Groups = [.. Known(Groups, "groups", code => reference.Group(code) is not null, [.. reference.Groups.Where(group => group.ValidTo is null).Select(group => group.Code)])
                .Select(code => reference.Group(code)!.Becomes?.Code ?? code)],
            Stars = [.. Known(Stars, "stars", stars => stars is >= 3 and <= 5, ["3", "4", "5"])],
            Districts = [.. Known(Districts, "districts", code => reference.District(code) is not null, [.. reference.Districts.Select(district => district.Code)])],
            Communes = [.. Known(Communes, "communes", code => reference.Commune(code) is not null, [])],
            ProducerIds = [.. (ProducerIds ?? []).Select(Producer)],
            ProducerKinds = ProducerKinds ?? [],
            Certified = Certified,
            Certifications = [.. Known(Certifications, "certifications", code => CertificationKinds.All.Any(kind => kind.Code == code), [.. CertificationKinds.All.Select(kind => kind.Code)])],
            PriceMin = PriceMin,
            PriceMax = PriceMax,
            Available = Available,
            ExportMarkets = [.. Known(ExportMarkets, "exportMarkets", code => code.Length == 2 && code.All(char.IsAsciiLetterUpper), ["VN", "US", "EU"])],
        };
    }

    private static IEnumerable<T> Known<T>(IReadOnlyList<T>? values, string field, Func<T, bool> isKnown, IReadOnlyList<string> examples)
    {
        foreach (var value in values ?? [])
        {
            if (!isKnown(value))
            {
                var right = examples.Count == 0 ? "" : string.Join(", ", examples);
                throw new BadInputException(new(
                    $"filter.{field}: không có giá trị \"{Short(value)}\"." + (right.Length > 0 ? $" Các giá trị: {right}." : ""),
                    $"filter.{field}: there is no \"{Short(value)}\"." + (right.Length > 0 ? $" Values: {right}." : "")));
            }

            yield return value;
        }
    }

    private static Guid Producer(string id) => GlobalId.TryDecode(id, out var type, out var key) && type == "Producer"
        ? key
        : throw new BadInputException(new($"filter.producerIds: \"{Short(id)}\" không phải id của nhà sản xuất.", $"filter.producerIds: \"{Short(id)}\" is not the id of a producer."));

    private static void Few(int? count, string field)
    {
        if (count > MostValues)
        {
            throw new BadInputException(new($"filter.{field}: tối đa {MostValues} giá trị; đã nhận {count}.", $"filter.{field}: {MostValues} values at most; got {count}."));
        }
    }

    private static string Short<T>(T value) => value?.ToString() is { } text ? text.Length <= 60 ? text : text[..60] + "…" : "";
}
