using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;
using Marketplace.Core.Pricing;

namespace Marketplace.Core.Ordering;

/// <summary>All that is known of an offer when somebody wants to buy it.</summary>
/// <param name="Producer">Null where the sources name no business: then nobody sells it.</param>
/// <param name="Certificates">Of the product.</param>
/// <param name="List">The buyer's price list of this producer, where it holds today; null without one.</param>
/// <param name="Promised">Units that orders take of each week's making, by the week's Monday.</param>
public sealed record Goods(
    Offer Offer, Product Product, Producer? Producer, IReadOnlyList<Certificate> Certificates, PriceList? List, IReadOnlyDictionary<DateOnly, int> Promised)
{
    /// <summary>Whether anybody can buy it: it is shown, on sale, and somebody makes it.</summary>
    public bool IsSold => Producer is not null && Product.Visibility == Visibility.Shown && Offer.OnSale;

    /// <summary>The certificate whose stars the product bears that day, with the most stars where there are two.</summary>
    public CertificateOfDay? CertificateOn(DateOnly day) => Certificates.Where(certificate => certificate.ShowsStarsOn(day)).MaxBy(certificate => certificate.Stars) is { } certificate
        ? new(certificate.Number, certificate.Stars, certificate.ValidUntil, certificate.IsDemonstration)
        : null;

    /// <summary>What a quantity costs. Refused with the reason when it cannot be bought.</summary>
    public Result<LinePrice> PriceOf(int quantity, DateOnly day) => IsSold ? LinePrice.Of(Offer, quantity, List, day) : new(new NotOnSale(Offer.Sku));

    /// <summary>What so many samples cost. Refused with the reason when they cannot be had.</summary>
    /// <param name="left">Units that the buyer may still order as samples.</param>
    public Result<LinePrice> PriceOfSamples(int quantity, int left, DateOnly day) => IsSold ? LinePrice.OfSamples(Offer, quantity, left, day) : new(new NotOnSale(Offer.Sku));

    /// <summary>The next larger quantity at which a unit costs less than at that price; null where there is none.</summary>
    public LinePrice? CheaperThan(LinePrice price, DateOnly day) => price.Cheaper(Offer, List, day);

    /// <summary>When a quantity can be sent. Refused with the reason when it cannot be had.</summary>
    public Result<Promise> PromiseOf(int quantity, DateOnly day) => IsSold ? Promise.Of(Offer, quantity, Promised, day) : new(new NotOnSale(Offer.Sku));
}
