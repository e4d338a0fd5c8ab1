using System.Runtime.CompilerServices;
using Marketplace.Core.Imports;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api.Imports;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows below the headers; 0 while nobody has read the file.</param>
/// <param name="Done">Rows whose outcome is known.</param>
/// <param name="Faults">Faults found so far.</param>
public sealed record ImportStanding(ImportState State, int Rows, int Done, int Faults)
{
    internal bool IsEnded => State is not (ImportState.Queued or ImportState.Running);

    internal static ImportStanding Of(SheetImport import) => new(import.State, import.Rows, import.Done, import.Faults);
}

/// <summary>Tells how far imports are, whichever host works on them.</summary>
internal sealed class ImportProgress(IDbContextFactory<MarketplaceDb> databases, ImportSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>How far it is now, then every change, until it has ended or is not there.</summary>
    public async IAsyncEnumerable<ImportStanding> WatchAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImportStanding? told = null;
        while (true)
        {
            var next = signal.Next;
            await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            {
                if (await db.ImportAsync(id, cancellationToken) is not { } import)
                {
                    yield break;
                }

                var standing = ImportStanding.Of(import);
                if (standing != told)
                {
                    yield return told = standing;
                }

                if (standing.IsEnded)
                {
                    yield break;
                }
            }

            await ImportSignal.WaitAsync(next, BetweenLooks, clock, cancellationToken);
        }
    }
}
