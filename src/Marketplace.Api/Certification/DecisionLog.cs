using System.Globalization;
using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>One decision over one certificate, as the public reads it.</summary>
[Name("DecisionLogEntry")]
public sealed class DecisionLogEntryGraph
{
    private readonly DecisionLine _line;

    internal DecisionLogEntryGraph(DecisionLine line) => _line = line;

    /// <summary>The first day on which it has effect.</summary>
    public DateOnly On => _line.Place.On;

    /// <summary>EXTENDED or REVOKED with its reason; null where the certificate was issued.</summary>
    public CertificateEventGraph? Event => _line.Event is null ? null : new(_line.Event);

    /// <summary>As printed on the certificate.</summary>
    public string CertificateNumber => _line.Entry.Certificate.Number;

    /// <summary>3, 4 or 5.</summary>
    public int Stars => _line.Entry.Certificate.Stars;

    /// <summary>Number of the decision by which it was issued; null where no source gives it.</summary>
    public string? DecisionNumber => _line.Entry.Certificate.DecisionNumber;

    /// <summary>The authority in the certificate's words.</summary>
    public string Issuer => _line.Entry.Certificate.Issuer;

    /// <summary>How well it is backed.</summary>
    public EvidenceGrade EvidenceGrade => _line.Entry.Certificate.EvidenceGrade;

    /// <summary>Whether number and dates are made up for demonstration.</summary>
    public bool Demonstration => _line.Entry.Certificate.IsDemonstration;

    internal string Cursor => string.Create(CultureInfo.InvariantCulture, $"{_line.Place.On:yyyyMMdd}-{_line.Place.CertificateId:N}-{_line.Place.Number}");

    /// <summary>What was certified, in the reader's language.</summary>
    public string Product(Ask ask) => _line.Entry.Product.In(ask.Language);

    /// <summary>Whose product it is, in the reader's language; null where nobody is known.</summary>
    public string? Producer(Ask ask) => _line.Entry.Producer?.In(ask.Language);
}

/// <summary>A page of the log of decisions.</summary>
[Name("DecisionLogPage")]
public sealed class DecisionLogPageGraph
{
    internal DecisionLogPageGraph(IReadOnlyList<DecisionLine> page, int size) =>
        (Nodes, HasNextPage) = ([.. page.Take(size).Select(line => new DecisionLogEntryGraph(line))], page.Count > size);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DecisionLogEntryGraph> Nodes { get; }

    /// <summary>Whether there are more after these.</summary>
    public bool HasNextPage { get; }

    /// <summary>Where the next page begins.</summary>
    public string? EndCursor => Nodes.Count > 0 ? Nodes[^1].Cursor : null;
}

public sealed partial class Query
{
    /// <summary>The public log of decisions: what was certified, extended and revoked, newest first. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public static async Task<DecisionLogPageGraph> DecisionLog(
        [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int first = 20, string? after = null)
    {
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        DecisionPlace? place = after is null ? null : PlaceOf(after) ?? throw new BadInputException(new LocalizedText("after không phải là endCursor của một trang.", "after is no page's endCursor."));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new(await db.DecisionLogAsync(place, size, cancellationToken), size);
    }

    private static DecisionPlace? PlaceOf(string cursor) =>
        cursor.Split('-') is [var day, var id, var number]
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        && Guid.TryParseExact(id, "N", out var certificate)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new(on, certificate, at)
            : null;
}
