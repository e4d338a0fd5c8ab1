using Marketplace.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Ordering;

/// <summary>What is promised of an offer's making in one week.</summary>
public sealed class CapacityWeek
{
    public required Guid OfferId { get; init; }

    /// <summary>Its Monday.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>Units that orders take of it. Counted up and down by the database alone.</summary>
    public required int Promised { get; init; }
}

internal sealed class CapacityWeekTable : IEntityTypeConfiguration<CapacityWeek>
{
    public void Configure(EntityTypeBuilder<CapacityWeek> week)
    {
        week.ToTable("CapacityWeeks", table => table.HasCheckConstraint("CK_CapacityWeeks_Promised", "Promised >= 0"));
        week.HasKey(w => new { w.OfferId, w.Week });
        week.HasOne<Offer>().WithMany().HasForeignKey(w => w.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}
