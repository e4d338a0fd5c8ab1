using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace Marketplace.Search.Elasticsearch;

/// <summary>Where a cluster is, how to sign in to it, and how an index is laid out on it.</summary>
/// <remarks>Not a record: what it holds must not come out when it is written to a log.</remarks>
public sealed class ElasticsearchConnection
{
    /// <summary>Addresses of the cluster's nodes, asked in turn.</summary>
    public required IReadOnlyList<Uri> Nodes { get; init; }

    public AuthenticationHeaderValue? SignIn { get; init; }

    /// <summary>The authorities that may have signed the cluster's certificates; null for those that the machine trusts.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Parts into which the index is cut, each searched on its own.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Further copies of each part.</summary>
    public int Replicas { get; init; } = 1;

    internal Patience Look { get; init; } = new(Attempt: TimeSpan.FromSeconds(2), Total: TimeSpan.FromSeconds(5), Retries: 1);

    internal Patience Search { get; init; } = new(Attempt: TimeSpan.FromSeconds(3), Total: TimeSpan.FromSeconds(8), Retries: 2);

    internal Patience Write { get; init; } = new(Attempt: TimeSpan.FromSeconds(30), Total: TimeSpan.FromSeconds(90), Retries: 3);

    /// <summary>What is not the same when done twice is asked once.</summary>
    internal Patience Change { get; init; } = new(Attempt: TimeSpan.FromSeconds(60), Total: TimeSpan.FromSeconds(60), Retries: 0);

    /// <summary>How often in a row the cluster may be too busy for a write, and the first pause after it, which doubles.</summary>
    internal int BusyRetries { get; init; } = 8;

    internal TimeSpan BusyPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long nothing is asked after too many failures.</summary>
    internal TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>How long an answer is waited for.</summary>
/// <param name="Attempt">For one answer.</param>
/// <param name="Total">For the answer to be given at all, attempts and pauses together.</param>
internal readonly record struct Patience(TimeSpan Attempt, TimeSpan Total, int Retries);
