using Marketplace.Core.Certification;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Evidence;

/// <summary>
/// A paper with which a producer proves what its listings say. Only its organisation and officers see it until an officer accepts it. An accepted one
/// that is changed waits for review anew.
/// </summary>
public sealed class EvidenceFile
{
    /// <summary>Most characters of the reason for which one is given back.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Papers that an organisation may have.</summary>
    public const int MostOfOrganisation = 200;

    /// <summary>Days before its last one on which its organisation is told of it.</summary>
    public const int ExpiringDays = 30;

    public required Guid Id { get; init; }

    /// <summary>The organisation that sent it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The producer whose listings it is for.</summary>
    public required Guid ProducerId { get; init; }

    /// <summary>The product that it is about; null for the whole organisation, such as the certificate of a workshop.</summary>
    public Guid? ProductId { get; private set; }

    public required EvidenceDetails Details { get; set; }

    public required Paper Paper { get; set; }

    public EvidenceState State { get; private set; }

    /// <summary>What an officer found it to be worth; null while it is not accepted.</summary>
    public EvidenceGrade? Grade { get; private set; }

    /// <summary>Why it was given back; null when it was not.</summary>
    public string? Reason { get; private set; }

    /// <summary>Account or key of whoever sent or changed it last.</summary>
    public Guid SentBy { get; private set; }

    /// <summary>When it was sent or changed last, in UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>When an officer decided last, in UTC; null while it waits.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Rises with every save. Who changes it says which one was seen.</summary>
    public int Version { get; private set; }

    /// <param name="details">Cleaned.</param>
    public static EvidenceFile Send(Guid id, Guid organisationId, Guid producerId, Guid? productId, EvidenceDetails details, Paper paper, Guid by, DateTimeOffset now)
    {
        var sent = new EvidenceFile { Id = id, OrganisationId = organisationId, ProducerId = producerId, ProductId = productId, Details = details, Paper = paper };
        sent.Wait(by, now);
        return sent;
    }

    /// <summary>Whether nobody has changed it since it was read at that version.</summary>
    public Result<EvidenceFile> At(int version) => version == Version ? new(this) : new(new ChangedMeanwhile(Version));

    /// <summary>Says something else of it. One that was given back waits again, whatever was changed; one that says the same stays as it is.</summary>
    /// <param name="details">Cleaned.</param>
    public void Change(Guid? productId, EvidenceDetails details, Guid by, DateTimeOffset now)
    {
        if (State != EvidenceState.Returned && productId == ProductId && details == Details)
        {
            return;
        }

        (ProductId, Details) = (productId, details);
        Wait(by, now);
    }

    /// <summary>Puts another file in the place of the one that is there.</summary>
    public void Replace(Paper paper, Guid by, DateTimeOffset now)
    {
        Paper = paper;
        Wait(by, now);
    }

    /// <summary>Takes it for what it is worth. Refused with <see cref="OwnSubmission"/>, <see cref="NotInReview"/>, <see cref="EvidenceOver"/>.</summary>
    public Result<EvidenceFile> Accept(EvidenceGrade grade, Guid by, DateOnly today, DateTimeOffset now)
    {
        if (SentBy == by)
        {
            return new(new OwnSubmission());
        }

        if (State != EvidenceState.InReview)
        {
            return new(new NotInReview());
        }

        if (IsOverOn(today))
        {
            return new(new EvidenceOver());
        }

        (State, Grade, Reason, DecidedAt) = (EvidenceState.Accepted, grade, null, now.UtcDateTime);
        return new(this);
    }

    /// <summary>Gives it back, one that was accepted too. Refused with <see cref="FieldsRefused"/>, <see cref="NotInReview"/> when it was given back already.</summary>
    public Result<EvidenceFile> Return(string reason, DateTimeOffset now)
    {
        List<FieldFault> faults = [];
        var text = PlainText.Clean(reason, "reason", ReasonLength, lines: true, faults);
        if (text.Length == 0 && faults.Count == 0)
        {
            faults.Add(new("reason", FaultKind.Missing, new("Hãy nêu lý do trả lại.", "Say why it goes back.")));
        }

        if (faults.Count > 0)
        {
            return new(new FieldsRefused(faults));
        }

        if (State == EvidenceState.Returned)
        {
            return new(new NotInReview());
        }

        (State, Grade, Reason, DecidedAt) = (EvidenceState.Returned, null, text, now.UtcDateTime);
        return new(this);
    }

    /// <summary>Whether its term is over.</summary>
    public bool IsOverOn(DateOnly day) => Details.ExpiresOn < day;

    /// <summary>Whether everybody may see it.</summary>
    public bool IsShownOn(DateOnly day) => State == EvidenceState.Accepted && !IsOverOn(day);

    /// <summary>Whether it proves what it says: it is shown, and its grade is one that proves.</summary>
    public bool ProvesOn(DateOnly day) => IsShownOn(day) && Grade?.Proves() == true;

    private void Wait(Guid by, DateTimeOffset now) =>
        (State, Grade, Reason, DecidedAt, SentBy, SentAt) = (EvidenceState.InReview, null, null, null, by, now.UtcDateTime);
}
