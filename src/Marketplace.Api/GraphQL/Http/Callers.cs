namespace Marketplace.Api.GraphQL;

/// <summary>What a host knows of those who ask.</summary>
/// <param name="Client">Whom a request counts against.</param>
/// <param name="Visitor">Who asks.</param>
/// <param name="Again">What the same visitor may do by now.</param>
internal sealed record Callers(Func<HttpContext, string> Client, Func<HttpContext, CancellationToken, ValueTask<Visitor>> Visitor, Func<Visitor, CancellationToken, ValueTask<Visitor>> Again);
