using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Data;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A session that shall end.</summary>
[Name("RevokeSessionInput")]
public sealed class RevokeSessionInput
{
    /// <summary>One of the person's own; null for all but the one that asks.</summary>
    [Id]
    public string? Session { get; init; }
}

/// <summary>How many sessions ended.</summary>
[Name("RevokeSessionPayload")]
public sealed class RevokeSessionPayload : Payload
{
    internal RevokeSessionPayload(IEnumerable<IProblem> problems, int ended, Ask ask)
        : base(problems, ask) => Ended = ended;

    /// <summary>Sessions that ended.</summary>
    public int Ended { get; }
}

public sealed partial class Mutation
{
    /// <summary>Ends a session of one's own, or all others; whoever uses it is signed out with the next request. Problems: NOTHING_THERE.</summary>
    public static async Task<RevokeSessionPayload> RevokeSession(
        RevokeSessionInput input, Person person, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        if (input.Session is null)
        {
            return new([], await services.GetRequiredService<SignedInSessions>().EndAllAsync(person.AccountId, except: person.SessionId, cancellationToken), ask);
        }

        var ended = GlobalId.TryDecode(input.Session, out var type, out var id) && type == "Session"
            ? await services.GetRequiredService<MarketplaceDb>().Sessions.Where(session => session.Id == id && session.AccountId == person.AccountId).ExecuteDeleteAsync(cancellationToken)
            : 0;
        return new(ended == 0 ? [new NothingThere(["session"])] : [], ended, ask);
    }
}
