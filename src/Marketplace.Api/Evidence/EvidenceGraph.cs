using GraphQL;
using Marketplace.Api.Evidence;
using Marketplace.Core;
using Marketplace.Core.Certification;
using Marketplace.Core.Evidence;
using Marketplace.Data;
using Marketplace.Data.Evidence;

namespace Marketplace.Api;

/// <summary>A paper with which a producer proves what its listings say, as its organisation and officers see it.</summary>
[Name("EvidenceFile")]
public sealed class EvidenceGraph
{
    private const string TypeName = "EvidenceFile";

    private readonly EvidenceLine _line;
    private readonly EvidenceFile _evidence;

    internal EvidenceGraph(EvidenceLine line) => (_line, _evidence) = (line, line.Evidence);

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => IdOf(_evidence.Id);

    /// <summary>What it is.</summary>
    public EvidenceKind Kind => _evidence.Details.Kind;

    /// <summary>As printed, up to 200 characters; plain text.</summary>
    public string Title => _evidence.Details.Title;

    /// <summary>As printed; null where it has none.</summary>
    public string? Number => _evidence.Details.Number;

    /// <summary>Whoever issued it.</summary>
    public string IssuedBy => _evidence.Details.IssuedBy;

    /// <summary>When it was issued.</summary>
    public DateOnly IssuedOn => _evidence.Details.IssuedOn;

    /// <summary>Its last day; null for one without a term.</summary>
    public DateOnly? ExpiresOn => _evidence.Details.ExpiresOn;

    /// <summary>Where it stands.</summary>
    public EvidenceState State => _evidence.State;

    /// <summary>What an officer found it to be worth; null while it is not accepted. Only A and B1 back a claim.</summary>
    public EvidenceGrade? Grade => _evidence.Grade;

    /// <summary>Why an officer gave it back; null when none did.</summary>
    public string? Reason => _evidence.Reason;

    /// <summary>Rises with every save; to be given back with a change.</summary>
    public int Version => _evidence.Version;

    /// <summary>When it was sent or changed last.</summary>
    public DateTime SentAt => _evidence.SentAt;

    /// <summary>When an officer decided last; null while it waits.</summary>
    public DateTime? DecidedAt => _evidence.DecidedAt;

    /// <summary>The organisation whose it is.</summary>
    public string Organisation => _line.Organisation;

    /// <summary>Id of the listing that it is about; null for the whole organisation.</summary>
    [Id]
    public string? ListingId => _evidence.ProductId is { } product ? GlobalId.Encode("Listing", product) : null;

    /// <summary>The file.</summary>
    public PaperGraph File => new(_evidence);

    /// <summary>Name of the product that it is about, in the reader's language; null for the whole organisation.</summary>
    public string? Product(Ask ask) => _line.Product?.In(ask.Language);

    /// <summary>Whether its term is over.</summary>
    public bool Over(Ask ask) => _evidence.IsOverOn(ask.Today);

    internal static string IdOf(Guid id) => GlobalId.Encode(TypeName, id);

    /// <summary>The paper of that id, tracked, if it is one of that organisation's, or of anybody's for an officer (null); null otherwise.</summary>
    internal static async Task<EvidenceFile?> FindAsync(MarketplaceDb db, string id, Guid? organisationId, CancellationToken cancellationToken) =>
        GlobalId.TryDecode(id, TypeName, out var key) && await db.EvidenceAsync(key, cancellationToken) is { } evidence
        && (organisationId is null || evidence.OrganisationId == organisationId) ? evidence : null;

    /// <summary>Where a page goes on; null at the start of the list.</summary>
    internal static async Task<EvidencePlace?> PlaceAsync(MarketplaceDb db, string? after, Guid? organisationId, CancellationToken cancellationToken) =>
        after is not null && await FindAsync(db, after, organisationId, cancellationToken) is { } last ? new(last.SentAt, last.Id) : null;
}

/// <summary>The file of a paper.</summary>
[Name("Paper")]
public sealed class PaperGraph
{
    private readonly EvidenceFile _evidence;

    internal PaperGraph(EvidenceFile evidence) => _evidence = evidence;

    /// <summary>Address on this site. What is not public is handed out only to its organisation and to officers, by their session or token (scope listings or office).</summary>
    public string Url => EvidenceAnswer.UrlOf(_evidence.Id);

    /// <summary>"application/pdf" or "image/jpeg".</summary>
    public string ContentType => _evidence.Paper.ContentType;

    /// <summary>In bytes.</summary>
    public int Length => _evidence.Paper.Length;

    /// <summary>Of the file as it is handed out, 64 hexadecimal digits.</summary>
    public string Sha256 => _evidence.Paper.Sha256;
}

/// <summary>A page of papers.</summary>
[Name("EvidencePage")]
public sealed class EvidencePageGraph
{
    internal EvidencePageGraph(IReadOnlyList<EvidenceLine> page, int size) =>
        (Nodes, HasNextPage) = ([.. page.Take(size).Select(line => new EvidenceGraph(line))], page.Count > size);

    /// <summary>Sent or changed last first; in the officer's queue the longest there first.</summary>
    public IReadOnlyList<EvidenceGraph> Nodes { get; }

    /// <summary>Whether there are more after these.</summary>
    public bool HasNextPage { get; }

    /// <summary>Where the next page begins.</summary>
    [Id]
    public string? EndCursor => Nodes.Count > 0 ? Nodes[^1].Id : null;
}

/// <summary>The paper as it is now.</summary>
[Name("EvidencePayload")]
public sealed class EvidencePayload : Payload
{
    internal EvidencePayload(IEnumerable<IProblem> problems, Ask ask, EvidenceLine? line = null)
        : base(problems, ask) => Evidence = line is null ? null : new EvidenceGraph(line);

    /// <summary>Null when there is none.</summary>
    public EvidenceGraph? Evidence { get; }
}
