using Marketplace.Core.Ordering;
using Marketplace.Core.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Marketplace.Data.Payments;

/// <summary>Something that happened to money, as it was reported or recorded; kept once, in the transaction of what it changed, and the work that it leaves for people.</summary>
public sealed class PaymentRecord
{
    public const int EventIdLength = 200;

    /// <summary>Who reported it.</summary>
    public required string Gateway { get; init; }

    /// <summary>The reporter's id for it.</summary>
    public required string EventId { get; init; }

    public required PaymentEventKind Kind { get; init; }

    /// <summary>The attempt that it is about; null where none was found.</summary>
    public Guid? AttemptId { get; init; }

    /// <summary>Names the money.</summary>
    public string? Reference { get; init; }

    /// <summary>In the smallest unit of the currency; null where it says none.</summary>
    public long? Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>In UTC, by the reporter's clock.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>What it changed.</summary>
    public required PaymentChange Change { get; init; }

    /// <summary>Of a transfer, what became of it.</summary>
    public TransferOutcome? Outcome { get; init; }

    /// <summary>Whether a person has to look at it.</summary>
    public bool NeedsPerson { get; set; }

    /// <summary>What that person did about it.</summary>
    public string? Settled { get; set; }

    /// <summary>As JSON, without what need not be kept.</summary>
    public required string Payload { get; init; }

    /// <summary>Whether it is money that came in, was counted for nobody, and may pay the order that a person names.</summary>
    public bool IsAssignable => Kind == PaymentEventKind.Succeeded && Outcome is TransferOutcome.UnknownCode or TransferOutcome.WrongAccount;

    /// <summary>The record of an event about an attempt.</summary>
    public static PaymentRecord Of(PaymentEvent told, PaymentChange change, DateTime receivedAt, Guid? attemptId = null, TransferOutcome? outcome = null, bool needsPerson = false) => new()
    {
        Gateway = told.Gateway,
        EventId = told.Id,
        Kind = told.Kind,
        AttemptId = attemptId ?? told.AttemptId,
        Reference = told.Reference,
        Amount = told.Amount?.Amount,
        Currency = told.Amount?.Currency,
        OccurredAt = told.OccurredAt,
        ReceivedAt = receivedAt,
        Change = change,
        Outcome = outcome,
        NeedsPerson = needsPerson,
        Payload = told.Payload,
    };
}

internal sealed class PaymentAttemptTable : IEntityTypeConfiguration<PaymentAttempt>
{
    public void Configure(EntityTypeBuilder<PaymentAttempt> attempt)
    {
        attempt.ToTable("PaymentAttempts");
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Gateway).Code();
        attempt.ComplexProperty(a => a.Amount, money => money.Property(m => m.Currency).HasMaxLength(3).IsUnicode(false));
        attempt.Property(a => a.Reference).OptionalCode(Refund.ReferenceLength);
        attempt.Property(a => a.Transfer).OptionalJson();
        attempt.Property(a => a.Receipts).Json();
        attempt.Property(a => a.Refunds).Json();
        attempt.Ignore(a => a.Received);
        attempt.Ignore(a => a.Refunded);
        attempt.Ignore(a => a.Refundable);
        attempt.Ignore(a => a.Surplus);

        attempt.HasIndex(a => a.Reference);
        attempt.HasIndex(a => a.GroupId);
        attempt.HasOne<OrderGroup>().WithMany().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaymentRecordTable : IEntityTypeConfiguration<PaymentRecord>
{
    public void Configure(EntityTypeBuilder<PaymentRecord> record)
    {
        record.ToTable("PaymentRecords");
        record.Ignore(r => r.IsAssignable);
        record.HasKey(r => new { r.Gateway, r.EventId });
        record.Property(r => r.Gateway).Code();
        record.Property(r => r.EventId).HasMaxLength(PaymentRecord.EventIdLength);
        record.Property(r => r.Reference).HasMaxLength(Refund.ReferenceLength);
        record.Property(r => r.Currency).OptionalCode(3);
        record.Property(r => r.Settled).HasMaxLength(MarketplaceDb.TextLength);
        record.HasIndex(r => r.AttemptId);
        record.HasIndex(r => r.Reference);
        record.HasIndex(r => new { r.NeedsPerson, r.ReceivedAt });
        record.HasOne<PaymentAttempt>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RefundTable : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> refund)
    {
        refund.ToTable("Refunds");
        refund.Property(r => r.Id).ValueGeneratedNever();
        refund.Property(r => r.Gateway).Code();
        refund.Property(r => r.Payment).HasMaxLength(Refund.ReferenceLength);
        refund.Property(r => r.Currency).Code(3);
        refund.Ignore(r => r.Request);
        refund.HasIndex(r => new { r.Work, r.AskedAt });
        refund.HasIndex(r => r.GroupId);
        refund.HasOne<PaymentAttempt>().WithMany().HasForeignKey(r => r.AttemptId).OnDelete(DeleteBehavior.Restrict);
        refund.HasOne<OrderGroup>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
