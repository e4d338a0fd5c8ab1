namespace Marketplace.Api.SharedState;

/// <summary>
/// How long Redis keeps what nodes share. No entry is ever wrong before: its key names the state of the catalogue, so a change leads to other keys
/// and the old entries are only in the way.
/// </summary>
internal static class Lifetimes
{
    /// <summary>An answer of a search engine that all nodes use.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromMinutes(10);

    /// <summary>A page at most; the storefront may say less of its own.</summary>
    public static readonly TimeSpan Page = TimeSpan.FromMinutes(10);

    /// <summary>A page that another node made, in this one's memory: what is left of its lifetime is not known here.</summary>
    public static readonly TimeSpan PageOfAnotherNode = TimeSpan.FromMinutes(1);

    /// <summary>How long a change may need until the last node shows it. What is made meanwhile may be made of older answers.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>How long a Redis that failed is left alone.</summary>
    public static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(5);
}
