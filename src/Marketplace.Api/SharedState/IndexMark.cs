using System.Globalization;
using Marketplace.Core.Search;

namespace Marketplace.Api.SharedState;

/// <summary>What the index holds, in a word that is the same on every node; null while it cannot be used. Generations are counted by each node for itself.</summary>
internal delegate string? IndexMark();

/// <summary>The marks of engines that do not give one themselves.</summary>
internal static class IndexMarks
{
    /// <summary>The last change in the embedded index: every node's holds at least everything up to it.</summary>
    public static IndexMark OfEmbedded(ISearchIndex index) => () =>
    {
        // An index of this node's own answers without waiting; were it otherwise, nothing would be shared until the next look.
        var status = index.StatusAsync(CancellationToken.None);
        return status is { IsCompletedSuccessfully: true, Result: { State: IndexState.Ready } ready } ? ready.Sequence.ToString(CultureInfo.InvariantCulture) : null;
    };
}
