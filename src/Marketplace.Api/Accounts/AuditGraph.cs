using System.Text;
using GraphQL;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Who did what, for whom, to what, and why.</summary>
[Name("AuditEntry")]
public sealed class AuditEntryGraph
{
    private readonly AuditLine _line;

    internal AuditEntryGraph(AuditLine line) => _line = line;

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("AuditEntry", _line.Entry.Id);

    /// <summary>When it was done.</summary>
    public DateTime At => _line.Entry.At;

    /// <summary>The person or machine, by the name of that time; a pseudonym where the person has had the account erased.</summary>
    public string Who => _line.Entry.Who;

    /// <summary>Whose member did it; null for a person alone.</summary>
    public string? Organisation => _line.Organisation;

    /// <summary>For whom somebody else's member did it; null when for their own.</summary>
    public string? OnBehalfOf => _line.OnBehalfOf;

    /// <summary>The use case, as its mutation is called.</summary>
    public string Action => _line.Entry.Action;

    /// <summary>What kind of thing it was done to.</summary>
    public string Subject => _line.Entry.Subject;

    /// <summary>The thing's id; auditLog takes it.</summary>
    [Id]
    public string SubjectId => GlobalId.Encode(_line.Entry.Subject, _line.Entry.SubjectId);

    /// <summary>What was there before, as JSON; null where nothing was.</summary>
    public string? Before => _line.Entry.Before;

    /// <summary>What was there afterwards, as JSON; null where nothing was.</summary>
    public string? After => _line.Entry.After;

    /// <summary>The reason given, where one was.</summary>
    public string? Why => _line.Entry.Why;
}

/// <summary>A page of the audit.</summary>
[Name("AuditPage")]
public sealed class AuditPageGraph
{
    internal AuditPageGraph(IReadOnlyList<AuditLine> page, int size) =>
        (Nodes, HasNextPage) = ([.. page.Take(size).Select(line => new AuditEntryGraph(line))], page.Count > size);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AuditEntryGraph> Nodes { get; }

    /// <summary>Whether there are more after these.</summary>
    public bool HasNextPage { get; }

    /// <summary>Where the next page begins.</summary>
    [Id]
    public string? EndCursor => Nodes.Count > 0 ? Nodes[^1].Id : null;
}

public sealed partial class Query
{
    /// <summary>
    /// Everything that was done, newest first: of all, to one thing, by or for one organisation, or of one kind of deed (action, as its mutation is
    /// called). 1 to 100, 20 unless told.
    /// </summary>
    [Cost(5)]
    public static async Task<AuditPageGraph> AuditLog(
        Officer officer,
        [FromServices] IDbContextFactory<MarketplaceDb> databases,
        CancellationToken cancellationToken,
        [Id] string? subject = null,
        [Id] string? organisation = null,
        string? action = null,
        int first = 20,
        [Id] string? after = null)
    {
        _ = officer;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        var filter = new AuditFilter(
            subject is null ? null : GlobalId.TryDecode(subject, out _, out var thing) ? thing : Guid.Empty,
            organisation is null ? null : GlobalId.TryDecode(organisation, "Organisation", out var whose) ? whose : Guid.Empty,
            action is { Length: > 0 } && Ascii.IsValid(action) ? action : null);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new(await db.AuditAsync(filter, GlobalId.TryDecode(after, "AuditEntry", out var last) ? last : null, size, cancellationToken), size);
    }
}
