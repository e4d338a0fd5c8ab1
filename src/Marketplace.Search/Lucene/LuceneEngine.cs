using Lucene.Net.Index;
using Lucene.Net.Util;
using Marketplace.Core.Search;
using Marketplace.Search.Answering;
using Marketplace.Search.Reading;

namespace Marketplace.Search.Lucene;

/// <summary>Answers what one query needs from an opened index. Everything is at hand, so nothing waits.</summary>
internal sealed class LuceneEngine(IndexReader reader, SearchQuery query, CancellationToken cancellationToken) : ISearchEngine
{
    private readonly IndexWords _words = new(reader);

    /// <summary>The answer of a run over this engine: it has ended when it returns.</summary>
    public static T Done<T>(ValueTask<T> answer) => answer.IsCompleted ? answer.Result : throw new InvalidOperationException("The embedded engine never waits.");

    public ValueTask<T> AskAsync<T>(Func<IIndexWords, T> question) => new(question(_words));

    public ValueTask<int> KnownAsync(IReadOnlyList<Clause> clauses) => new(clauses.Count(IsKnown));

    public ValueTask<IFound> FindAsync(Attempt attempt) => new(new SearchAttempt(reader.Leaves, query, attempt, cancellationToken).Run());

    private bool IsKnown(Clause clause) => clause.Alternatives.Any(alternative => reader.Leaves.Any(segment =>
        Occurrences.Of(segment.AtomicReader, alternative) is { } found && IsAnywhere(found, segment.AtomicReader.LiveDocs)));

    private static bool IsAnywhere(Occurrences found, IBits? live)
    {
        while (found.Advance(found.Document + 1) != Occurrences.End)
        {
            if (live?.Get(found.Document) != false && found.IsHere())
            {
                return true;
            }
        }

        return false;
    }
}
