namespace Marketplace.Core.Imports;

/// <summary>What became of a row.</summary>
public enum ImportRowStatus
{
    /// <summary>A listing or an offer came into being.</summary>
    Made,

    /// <summary>A listing's draft or an offer was changed.</summary>
    Changed,

    /// <summary>Everything was as the row says.</summary>
    Unchanged,

    /// <summary>The text is a draft; the offer can be made once an officer has approved the listing. The row can be sent again then.</summary>
    Waits,

    /// <summary>Something in it is wrong; nothing of it was taken.</summary>
    Refused,

    /// <summary>It is good, but other rows are not, and all or nothing was asked for.</summary>
    LeftOut,
}

/// <summary>One thing that is wrong with a sheet.</summary>
/// <param name="Row">As the spreadsheet shows it, from 1.</param>
/// <param name="Column">The header as the file writes it; null where the file has no such column, or where the row as a whole is meant.</param>
public sealed record ImportFault(int Row, string? Column, FaultKind Kind, LocalizedText Message);

/// <summary>What became of one row of a sheet.</summary>
/// <param name="Slug">Of the listing that it is about; null while there is none.</param>
/// <param name="Sku">Of the offer that it is about; null while there is none.</param>
/// <param name="Version">What a sheet with this row says from now on: see <see cref="RowVersion"/>; null for a row that was not taken.</param>
public sealed record ImportRowOutcome(int Row, ImportRowStatus Status, string? Slug, string? Sku, IReadOnlyList<ImportFault> Faults, string? Version = null);
