using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Marketplace.Core.Proof;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Proof;

/// <summary>Looks for what must never be. Each reads what is there and changes nothing; none trusts what another wrote.</summary>
public static class ProofQueries
{
    private static readonly OrderState[] Over = [OrderState.Refused, OrderState.Cancelled, OrderState.Shipped, OrderState.Delivered, OrderState.Returned];

    /// <summary>Offers that have promised more than they have.</summary>
    public static async Task<IReadOnlyList<Finding>> OversoldAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        var offers = await db.Offers.Where(offer => offer.Reserved < 0 || offer.Reserved > offer.Stock).Select(offer => new { offer.Sku, offer.Stock, offer.Reserved }).ToListAsync(cancellationToken);
        return [.. offers.Select(offer => new Finding(Invariant.NothingOversold, offer.Sku, $"0 … {offer.Stock}", $"{offer.Reserved}"))];
    }

    /// <summary>Offers whose promises are not what lines hold.</summary>
    public static async Task<IReadOnlyList<Finding>> HeldStockAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        var offers = await db.Offers
            .Select(offer => new { offer.Sku, offer.Reserved, Held = db.OrderLines.Where(line => line.OfferId == offer.Id).Sum(line => line.HeldStock) })
            .Where(offer => offer.Reserved != offer.Held).ToListAsync(cancellationToken);
        return [.. offers.Select(offer => new Finding(Invariant.StockIsHeldBySomebody, offer.Sku, $"{offer.Held}", $"{offer.Reserved}"))];
    }

    /// <summary>Weeks whose promises are not what lines hold. Two statements.</summary>
    public static async Task<IReadOnlyList<Finding>> HeldWeeksAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        var promised = await db.CapacityWeeks.AsNoTracking().Where(week => week.Promised != 0).ToDictionaryAsync(week => (week.OfferId, week.Week), week => week.Promised, cancellationToken);
        var offers = promised.Keys.Select(week => week.OfferId).Distinct().ToArray();
        var lines = await db.OrderLines.AsNoTracking().Where(line => offers.Contains(line.OfferId)).Select(line => new { line.OfferId, line.HeldWeeks }).ToListAsync(cancellationToken);
        var held = lines.SelectMany(line => line.HeldWeeks.Select(share => (Key: (line.OfferId, share.Week), share.Quantity)))
            .GroupBy(share => share.Key).ToDictionary(shares => shares.Key, shares => shares.Sum(share => share.Quantity));
        return
        [
            .. promised.Keys.Union(held.Keys).Where(key => promised.GetValueOrDefault(key) != held.GetValueOrDefault(key))
                .Select(key => new Finding(Invariant.WeeksAreHeldBySomebody, $"{key.OfferId:N} {key.Week:O}", $"{held.GetValueOrDefault(key)}", $"{promised.GetValueOrDefault(key)}")),
        ];
    }

    /// <summary>Goods that are kept for orders that are over, and orders that still wait for payment at that moment. Two statements.</summary>
    public static async Task<IReadOnlyList<Finding>> HeldForNobodyAsync(this MarketplaceDb db, DateTime unpaidBefore, CancellationToken cancellationToken)
    {
        var lines = await db.Orders.Where(order => Over.Contains(order.State))
            .Join(db.OrderLines.Where(line => line.HeldStock != 0), order => order.Id, line => line.OrderId, (order, line) => new { order.Number, line.Sku, line.HeldStock }).ToListAsync(cancellationToken);
        var waiting = await db.OrderGroups.Where(group => group.PayBy < unpaidBefore).Select(group => new { group.Number, group.PayBy }).ToListAsync(cancellationToken);
        return
        [
            .. lines.Select(line => new Finding(Invariant.NothingIsHeldForNobody, $"{line.Number} {line.Sku}", "0", $"{line.HeldStock}")),
            .. waiting.Select(group => new Finding(Invariant.NothingIsHeldForNobody, group.Number, "called off", $"waits since {group.PayBy:O}")),
        ];
    }

    /// <summary>Totals that are not the sum of their parts. Two statements.</summary>
    public static async Task<IReadOnlyList<Finding>> TotalsAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        var groups = await db.OrderGroups.Select(group => new { group.Number, group.Total, Sum = group.Orders.Sum(order => order.Total) }).Where(group => group.Total != group.Sum).ToListAsync(cancellationToken);
        var orders = await db.Orders.Select(order => new { order.Number, order.Total, order.Released, Sum = order.Lines.Sum(line => line.Total) })
            .Where(order => order.Total != order.Sum || order.Released < 0 || order.Released > order.Total).ToListAsync(cancellationToken);
        return
        [
            .. groups.Select(group => new Finding(Invariant.OrdersSumUp, group.Number, $"{group.Sum}", $"{group.Total}")),
            .. orders.Select(order => new Finding(Invariant.OrdersSumUp, order.Number, $"{order.Sum}, of which 0 … {order.Sum} released", $"{order.Total}, of which {order.Released} released")),
        ];
    }

    /// <summary>Lines that cost something else than their receipt says; read in pages by id.</summary>
    public static async Task<IReadOnlyList<Finding>> UnexplainedPricesAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        await foreach (var line in db.OrderLines.AsNoTracking().Select(line => new { line.Sku, line.OrderId, line.Quantity, line.Total, line.Receipt }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (line.Receipt.Total != line.Total || line.Receipt.Quantity != line.Quantity)
            {
                findings.Add(new(Invariant.PricesAreExplained, $"{line.OrderId:N} {line.Sku}", $"{line.Receipt.Quantity}: {line.Receipt.Total}", $"{line.Quantity}: {line.Total}"));
            }
        }

        return findings;
    }

    /// <summary>Entries of the journal that do not sum to zero.</summary>
    public static async Task<IReadOnlyList<Finding>> UnbalancedAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        var entries = await db.Journal.Select(entry => new { entry.Id, Sum = entry.Postings.Sum(posting => posting.Amount) }).Where(entry => entry.Sum != 0).ToListAsync(cancellationToken);
        return [.. entries.Select(entry => new Finding(Invariant.JournalBalances, $"{entry.Id:N}", "0", $"{entry.Sum}"))];
    }

    /// <summary>Buyers and producers of whom the journal says something else than the orders. Three statements.</summary>
    public static async Task<IReadOnlyList<Finding>> JournalAgainstOrdersAsync(this MarketplaceDb db, CancellationToken cancellationToken)
    {
        var postings = db.Journal.SelectMany(entry => entry.Postings, (entry, posting) => new { entry.GroupId, entry.Kind, posting.Account, posting.Subject, posting.Amount });
        var owed = await postings.Where(posting => posting.Account == JournalAccount.Buyer && (posting.Kind == JournalKind.Placed || posting.Kind == JournalKind.Released))
            .GroupBy(posting => posting.Subject).Select(buyer => new { Id = buyer.Key, Sum = buyer.Sum(posting => posting.Amount) }).ToDictionaryAsync(buyer => buyer.Id, buyer => buyer.Sum, cancellationToken);
        var groups = await db.OrderGroups.Select(group => new { group.Id, group.Number, Due = group.Orders.Sum(order => order.Total - order.Released) }).ToListAsync(cancellationToken);
        var producers = await db.Orders.GroupBy(order => order.ProducerId).Select(producer => new { Id = producer.Key, Due = producer.Sum(order => order.Total - order.Released) }).ToListAsync(cancellationToken);
        var credited = await postings.Where(posting => posting.Account == JournalAccount.Producer)
            .GroupBy(posting => posting.Subject).Select(producer => new { Id = producer.Key, Sum = producer.Sum(posting => posting.Amount) }).ToDictionaryAsync(producer => producer.Id, producer => producer.Sum, cancellationToken);
        return
        [
            .. groups.Where(group => owed.GetValueOrDefault(group.Id) != group.Due).Select(group => new Finding(Invariant.JournalAgreesWithOrders, group.Number, $"{group.Due}", $"{owed.GetValueOrDefault(group.Id)}")),
            .. producers.Where(producer => -credited.GetValueOrDefault(producer.Id) != producer.Due)
                .Select(producer => new Finding(Invariant.JournalAgreesWithOrders, $"producer {producer.Id:N}", $"{producer.Due}", $"{-credited.GetValueOrDefault(producer.Id)}")),
        ];
    }

    /// <summary>Groups of which the journal says another sum of money than their attempts, and refunds that have waited since before that moment. Three statements.</summary>
    public static async Task<IReadOnlyList<Finding>> UnpostedMoneyAsync(this MarketplaceDb db, DateTime unsentBefore, CancellationToken cancellationToken)
    {
        var posted = await db.Journal.SelectMany(entry => entry.Postings, (entry, posting) => new { entry.GroupId, posting.Account, posting.Amount })
            .Where(posting => posting.Account == JournalAccount.Money).GroupBy(posting => posting.GroupId)
            .Select(group => new { Id = group.Key, Sum = group.Sum(posting => posting.Amount) }).ToDictionaryAsync(group => group.Id, group => group.Sum, cancellationToken);
        var attempts = await db.PaymentAttempts.AsNoTracking().ToListAsync(cancellationToken);
        var held = attempts.GroupBy(attempt => attempt.GroupId).ToDictionary(group => group.Key, group => group.Sum(attempt => attempt.Received.Amount - attempt.Refunded.Amount));
        var waiting = await db.Refunds.Where(refund => refund.Work == RefundWork.Asked && refund.AskedAt < unsentBefore).Select(refund => new { refund.Id, refund.AskedAt }).ToListAsync(cancellationToken);
        return
        [
            .. posted.Keys.Union(held.Keys).Where(id => posted.GetValueOrDefault(id) != held.GetValueOrDefault(id))
                .Select(id => new Finding(Invariant.MoneyIsPosted, $"group {id:N}", $"{held.GetValueOrDefault(id)}", $"{posted.GetValueOrDefault(id)}")),
            .. waiting.Select(refund => new Finding(Invariant.MoneyIsPosted, $"refund {refund.Id:N}", "sent", $"waits since {refund.AskedAt:O}")),
        ];
    }

    /// <summary>Certificates that cannot be, and products with two that are valid on that day.</summary>
    public static async Task<IReadOnlyList<Finding>> InconsistentCertificatesAsync(this MarketplaceDb db, DateOnly today, CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        foreach (var certificates in (await db.Certificates.AsNoTracking().ToListAsync(cancellationToken)).GroupBy(certificate => certificate.ProductId))
        {
            findings.AddRange(certificates.Where(certificate => certificate.Stars is < 3 or > 5 || certificate.ExpiresOn < certificate.IssuedOn)
                .Select(certificate => new Finding(Invariant.CertificatesAreConsistent, certificate.Number, "3 to 5 stars, and an end after the beginning", $"{certificate.Stars} stars, {certificate.IssuedOn:O} to {certificate.ExpiresOn:O}")));
            var shown = certificates.Where(certificate => certificate.ShowsStarsOn(today)).ToList();
            if (shown.Count > 1)
            {
                findings.Add(new(Invariant.CertificatesAreConsistent, string.Join(", ", shown.Select(certificate => certificate.Number)), "one that is valid", $"{shown.Count}"));
            }
        }

        return findings;
    }
}
