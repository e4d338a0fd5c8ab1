using System.Buffers.Binary;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Data.Catalogue;

namespace Marketplace.Benchmarks;

/// <summary>
/// Makes a catalogue of any size out of the real one: the head of one product's name with the tail of another's, other makers, districts and
/// prices. The same on every machine. The real words are as frequent among each other as in the real catalogue; new words come with new
/// makers, of whom every second has a brand that half of its products bear: so the vocabulary grows with the catalogue.
/// </summary>
internal sealed class Variations(Originals originals, DateTime listedBefore)
{
    private const int ProductsOfProducer = 12;
    private const int LongestName = 200;

    private readonly Random _random = new(2026);
    private readonly Dictionary<Guid, string> _brands = [];
    private long _number;

    /// <summary>The makers of so many further products. Taken once, before the products.</summary>
    public IReadOnlyList<Producer> Producers(int products) => [.. Enumerable.Range(0, products / ProductsOfProducer).Select(NewProducer)];

    /// <summary>So many further products, made while they are read.</summary>
    public IEnumerable<ListedProduct> Products(int count, IReadOnlyList<Producer> producers) => Enumerable.Range(0, count).Select(_ => NewProduct(producers));

    private Producer NewProducer(int number)
    {
        var (one, other) = (Any(originals.Producers), Any(originals.Producers));
        var producer = new Producer
        {
            Id = NewId(),
            Slug = $"{Cut(one.Slug, 100)}-{_number}",
            Name = one.Name,
            Kind = one.Kind,
            DistrictCode = Any(originals.Districts).Code,
            Makes = other.Makes,
            Sources = one.Sources,
        };
        var name = Mixed(one.Name, other.Name, LongestName);
        if (number % 2 == 0)
        {
            var brand = _brands[producer.Id] = Brands.Of(number / 2);
            name = Branded(name, brand);
        }

        producer.Rename(name);
        return producer;
    }

    private ListedProduct NewProduct(IReadOnlyList<Producer> producers)
    {
        var (one, other) = (Any(originals.Products), Any(originals.Products));
        var maker = Any(producers).Id;
        var name = Mixed(one.Product.Name, other.Product.Name, LongestName);
        var product = new Product
        {
            Id = NewId(),
            Slug = $"{Cut(one.Product.Slug, 100)}-{_number}",
            Name = _random.Next(2) == 0 && _brands.TryGetValue(maker, out var brand) ? Branded(name, brand) : name,
            Description = _random.Next(2) == 0 ? one.Product.Description : other.Product.Description,
            GroupCode = one.Product.GroupCode,
            Category = one.Product.Category,
            ProducerId = maker,
            DistrictCode = Any(originals.Districts).Code,
            CommuneCode = other.Product.CommuneCode,
            Packaging = one.Product.Packaging,
            Keywords = one.Product.Keywords,
            ExportMarkets = other.Product.ExportMarkets,
            Sources = one.Product.Sources,
            Standing = one.Product.Standing,
            ListedAt = listedBefore.AddMinutes(-_random.Next(1_000_000)),
            Certifications = [.. other.Product.Certifications.Select(certification => certification with { Detail = certification.Detail with { } })],
        };

        // About as many with stars as among the real ones.
        return new ListedProduct(
            product,
            one.Offers.Count > 0 ? [NewOffer(product, one.Offers[0])] : [],
            one.Certificates.Count > 0 ? [NewCertificate(product, one.Certificates[0])] : [],
            []);
    }

    private Offer NewOffer(Product product, Offer like)
    {
        var offer = new Offer
        {
            Id = NewId(),
            ProductId = product.Id,
            Sku = $"VB-{_number}",
            Pack = like.Pack with { },
            Unit = like.Unit with { },
            Currency = like.Currency,
            QuantityRule = like.QuantityRule with { },
            Stock = _random.Next(6) == 0 ? 0 : like.Stock,
            MadeToOrder = like.MadeToOrder,
            LeadTimeDays = like.LeadTimeDays,
            IsDemonstration = true,
        };
        var percent = _random.Next(60, 180);
        PriceTier[] tiers = [.. like.PriceTiers.Select(tier => new PriceTier(tier.Minimum, Math.Max(1, tier.UnitPrice * percent / 100)))];
        return offer.WithPrices(tiers).Failed(out var problem, out var priced) ? throw new InvalidOperationException(problem.Message.En) : priced;
    }

    private Certificate NewCertificate(Product product, Certificate like)
    {
        var text = originals.LegalTexts.First(text => text.Code == like.LegalTextCode);
        var grant = new CertificateGrant($"VB-{_number}", _random.Next(3, 6), like.Issuer, like.IssuedOn, like.EvidenceGrade, IsDemonstration: true);
        return Certificate.Issue(NewId(), product.Id, grant, text).Failed(out var problem, out var certificate)
            ? throw new InvalidOperationException(problem.Message.En)
            : certificate;
    }

    private static LocalizedText Branded(LocalizedText name, string brand) => new(
        $"{Cut(name.Vi, LongestName - brand.Length - 1)} {brand}",
        name.En is null ? null : $"{brand} {Cut(name.En, LongestName - brand.Length - 1)}");

    private static LocalizedText Mixed(LocalizedText one, LocalizedText other, int longest) => new(
        Cut(Mixed(one.Vi, other.Vi), longest),
        one.En is null || other.En is null ? null : Cut(Mixed(one.En, other.En), longest));

    private static string Mixed(string one, string other)
    {
        var (head, tail) = (one.Split(' '), other.Split(' '));
        return string.Join(' ', head.Take((head.Length + 1) / 2).Concat(tail.Skip(tail.Length / 2)));
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest].TrimEnd('-', ' ');

    private T Any<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    /// <summary>Rising as real ids do, but the same in every run.</summary>
    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (1_767_225_600_000 + ++_number) << 16);
        bytes[6] = (byte)(0x70 | (bytes[9] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
