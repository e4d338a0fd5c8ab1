using GraphQL;
using Marketplace.Api.Catalogue;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Data;
using Marketplace.Data.Certification;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A certificate as the programme office keeps it, of hidden products too.</summary>
[Name("RegisterEntry")]
public sealed class RegisterEntryGraph
{
    private readonly RegisterEntry _entry;

    internal RegisterEntryGraph(RegisterEntry entry) => _entry = entry;

    /// <summary>The certificate's id.</summary>
    [Id]
    public string Id => GlobalId.Encode("Certificate", _entry.Certificate.Id);

    /// <summary>Id of the product.</summary>
    [Id]
    public string ProductId => GlobalId.Encode("Product", _entry.Certificate.ProductId);

    /// <summary>As printed on the certificate.</summary>
    public string Number => _entry.Certificate.Number;

    /// <summary>What is certified.</summary>
    public LocalizedText Product => _entry.Product;

    /// <summary>Whose product it is; null where nobody is known.</summary>
    public LocalizedText? Producer => _entry.Producer;

    /// <summary>3, 4 or 5.</summary>
    public int Stars => _entry.Certificate.Stars;

    /// <summary>Number of the decision; null where no source gives it.</summary>
    public string? DecisionNumber => _entry.Certificate.DecisionNumber;

    /// <summary>The authority in the certificate's words.</summary>
    public string Issuer => _entry.Certificate.Issuer;

    /// <summary>Day of issue.</summary>
    public DateOnly IssuedOn => _entry.Certificate.IssuedOn;

    /// <summary>Last day of the regular term.</summary>
    public DateOnly ExpiresOn => _entry.Certificate.ExpiresOn;

    /// <summary>Last day on which it is valid, all events considered.</summary>
    public DateOnly ValidUntil => _entry.Certificate.ValidUntil;

    /// <summary>How well it is backed; B2 and C are never shown as stars.</summary>
    public EvidenceGrade EvidenceGrade => _entry.Certificate.EvidenceGrade;

    /// <summary>Whether number and dates are made up for demonstration.</summary>
    public bool Demonstration => _entry.Certificate.IsDemonstration;

    /// <summary>What happened to it, oldest first.</summary>
    public IReadOnlyList<CertificateEventGraph> Events => [.. _entry.Certificate.Events.Select(happened => new CertificateEventGraph(happened))];

    /// <summary>Its standing today.</summary>
    public CertificateState State(Ask ask) => _entry.Certificate.StateOn(ask.Today);

    /// <summary>Its standing today in words.</summary>
    public string StateLabel(Ask ask) => Labels.Of(_entry.Certificate.StateOn(ask.Today)).In(ask.Language);

    /// <summary>Days from today to the last day on which it is valid; below 0 once that is over.</summary>
    public int DaysLeft(Ask ask) => _entry.Certificate.ValidUntil.DayNumber - ask.Today.DayNumber;
}

/// <summary>A page of the register.</summary>
[Name("RegisterPage")]
public sealed class RegisterPageGraph
{
    internal RegisterPageGraph(IReadOnlyList<RegisterEntry> page, int size) =>
        (Nodes, HasNextPage) = ([.. page.Take(size).Select(entry => new RegisterEntryGraph(entry))], page.Count > size);

    /// <summary>The next to end first.</summary>
    public IReadOnlyList<RegisterEntryGraph> Nodes { get; }

    /// <summary>Whether there are more after these.</summary>
    public bool HasNextPage { get; }

    /// <summary>Where the next page begins.</summary>
    [Id]
    public string? EndCursor => Nodes.Count > 0 ? Nodes[^1].Id : null;
}

public sealed partial class Query
{
    /// <summary>
    /// The register of certificates by the end of their regular term. With days, the calendar of those that end within so many, 0 to 1100; without,
    /// all. Number begins so, up to 64 characters. 1 to 100, 20 unless told.
    /// </summary>
    [Cost(5)]
    public static async Task<RegisterPageGraph> CertificateRegister(
        Officer officer, Ask ask, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, int? endingWithinDays = null, string? number = null, int first = 20, [Id] string? after = null)
    {
        _ = officer;
        const int LongestTerm = 1100;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        if (endingWithinDays is < 0 or > LongestTerm)
        {
            throw new BadInputException(new LocalizedText($"endingWithinDays từ 0 đến {LongestTerm}.", $"endingWithinDays is 0 to {LongestTerm}."));
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (from, to) = endingWithinDays is { } days ? (ask.Today, ask.Today.AddDays(days)) : (DateOnly.MinValue, DateOnly.MaxValue);
        var last = GlobalId.TryDecode(after ?? "", out var type, out var id) && type == "Certificate" ? id : (Guid?)null;
        return new(await db.RegisterAsync(from, to, number is { Length: > 0 } ? number.Trim() : null, last, size, cancellationToken), size);
    }

    /// <summary>One certificate of the register by its id; null when there is none.</summary>
    public static async Task<RegisterEntryGraph?> RegisterEntry(
        [Id] string id, Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken)
    {
        _ = officer;
        if (!GlobalId.TryDecode(id, "Certificate", out var key))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.CertificateAsync(key, cancellationToken) is { } certificate
            ? new((await db.WithProductsAsync([certificate], cancellationToken))[0])
            : null;
    }
}
