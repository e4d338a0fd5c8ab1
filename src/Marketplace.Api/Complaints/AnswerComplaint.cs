using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Complaints;
using Marketplace.Data;
using Marketplace.Data.Complaints;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>A complaint as the programme office reads it.</summary>
[Name("Complaint")]
public sealed class ComplaintGraph
{
    private readonly ComplaintLine _line;

    internal ComplaintGraph(ComplaintLine line) => _line = line;

    /// <summary>Opaque.</summary>
    [Id]
    public string Id => GlobalId.Encode("Complaint", _line.Complaint.Id);

    /// <summary>It is called so in letters.</summary>
    public string Reference => _line.Complaint.Reference;

    /// <summary>What it is about.</summary>
    public ComplaintSubject About => _line.Complaint.About;

    /// <summary>Id of the product that is meant; null where none is.</summary>
    [Id]
    public string? ProductId => _line.Complaint.ProductId is { } product ? GlobalId.Encode("Product", product) : null;

    /// <summary>The product's name in addresses.</summary>
    public string? ProductSlug => _line.Slug;

    /// <summary>Who complains.</summary>
    public string Name => _line.Complaint.Name;

    /// <summary>Where the answer goes.</summary>
    public string Email => _line.Complaint.Email;

    /// <summary>What is wrong, in their words; plain text.</summary>
    public string Text => _line.Complaint.Text;

    /// <summary>When it came.</summary>
    public DateTime FiledAt => _line.Complaint.FiledAt;

    /// <summary>The last day for an answer.</summary>
    public DateOnly AnswerBy => _line.Complaint.AnswerBy;

    /// <summary>What was answered; null while it waits.</summary>
    public string? Answer => _line.Complaint.Answer;

    /// <summary>When it was answered; null while it waits.</summary>
    public DateTime? AnsweredAt => _line.Complaint.AnsweredAt;

    /// <summary>Name of the product that is meant, in the reader's language.</summary>
    public string? Product(Ask ask) => _line.Product?.In(ask.Language);

    /// <summary>Whether its term has run out without an answer.</summary>
    public bool Overdue(Ask ask) => _line.Complaint.AnsweredAt is null && _line.Complaint.AnswerBy < ask.Today;
}

/// <summary>A page of complaints.</summary>
[Name("ComplaintPage")]
public sealed class ComplaintPageGraph
{
    internal ComplaintPageGraph(IReadOnlyList<ComplaintLine> page, int size) =>
        (Nodes, HasNextPage) = ([.. page.Take(size).Select(line => new ComplaintGraph(line))], page.Count > size);

    /// <summary>The next to be answered first.</summary>
    public IReadOnlyList<ComplaintGraph> Nodes { get; }

    /// <summary>Whether there are more after these.</summary>
    public bool HasNextPage { get; }

    /// <summary>Where the next page begins.</summary>
    [Id]
    public string? EndCursor => Nodes.Count > 0 ? Nodes[^1].Id : null;
}

/// <summary>The office's answer to a complaint.</summary>
[Name("AnswerComplaintInput")]
public sealed class AnswerComplaintInput
{
    /// <summary>One that waits.</summary>
    [Id]
    public required string Complaint { get; init; }

    /// <summary>What was found and what was done, 1 to 4000 characters; goes out by letter.</summary>
    public required string Answer { get; init; }
}

/// <summary>Whether the answer has gone out.</summary>
[Name("AnswerComplaintPayload")]
public sealed class AnswerComplaintPayload : Payload
{
    internal AnswerComplaintPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

public sealed partial class Query
{
    /// <summary>Complaints that wait, the next to be answered first; or those that were answered. 1 to 100, 20 unless told.</summary>
    [Cost(5)]
    public static async Task<ComplaintPageGraph> Complaints(
        Officer officer, [FromServices] IDbContextFactory<MarketplaceDb> databases, CancellationToken cancellationToken, bool answered = false, int first = 20, [Id] string? after = null)
    {
        _ = officer;
        var size = PageArguments.From(first, after: null, last: null, before: null).Size;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new(await db.ComplaintsAsync(answered, GlobalId.TryDecode(after, "Complaint", out var last) ? last : null, size, cancellationToken), size);
    }
}

public sealed partial class Mutation
{
    /// <summary>Answers a complaint, once; the letter goes out with it. Problems: NOTHING_THERE, INVALID_VALUE, COMPLAINT_ANSWERED, CHANGED_MEANWHILE.</summary>
    public static async Task<AnswerComplaintPayload> AnswerComplaint(
        AnswerComplaintInput input, Officer officer, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        var answer = input.Answer.Trim();
        if (answer.Length is 0 or > Complaint.TextLength)
        {
            return new([new InvalidValue(["answer"], new($"Hãy viết từ 1 đến {Complaint.TextLength} ký tự.", $"Write 1 to {Complaint.TextLength} characters."))], ask);
        }

        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!GlobalId.TryDecode(input.Complaint, "Complaint", out var id) || await db.ComplaintAsync(id, cancellationToken) is not { } complaint)
        {
            return new([new NothingThere(["complaint"])], ask);
        }

        if (complaint.Conclude(answer, now.UtcDateTime).Failed(out var problem, out _))
        {
            return new([problem], ask);
        }

        services.GetRequiredService<Letters>().ComplaintConcluded(complaint);
        db.Note(officer.Actor, "answerComplaint", ("Complaint", id), now, after: new { complaint.Reference }, why: answer);
        return await db.SaveWorkAsync(services.GetRequiredService<IDatabaseEngine>(), cancellationToken) is { } raced ? new([raced], ask) : new([], ask);
    }
}
