using Marketplace.Api.Search;
using Marketplace.Core;
using Marketplace.Core.Proof;
using Marketplace.Data;
using Marketplace.Data.Proof;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Proof;

/// <summary>What became of one invariant.</summary>
/// <param name="Findings">Everything that is wrong; empty where it holds.</param>
internal sealed record Proven(Invariant Invariant, IReadOnlyList<Finding> Findings);

/// <summary>
/// The shop looks through its own books: every invariant by reading what is there, none by trusting what wrote it. May run beside a host that
/// serves; what is found is looked at a second time, because an order may be placed between two reads.
/// </summary>
internal sealed class BookCheck(IDbContextFactory<MarketplaceDb> databases, IndexCheck index, TimeProvider clock)
{
    /// <summary>So long after its time an order may wait to be called off.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>So long a provider may be away.</summary>
    private static readonly TimeSpan RefundGrace = TimeSpan.FromHours(1);

    /// <summary>Every invariant in its order, each as soon as it is looked at.</summary>
    public async IAsyncEnumerable<Proven> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var invariant in Enum.GetValues<Invariant>())
        {
            var findings = await LookAsync(invariant, cancellationToken);
            yield return new(invariant, findings.Count == 0 ? findings : [.. findings.Intersect(await LookAsync(invariant, cancellationToken))]);
        }
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(Invariant invariant, CancellationToken stop)
    {
        if (invariant is Invariant.OutboxIsDrained or Invariant.IndexEqualsDatabase)
        {
            return await IndexAsync(invariant, stop);
        }

        await using var db = await databases.CreateDbContextAsync(stop);
        return await (invariant switch
        {
            Invariant.NothingOversold => db.OversoldAsync(stop),
            Invariant.StockIsHeldBySomebody => db.HeldStockAsync(stop),
            Invariant.WeeksAreHeldBySomebody => db.HeldWeeksAsync(stop),
            Invariant.NothingIsHeldForNobody => db.HeldForNobodyAsync(clock.GetUtcNow().UtcDateTime - Grace, stop),
            Invariant.OrdersSumUp => db.TotalsAsync(stop),
            Invariant.PricesAreExplained => db.UnexplainedPricesAsync(stop),
            Invariant.JournalBalances => db.UnbalancedAsync(stop),
            Invariant.JournalAgreesWithOrders => db.JournalAgainstOrdersAsync(stop),
            Invariant.MoneyIsPosted => db.UnpostedMoneyAsync(clock.GetUtcNow().UtcDateTime - RefundGrace, stop),
            Invariant.CertificatesAreConsistent => db.InconsistentCertificatesAsync(clock.Today(), stop),
            _ => throw new ArgumentOutOfRangeException(nameof(invariant)),
        });
    }

    private async Task<IReadOnlyList<Finding>> IndexAsync(Invariant invariant, CancellationToken stop)
    {
        var drift = await index.RunAsync(compared: null, stop);
        return invariant == Invariant.OutboxIsDrained
            ? drift is { Waiting: 0, AwaitsRebuild: false } ? [] : [new(invariant, "outbox", "0", drift.AwaitsRebuild ? "the index is to be built anew" : $"{drift.Waiting}")]
            : [.. drift.Things.Select(thing => new Finding(invariant, thing.Slug ?? $"{thing.Id:N}", "as in the database", $"{thing.Kind}"))];
    }
}
