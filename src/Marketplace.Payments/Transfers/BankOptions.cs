using Marketplace.Core.Payments;

namespace Marketplace.Payments.Transfers;

/// <summary>The settings under <c>Bank</c>: the account that buyers transfer to, and what signs the bank's word that they did.</summary>
public sealed record BankOptions
{
    public const string Section = "Bank";

    /// <summary>The bank's number at NAPAS.</summary>
    public string? Bin { get; init; }

    public string? AccountNumber { get; init; }

    /// <summary>The holder, as the bank writes it.</summary>
    public string? AccountName { get; init; }

    /// <summary>Signs notifications (<see cref="EventSignature"/>). Without one a person looks at the statement.</summary>
    public string? NotificationSecret { get; init; }

    /// <summary>The account; null when none is set.</summary>
    public BankAccount? Account => Bin is { } bin && AccountNumber is { } number ? new(bin, number, AccountName ?? "") : null;
}
