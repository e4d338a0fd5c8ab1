using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Complaints;
using Marketplace.Data;
using Marketplace.Data.Listings;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Api;

/// <summary>Something is wrong. No account is needed.</summary>
[Name("FileComplaintInput")]
public sealed class FileComplaintInput
{
    /// <summary>What it is about; the term for the answer follows from it.</summary>
    public required ComplaintSubject About { get; init; }

    /// <summary>The product that is meant; null where none is.</summary>
    [Id]
    public string? Product { get; init; }

    /// <summary>Who complains, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Where the answer goes.</summary>
    public required string Email { get; init; }

    /// <summary>What is wrong and how one knows, 20 to 4000 characters; plain text.</summary>
    public required string Text { get; init; }

    /// <summary>Up to 64 characters, made by the client: the same key files it once.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>What the complaint is called and when it is answered.</summary>
[Name("FileComplaintPayload")]
public sealed class FileComplaintPayload : Payload
{
    internal FileComplaintPayload(IEnumerable<IProblem> problems, Ask ask, Complaint? complaint = null)
        : base(problems, ask) => (Reference, AnswerBy) = (complaint?.Reference, complaint?.AnswerBy);

    /// <summary>It is called so in letters; null with problems.</summary>
    public string? Reference { get; }

    /// <summary>The last day for an answer; null with problems.</summary>
    public DateOnly? AnswerBy { get; }
}

public sealed partial class Mutation
{
    private const int ShortestComplaint = 20;

    /// <summary>
    /// Files a complaint; a letter confirms it at once. The marketplace's complaint rules give the term: one working day for danger, five for stars and
    /// rights, fifteen for the rest. Problems: INVALID_VALUE, KEY_USED_BEFORE. Too many attempts: RATE_LIMITED.
    /// </summary>
    [Cost(10)]
    public static async Task<FileComplaintPayload> FileComplaint(FileComplaintInput input, Ask ask, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var (email, name, text) = (input.Email.Trim(), input.Name.Trim(), input.Text.Trim());
        List<IProblem> problems = [];
        if (name.Length is 0 or > Complaint.NameLength || name.Any(char.IsControl))
        {
            problems.Add(new InvalidValue(["name"], new($"Tên dài từ 1 đến {Complaint.NameLength} ký tự.", $"The name is 1 to {Complaint.NameLength} characters long.")));
        }

        if (!IsAddress(email))
        {
            problems.Add(new InvalidValue(["email"], new("Địa chỉ e-mail không đúng, ví dụ đúng: ten@example.com.", "This is not an e-mail address; one looks like name@example.com.")));
        }

        if (text.Length is < ShortestComplaint or > Complaint.TextLength)
        {
            problems.Add(new InvalidValue(["text"], new($"Hãy kể rõ điều gì sai, từ {ShortestComplaint} đến {Complaint.TextLength} ký tự.", $"Say what is wrong in {ShortestComplaint} to {Complaint.TextLength} characters.")));
        }

        var (db, now) = (services.GetRequiredService<MarketplaceDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        Guid? productId = null;
        if (input.Product is not null)
        {
            productId = GlobalId.TryDecode(input.Product, "Product", out var given) && await db.Products.IgnoreQueryFilters().AnyAsync(product => product.Id == given, cancellationToken) ? given : null;
            if (productId is null)
            {
                problems.Add(new InvalidValue(["product"], new("Không có sản phẩm này.", "There is no such product.")));
            }
        }

        if (problems.Count > 0)
        {
            return new(problems, ask);
        }

        var id = RequestKeys.IdOf(input.RequestKey, Guid.Empty, nameof(FileComplaint), now);
        if (await FiledAsync() is { } before)
        {
            return before;
        }

        var complaint = new Complaint
        {
            Id = id,
            Reference = $"KN-{Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4))}",
            About = input.About,
            ProductId = productId,
            Name = name,
            Email = email,
            Language = ask.Language,
            Text = text,
            FiledAt = now.UtcDateTime,
            AnswerBy = Complaint.AnswerByOf(input.About, ask.Today),
        };
        db.Complaints.Add(complaint);
        services.GetRequiredService<Letters>().ComplaintFiled(complaint);
        return await db.SaveWorkAsync(services.GetRequiredService<IDatabaseEngine>(), cancellationToken) is { } raced ? await FiledAsync() ?? new([raced], ask) : new([], ask, complaint);

        async Task<FileComplaintPayload?> FiledAsync() =>
            input.RequestKey is null || await db.Complaints.AsNoTracking().SingleOrDefaultAsync(complaint => complaint.Id == id, cancellationToken) is not { } filed ? null
            : (filed.Email, filed.Text) == (email, text) ? new([], ask, filed)
            : new([new KeyUsedBefore()], ask);
    }
}
