using System.Globalization;
using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Listings;

/// <summary>
/// What a producer writes about one product, kept beside what is live until an officer approves it. Each step answers with the listing as it then is,
/// or with the problem that kept it as it was. Who may take a step, and the version that was seen, are the caller's to check.
/// </summary>
public sealed class Listing
{
    private static readonly IReadOnlyDictionary<ListingAction, ListingState[]> AllowedIn = new Dictionary<ListingAction, ListingState[]>
    {
        [ListingAction.Edit] = [ListingState.Draft, ListingState.Returned, ListingState.Approved],
        [ListingAction.Submit] = [ListingState.Draft, ListingState.Returned],
        [ListingAction.Withdraw] = [ListingState.InReview],
        [ListingAction.Approve] = [ListingState.InReview],
        [ListingAction.Return] = [ListingState.InReview],
        [ListingAction.Pause] = [ListingState.Approved],
        [ListingAction.Resume] = [ListingState.Paused],
        [ListingAction.Archive] = [ListingState.Draft, ListingState.Returned, ListingState.Approved, ListingState.Paused],
        [ListingAction.Restore] = [ListingState.Archived],
        [ListingAction.Discard] = [ListingState.Draft, ListingState.Returned],
    };

    /// <summary>The product's id too: the product comes into being with the first approval.</summary>
    public required Guid Id { get; init; }

    public required Guid ProducerId { get; init; }

    /// <summary>Names the product in addresses, unique in the marketplace; never changes, whatever becomes of the name.</summary>
    public required string Slug { get; init; }

    public ListingContent Content { get; private set; } = new() { Name = new("") };

    public ListingState State { get; private set; }

    public LiveState Live { get; private set; }

    /// <summary>In UTC; null when it is not, and since its last withdrawal was not, handed in.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The account that handed it in.</summary>
    public Guid? SubmittedBy { get; private set; }

    /// <summary>When an officer decided last, in UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The account of the officer who decided last.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Why it was returned last; they stay in sight until it is approved or the changes are dropped.</summary>
    public IReadOnlyList<ReturnReason> Reasons { get; private set; } = [];

    /// <summary>In UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC; set when it is saved.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Rises with every save. Who changes it says which one was seen.</summary>
    public int Version { get; private set; }

    /// <summary>What its state allows now.</summary>
    public IReadOnlyList<ListingAction> Allowed => [.. Enum.GetValues<ListingAction>().Where(action => Refusal(action) is null)];

    /// <summary>A first draft of a product that is not live yet.</summary>
    /// <param name="slug">A free one: see <see cref="Listings.Slug"/>.</param>
    public static Result<Listing> Start(Guid id, Guid producerId, string slug, ListingContent content, DateTimeOffset now) =>
        content.Cleaned().Failed(out var problem, out var clean)
            ? new(problem)
            : new(new Listing { Id = id, ProducerId = producerId, Slug = slug, Content = clean, CreatedAt = now.UtcDateTime });

    /// <summary>The listing of a product that is in the catalogue without one, such as the shipped ones: approved as it is.</summary>
    public static Listing Of(Product product, Guid producerId) => new()
    {
        Id = product.Id,
        ProducerId = producerId,
        Slug = product.Slug,
        Content = ListingContent.Of(product),
        State = product.Visibility == Visibility.Shown ? ListingState.Approved : ListingState.Paused,
        Live = product.Visibility == Visibility.Shown ? LiveState.Shown : LiveState.Hidden,
        CreatedAt = product.ListedAt,
    };

    /// <summary>Whether nobody has changed it since it was read at that version.</summary>
    public Result<Listing> At(int version) => version == Version ? new(this) : new(new ChangedMeanwhile(Version));

    /// <summary>While nothing is pending the text is the live one, which an import may have changed.</summary>
    public void Follow(ListingContent live)
    {
        if (State is ListingState.Approved or ListingState.Paused && ListingDifference.Between(Content, live).Count > 0)
        {
            Content = live;
        }
    }

    /// <summary>Writes a draft, over the live text where there is one. Refused with <see cref="WithdrawFirst"/> in review, <see cref="FieldsRefused"/> for what no draft may hold.</summary>
    public Result<Listing> Edit(ListingContent content)
    {
        if (Refusal(ListingAction.Edit) is { } refusal)
        {
            return new(refusal);
        }

        if (content.Cleaned().Failed(out var problem, out var clean))
        {
            return new(problem);
        }

        // Saving what is there already is no change, and sends nothing back to review.
        if (ListingDifference.Between(Content, clean).Count > 0)
        {
            (Content, State) = (clean, ListingState.Draft);
        }

        return new(this);
    }

