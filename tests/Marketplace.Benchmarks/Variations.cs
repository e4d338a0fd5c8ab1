using System.Buffers.Binary;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Benchmarks;

/// <summary>
/// Makes a catalogue of any size out of the real one: the head of one product's name with the tail of another's, other makers, districts and
/// prices. The same on every machine, so that words are as frequent among each other as in the real catalogue.
/// </summary>
internal sealed class Variations(Originals originals, IDbContextFactory<MarketplaceDb> databases, TimeProvider clock)
{
    private const int BatchSize = 1000;
    private const int ProductsOfProducer = 12;

    private readonly Random _random = new(2026);
    private readonly DateTime _listedAt = clock.GetUtcNow().UtcDateTime;
    private long _number;

    /// <summary>Adds products until there are so many.</summary>
    public async Task FillAsync(int products)
    {
        var missing = Math.Max(0, products - originals.Products.Count);
        Producer[] producers = [.. Enumerable.Range(0, missing / ProductsOfProducer).Select(_ => NewProducer())];
        await SaveAsync(producers);
        Guid[] makers = [.. originals.Producers.Concat(producers).Select(producer => producer.Id)];
        for (var made = 0; made < missing; made += BatchSize)
        {
            await SaveAsync([.. Enumerable.Range(0, Math.Min(BatchSize, missing - made)).SelectMany(_ => NewProduct(makers))]);
        }
    }

    private async Task SaveAsync(IReadOnlyCollection<object> rows)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    private Producer NewProducer()
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
        producer.Rename(Mixed(one.Name, other.Name, 200));
        return producer;
    }

    private IEnumerable<object> NewProduct(Guid[] makers)
    {
        var (one, other) = (Any(originals.Products), Any(originals.Products));
        var product = new Product
        {
            Id = NewId(),
            Slug = $"{Cut(one.Product.Slug, 100)}-{_number}",
            Name = Mixed(one.Product.Name, other.Product.Name, 200),
            Description = _random.Next(2) == 0 ? one.Product.Description : other.Product.Description,
            GroupCode = one.Product.GroupCode,
            Category = one.Product.Category,
            ProducerId = makers[_random.Next(makers.Length)],
            DistrictCode = Any(originals.Districts).Code,
            CommuneCode = other.Product.CommuneCode,
            Packaging = one.Product.Packaging,
            Keywords = one.Product.Keywords,
            ExportMarkets = other.Product.ExportMarkets,
            Sources = one.Product.Sources,
            Standing = one.Product.Standing,
            ListedAt = _listedAt.AddMinutes(-_random.Next(1_000_000)),
            Certifications = [.. other.Product.Certifications.Select(certification => certification with { Detail = certification.Detail with { } })],
        };
        yield return product;
        if (one.Offers.Count > 0)
        {
            yield return NewOffer(product, one.Offers[0]);
        }

        // About as many with stars as among the real ones.
        if (one.Certificates.Count > 0)
        {
            yield return NewCertificate(product, one.Certificates[0]);
        }
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
