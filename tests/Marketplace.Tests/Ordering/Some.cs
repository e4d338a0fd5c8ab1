using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Marketplace.Core.Pricing;

namespace Marketplace.Tests.Ordering;

/// <summary>Goods that nobody makes, for rules.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static readonly OrderDeed Buyer = new(OrderParty.Buyer, "Người mua", Now.UtcDateTime);

    public static readonly OrderDeed Maker = new(OrderParty.Producer, "Cơ sở", Now.UtcDateTime);

    public static Offer Offer(QuantityRule rule, IReadOnlyList<PriceTier> tiers, int stock = 1_000_000, bool madeToOrder = false, int? weeklyCapacity = null, int leadTimeDays = 0, params IReadOnlyList<DateOnly> off)
    {
        var terms = new OfferTerms
        {
            QuantityRule = rule,
            PriceTiers = tiers,
            Stock = stock,
            MadeToOrder = madeToOrder,
            WeeklyCapacity = weeklyCapacity,
            LeadTimeDays = leadTimeDays,
            BlackoutDays = off,
        };
        return Core.Catalogue.Offer.Start(Guid.CreateVersion7(Now), Guid.CreateVersion7(Now), new("Hộp"), new("hộp"), terms).Failed(out var problem, out var offer)
            ? throw new InvalidOperationException(problem.Message.En)
            : offer;
    }

    public static Goods Goods(Offer offer, PriceList? list = null, params IReadOnlyList<WeekShare> promised) => new(
        offer,
        new Product { Id = offer.ProductId, Slug = "keo-dua", Name = new("Kẹo dừa"), GroupCode = "food", Category = "coconut-candy", ListedAt = Now.UtcDateTime },
        new Producer { Id = Guid.CreateVersion7(Now), Slug = "co-so", Name = new("Cơ sở"), Kind = ProducerKind.Household },
        [],
        list,
        promised.ToDictionary(week => week.Week, week => week.Quantity));

    /// <summary>Holds from the day of the tests for ten days.</summary>
    public static PriceList List(int reduction, IReadOnlyList<ListedPrice> prices)
    {
        var list = new PriceList { Id = Guid.CreateVersion7(Now), ProducerId = Guid.Empty, Name = "Đại lý", ReductionBasisPoints = reduction, ValidFrom = new(2026, 11, 22), ValidTo = new(2026, 12, 1) };
        list.SetPrices(prices);
        return list;
    }

    public static (OrderGroup? Group, IReadOnlyList<IProblem> Problems) Place(Goods goods, int quantity, DateOnly today, PaymentMethod method = PaymentMethod.CashOnDelivery) =>
        Place([(goods, quantity)], today, method);

    public static (OrderGroup? Group, IReadOnlyList<IProblem> Problems) Place(IReadOnlyList<(Goods Goods, int Quantity)> lines, DateOnly today, PaymentMethod method = PaymentMethod.CashOnDelivery) => Placement.Decide(
        new OrderWish([.. lines.Select(line => (line.Goods.Offer.Id, line.Quantity))], new("Nguyễn Thị Mua", "0912345678", "12 Nguyễn Huệ", "Phường An Hội", "86"), null, method, null, null, null),
        new OrderingBuyer(null, null, null, MayPayLater: false),
        lines.ToDictionary(line => line.Goods.Offer.Id, line => line.Goods),
        new OrderNames(Guid.CreateVersion7(Now), "", ""),
        Language.Vi,
        Now,
        today);
}
