using Marketplace.Core;

namespace Marketplace.Data.Import;

/// <summary>What is wrong with one field of one record, and what would be right.</summary>
/// <param name="Record">The record's own id, or its place in the file ("#12") where it has none.</param>
/// <param name="Field">The field; empty when the whole record or file is meant.</param>
public sealed record ImportFault(string File, string Record, string Field, LocalizedText Message);

/// <summary>What an import did. With a single fault nothing is written.</summary>
public sealed record ImportReport(int Created, int Changed, int Unchanged, IReadOnlyList<ImportFault> Faults)
{
    public bool Succeeded => Faults.Count == 0;
}
