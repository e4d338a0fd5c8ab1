using System.Security.Cryptography;
using System.Text;
using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Import;

/// <summary>
/// Prices, terms, stock and certificates made up for a marketplace that has none yet, the same on every machine for a given day and marked
/// as demonstration in the database. The stars of products that a source calls certified are real; every date and number is not.
/// </summary>
public sealed class DemonstrationData(MarketplaceDb db, TimeProvider clock)
{
    /// <summary>Products that show what becomes of certificates: no source states a rating of them, and none names a maker whom it could wrong.</summary>
    private static readonly IReadOnlyDictionary<string, Fate> Fates = new Dictionary<string, Fate>
    {
        ["xa-bong-dua-khanh-thanh-tan"] = Fate.Expiring,
        ["mat-ong-hoa-dua-ba-tiep"] = Fate.Expiring,
        ["banh-trung-thu-mo-cay-nam"] = Fate.Expired,
        ["buoi-da-xanh-mo-cay-nam"] = Fate.Expired,
        ["tranh-dua-khanh-thanh-tan"] = Fate.Expired,
        ["keo-chuoi-ben-tre"] = Fate.Revoked,
        ["mut-tac-ben-tre"] = Fate.Revoked,
    };

    /// <summary>Makers that ask of one order for so much, in đồng.</summary>
    private static readonly IReadOnlyDictionary<string, long> SmallestOrders = new Dictionary<string, long>
    {
        ["cong-ty-minh-luong"] = 500_000,
        ["vina-tt-kim-thanh"] = 1_000_000,
    };

    private enum Fate
    {
        Valid,
        Expiring,
        Expired,
        Revoked,
    }

    /// <summary>Adds what is missing and changes nothing that is there; returns how many rows it added.</summary>
    public async Task<int> AddAsync(CancellationToken cancellationToken)
    {
        var offered = await db.Offers.Select(offer => offer.ProductId).Distinct().ToHashSetAsync(cancellationToken);
        var certified = await db.Certificates.Select(certificate => certificate.ProductId).ToHashSetAsync(cancellationToken);
        var texts = await db.LegalTexts.AsNoTracking().ToListAsync(cancellationToken);
        var districts = await db.Districts.AsNoTracking().ToDictionaryAsync(district => district.Code, cancellationToken);
        var stars = ShippedStars.Load();
        var today = clock.Today();

        foreach (var product in await db.Products.IgnoreQueryFilters().AsNoTracking().OrderBy(product => product.Slug).ToListAsync(cancellationToken))
        {
            if (!offered.Contains(product.Id))
            {
                db.Offers.AddRange(DemonstrationOffers.For(product, clock.GetUtcNow(), Draw(product.Slug)));
            }

            if (!certified.Contains(product.Id) && (stars.TryGetValue(product.Slug, out var rating) || Fates.ContainsKey(product.Slug)))
            {
                var district = product.DistrictCode is null ? null : districts[product.DistrictCode];
                db.Certificates.Add(Certificate(product, rating == 0 ? 3 : rating, district, texts, today));
            }
        }

        await AskForSmallestOrdersAsync(offered, cancellationToken);
        return await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Asks with a maker's first offers only: whoever has taken a smallest order back is not asked again.</summary>
    private async Task AskForSmallestOrdersAsync(IReadOnlySet<Guid> offered, CancellationToken cancellationToken)
    {
        foreach (var producer in await db.Producers.Where(producer => SmallestOrders.Keys.Contains(producer.Slug)).ToListAsync(cancellationToken))
        {
            var products = await db.Products.IgnoreQueryFilters().Where(product => product.ProducerId == producer.Id).Select(product => product.Id).ToListAsync(cancellationToken);
            if (!offered.Overlaps(products) && producer.AskAtLeast(SmallestOrders[producer.Slug]).Failed(out var problem, out _))
            {
                throw new InvalidOperationException(problem.Message.En);
            }
        }
    }

    /// <summary>A number from 0 to 2^31 that depends on the word alone.</summary>
    internal static int Draw(string word) => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(word))) >> 1);

    private Certificate Certificate(Product product, int stars, District? district, List<LegalText> texts, DateOnly today)
    {
        var fate = Fates.GetValueOrDefault(product.Slug);
        var draw = Draw(product.Slug + "/certificate");
        var issuedOn = fate switch
        {
            Fate.Expiring => today.AddMonths(-36).AddDays(20 + (draw % 120)),
            Fate.Expired => today.AddMonths(-36).AddDays(-15 - (draw % 200)),
            _ => today.AddDays(-40 - (draw % 700)),
        };
        var text = texts.Where(t => t.CertificateMonths is not null && t.InForceOn(issuedOn)).MinBy(t => t.ValidFrom)
            ?? throw new InvalidOperationException($"No legal text was in force on {issuedOn:yyyy-MM-dd}.");
        var grant = new CertificateGrant(
            $"DEMO-{issuedOn.Year}-{draw % 100_000:D5}", stars, Issuer(stars, issuedOn, district), issuedOn, EvidenceGrade.B1, IsDemonstration: true);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        if (Marketplace.Core.Certification.Certificate.Issue(id, product.Id, grant, text).Failed(out var problem, out var certificate))
        {
            throw new InvalidOperationException(problem.Message.En);
        }

        if (fate == Fate.Revoked)
        {
            certificate.Revoke(today.AddDays(-10 - (draw % 20)), RevocationGround.OtherFinding, "Dữ liệu minh họa.");
        }

        return certificate;
    }

    /// <summary>Who decided ratings at that time: districts for three stars from 2023 until they ended, the province otherwise, the ministry for five.</summary>
    private static string Issuer(int stars, DateOnly issuedOn, District? district)
    {
        var merged = issuedOn >= new DateOnly(2025, 7, 1);
        return stars switch
        {
            5 => issuedOn < new DateOnly(2025, 3, 1) ? "Bộ Nông nghiệp và Phát triển nông thôn" : "Bộ Nông nghiệp và Môi trường",
            3 when !merged && district is not null => $"UBND {LowerFirst(district.Name.Vi)}",
            _ => merged ? "UBND tỉnh Vĩnh Long" : "UBND tỉnh Bến Tre",
        };
    }

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