    /// <summary>Hands it in. Refused with every missing or wrong field, and with every claim that may not be made (<see cref="ClaimCheck"/>).</summary>
    /// <param name="groups">Codes of the product groups in force.</param>
    public Result<Listing> Submit(Backing backing, IReadOnlySet<string> groups, Guid by, DateTimeOffset now)
    {
        if (Refusal(ListingAction.Submit) is { } refusal)
        {
            return new(refusal);
        }

        FieldFault[] faults = [.. Content.Lacks(groups), .. ClaimCheck.Faults(ClaimCheck.Find(Content, backing))];
        if (faults.Length > 0)
        {
            return new(new FieldsRefused(faults));
        }

        (State, SubmittedAt, SubmittedBy) = (ListingState.InReview, now.UtcDateTime, by);
        return new(this);
    }

    /// <summary>Takes it back before it is decided.</summary>
    public Result<Listing> Withdraw() => Step(ListingAction.Withdraw, () => (State, SubmittedAt, SubmittedBy) = (ListingState.Draft, null, null));

    /// <summary>Lets it go live.</summary>
    /// <returns>The text to put live.</returns>
    public Result<ListingContent> Approve(Guid by, DateTimeOffset now)
    {
        if (Refusal(ListingAction.Approve) is { } refusal)
        {
            return new(refusal);
        }

        (State, Live, DecidedAt, DecidedBy, Reasons) = (ListingState.Approved, LiveState.Shown, now.UtcDateTime, by, []);
        return new(Content);
    }

    /// <summary>Gives it back with reasons, one at least (<see cref="FieldsRefused"/>).</summary>
    public Result<Listing> Return(IReadOnlyList<ReturnReason> reasons, Guid by, DateTimeOffset now)
    {
        if (Refusal(ListingAction.Return) is { } refusal)
        {
            return new(refusal);
        }

        List<FieldFault> faults = [];
        var clean = CleanReasons(reasons, faults);
        if (faults.Count > 0)
        {
            return new(new FieldsRefused(faults));
        }

        (State, DecidedAt, DecidedBy, Reasons) = (ListingState.Returned, now.UtcDateTime, by, clean);
        return new(this);
    }

    /// <summary>Takes the product out of sight; certificates and offers stay.</summary>
    public Result<Listing> Pause() => Step(ListingAction.Pause, () => (State, Live) = (ListingState.Paused, LiveState.Hidden));

    /// <summary>Shows it again.</summary>
    public Result<Listing> Resume() => Step(ListingAction.Resume, () => (State, Live) = (ListingState.Approved, LiveState.Shown));

    /// <summary>Ends it. A product that was live is seen no more.</summary>
    public Result<Listing> Archive() => Step(ListingAction.Archive, () => (State, Live) = (ListingState.Archived, Live == LiveState.None ? LiveState.None : LiveState.Hidden));

    /// <summary>Takes it up again. The product stays out of sight until it is approved anew.</summary>
    public Result<Listing> Restore() => Step(ListingAction.Restore, () => State = ListingState.Draft);

    /// <summary>Drops the changes. What had been archived before is archived again. Refused with <see cref="NothingLive"/> when nothing was ever approved.</summary>
    public Result<Listing> Discard(ListingContent live) => Step(ListingAction.Discard, () =>
    {
        State = Live == LiveState.Shown ? ListingState.Approved : ListingState.Archived;
        (Content, Reasons, SubmittedAt, SubmittedBy) = (live, [], null, null);
    });

    private static List<ReturnReason> CleanReasons(IReadOnlyList<ReturnReason> reasons, List<FieldFault> faults)
    {
        if (reasons.Count is 0 or > ReturnReason.Most)
        {
            faults.Add(reasons.Count == 0
                ? new("reasons", FaultKind.Missing, new("Hãy nêu ít nhất một lý do trả lại.", "Give at least one reason."))
                : new("reasons", FaultKind.TooLong, new($"Tối đa {ReturnReason.Most} lý do.", $"{ReturnReason.Most} reasons at most.")));
            return [];
        }

        List<ReturnReason> clean = [];
        foreach (var (at, reason) in reasons.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"reasons.{at}");
            var before = faults.Count;
            var text = PlainText.Clean(reason.Text, path + ".text", ReturnReason.Length, lines: true, faults);
            if (text.Length == 0 && faults.Count == before)
            {
                faults.Add(new(path + ".text", FaultKind.Missing, new("Lý do còn trống.", "The reason is empty.")));
            }

            if (reason.Field != ReturnReason.Whole && !ListingDifference.Fields.Contains(reason.Field))
            {
                faults.Add(new(path + ".field", FaultKind.Unknown, new("Bài đăng không có mục này.", "A listing has no such field.")));
            }

            clean.Add(new(reason.Field, text));
        }

        return clean;
    }

    private Result<Listing> Step(ListingAction action, Action take)
    {
        if (Refusal(action) is { } refusal)
        {
            return new(refusal);
        }

        take();
        return new(this);
    }

    private IProblem? Refusal(ListingAction action) =>
        AllowedIn[action].Contains(State) ? action == ListingAction.Discard && Live == LiveState.None ? new NothingLive() : null
        : State == ListingState.InReview && action is not ListingAction.Resume and not ListingAction.Restore and not ListingAction.Submit ? new WithdrawFirst()
        : new ListingActionRefused(action, State);
}
