using Marketplace.Core.Accounts;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

/// <summary>
/// An organisation's turn to order samples of an offer. Whoever orders some takes the row as it was read before they were counted, and of two who have read it alike
/// one fails and counts anew.
/// </summary>
public sealed class SampleTurn
{
    public required Guid OrganisationId { get; init; }

    public required Guid OfferId { get; init; }

    /// <summary>Rises with every order of samples.</summary>
    public int Version { get; private set; }
}

internal sealed class SampleTurnTable : IEntityTypeConfiguration<SampleTurn>
{
    public void Configure(EntityTypeBuilder<SampleTurn> turn)
    {
        turn.ToTable("SampleTurns");
        turn.HasKey(t => new { t.OrganisationId, t.OfferId });
        turn.Property(t => t.Version).IsConcurrencyToken();
        turn.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        turn.HasOne<Offer>().WithMany().HasForeignKey(t => t.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>How a turn is taken.</summary>
public static class SampleTurns
{
    /// <summary>Takes the turn with what is saved next: fails then where somebody else has taken it since it was read.</summary>
    public static void TakeTurn(this MarketplaceDb db, SampleTurn? read, Guid organisation, Guid offerId)
    {
        if (read is null)
        {
            db.SampleTurns.Add(new SampleTurn { OrganisationId = organisation, OfferId = offerId });
        }
        else
        {
            db.Entry(read).Property(turn => turn.Version).IsModified = true;
        }
    }
}

/// <summary>How samples are counted.</summary>
public static class SampleQueries
{
    /// <summary>Null before an organisation's first order of samples of an offer. One statement.</summary>
    public static Task<SampleTurn?> SampleTurnAsync(this MarketplaceDb db, Guid organisation, Guid offerId, CancellationToken cancellationToken) =>
        db.SampleTurns.SingleOrDefaultAsync(turn => turn.OrganisationId == organisation && turn.OfferId == offerId, cancellationToken);

    /// <summary>Units of an offer that an organisation has ordered as samples since then; what was called off or not paid for does not count, nor what was refused, once its buyer may no longer choose to wait for it. One statement.</summary>
    public static async Task<int> SamplesOrderedAsync(this MarketplaceDb db, Guid organisation, Guid offerId, DateTime since, CancellationToken cancellationToken) => (await (
        from line in db.OrderLines.Where(line => line.OfferId == offerId && line.IsSample)
        join order in db.Orders.Where(order => order.PlacedAt >= since && order.State != OrderState.Cancelled && (order.State != OrderState.Refused || order.RemedyBy != null)) on line.OrderId equals order.Id
        join buyer in db.OrderGroups.Where(buyer => buyer.OrganisationId == organisation) on order.GroupId equals buyer.Id
        select line.Quantity).ToListAsync(cancellationToken)).Sum();
}
