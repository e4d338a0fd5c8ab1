using System.Runtime.CompilerServices;
using GraphQL;
using Marketplace.Api.Background;
using Marketplace.Api.Imports;
using Marketplace.Core.Imports;
using Marketplace.Data;
using Marketplace.Data.Imports;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

public sealed partial class Subscription
{
    private static readonly TimeSpan BetweenLooksAtImports = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How far an import of the producer for whom one acts is, whichever host works on it: as it is now, then after each change within a second, until
    /// it has ended. Null, and nothing more, when there is none of that id.
    /// </summary>
    public static async IAsyncEnumerable<ImportGraph?> ImportProgress(
        [Id] string id,
        ProducerMember member,
        [FromServices] IDbContextFactory<MarketplaceDb> databases,
        [FromServices] ImportSignal signal,
        [FromServices] TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SheetImport? told = null;
        while (true)
        {
            var next = signal.Next;
            if (await LookAsync() is not { } import)
            {
                yield return null;
                yield break;
            }

            if (told is null || Standing(told) != Standing(import))
            {
                told = import;
                yield return new ImportGraph(import);
            }

            if (import.State is not (ImportState.Queued or ImportState.Running))
            {
                yield break;
            }

            await ChangeSignal.WaitAsync(next, BetweenLooksAtImports, clock, cancellationToken);
        }

        async Task<SheetImport?> LookAsync()
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            return await ImportGraph.FindAsync(db, id, member.Actor, cancellationToken);
        }

        static (ImportState State, int Rows, int Done) Standing(SheetImport import) => (import.State, import.Rows, import.Done);
    }
}
