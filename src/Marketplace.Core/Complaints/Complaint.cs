namespace Marketplace.Core.Complaints;

/// <summary>What somebody complains about. The term for the answer follows from it, as the marketplace's own rules say.</summary>
public enum ComplaintSubject
{
    /// <summary>What is said of a product or a maker is wrong.</summary>
    Information,

    /// <summary>Stars or a certificate are not true.</summary>
    Stars,

    /// <summary>A trade mark, an indication of origin, a picture or somebody's data is used without right.</summary>
    Rights,

    /// <summary>A product is forbidden or dangerous.</summary>
    Danger,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Somebody says that something is wrong, and gets an answer in time. No account is needed.</summary>
public sealed class Complaint
{
    public const int TextLength = 4000;
    public const int NameLength = 200;

    private static readonly Dictionary<ComplaintSubject, int> WorkingDays = new()
    {
        [ComplaintSubject.Information] = 15,
        [ComplaintSubject.Stars] = 5,
        [ComplaintSubject.Rights] = 5,
        [ComplaintSubject.Danger] = 1,
        [ComplaintSubject.Other] = 15,
    };

    public required Guid Id { get; init; }

    /// <summary>What it is called in letters.</summary>
    public required string Reference { get; init; }

    public required ComplaintSubject About { get; init; }

    /// <summary>The product that is meant; null where none is.</summary>
    public Guid? ProductId { get; init; }

    public required string Name { get; init; }

    /// <summary>Where the answer goes.</summary>
    public required string Email { get; init; }

    /// <summary>In which the answer is written.</summary>
    public required Language Language { get; init; }

    public required string Text { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime FiledAt { get; init; }

    /// <summary>The last day for an answer.</summary>
    public required DateOnly AnswerBy { get; init; }

    public string? Answer { get; private set; }

    /// <summary>In UTC; null while it waits.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The last day for an answer to what is filed on that day.</summary>
    public static DateOnly AnswerByOf(ComplaintSubject about, DateOnly filed) => filed.AddWorkingDays(WorkingDays[about]);

    /// <summary>Answers it, once.</summary>
    public Result<Complaint> Conclude(string answer, DateTime now)
    {
        if (AnsweredAt is not null)
        {
            return new(new ComplaintAnswered(Reference));
        }

        (Answer, AnsweredAt) = (answer, now);
        return new(this);
    }
}

/// <summary>Somebody has answered it already.</summary>
public sealed record ComplaintAnswered(string Reference) : IProblem
{
    public LocalizedText Message => new($"Khiếu nại {Reference} đã được trả lời rồi.", $"The complaint {Reference} has been answered already.");
}
