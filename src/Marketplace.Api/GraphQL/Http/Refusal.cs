using Marketplace.Core;

namespace Marketplace.Api.GraphQL;

/// <summary>The request cannot even be executed: what the client is told, and with which status.</summary>
internal sealed class Refusal(int status, string code, string vi, string en, string? allow = null) : Exception(en)
{
    public int Status => status;

    public string Code => code;

    /// <summary>Methods for the Allow header.</summary>
    public string? Allow => allow;

    public LocalizedText Text { get; } = new(vi, en);
}
