using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Outbox;

/// <summary>A change that the index would not take. It is gone as soon as a later write of the same thing succeeds.</summary>
public sealed class DeadLetter
{
    /// <summary>Longest reason that is kept.</summary>
    public const int ReasonLength = 500;

    /// <summary>The product or producer.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary><see cref="OutboxSubject.Product"/> or <see cref="OutboxSubject.ProducerEntry"/>.</summary>
    public required OutboxSubject Subject { get; init; }

    /// <summary>The outbox row up to which was followed when it failed last.</summary>
    public required long Sequence { get; set; }

    /// <summary>What the index said, cut to a line.</summary>
    public required string Reason { get; set; }

    /// <summary>How often it was refused.</summary>
    public required int Attempts { get; set; }

    /// <summary>In UTC.</summary>
    public required DateTime FirstAt { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime LastAt { get; set; }
}

internal sealed class DeadLetterTable : IEntityTypeConfiguration<DeadLetter>
{
    public void Configure(EntityTypeBuilder<DeadLetter> letter)
    {
        letter.ToTable("DeadLetters");
        letter.HasKey(l => l.SubjectId);
        letter.Property(l => l.SubjectId).ValueGeneratedNever();
        letter.Property(l => l.Reason).HasMaxLength(DeadLetter.ReasonLength);
    }
}
