using Marketplace.Core;
using Marketplace.Core.Listings;

namespace Marketplace.Tests.Listings;

public sealed class ListingStepTests
{
    private const string Refused = "-";
    private const string Withdraw = "withdraw";

    /// <summary>What becomes of a listing whose product is live, by state and action. "-" is refused; "withdraw" says that it must be withdrawn first.</summary>
    private const string Steps = """
                  Edit      Submit    Withdraw  Approve   Return    Pause     Resume    Archive   Restore   Discard
        Draft     Draft     InReview  -         -         -         -         -         Archived  -         Approved
        InReview  withdraw  -         Draft     Approved  Returned  withdraw  -         withdraw  -         withdraw
        Returned  Draft     InReview  -         -         -         -         -         Archived  -         Approved
        Approved  Draft     -         -         -         -         Paused    -         Archived  -         -
        Paused    -         -         -         -         -         -         Approved  Archived  -         -
        Archived  -         -         -         -         -         -         -         -         Draft     -
        """;

    private static readonly ListingContent Changed = Some.Content with { Packaging = new("Hộp 400 g", "400 g box") };

    public static TheoryData<ListingState, ListingAction, string> EveryStep
    {
        get
        {
            var lines = Steps.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var data = new TheoryData<ListingState, ListingAction, string>();
            foreach (var line in lines.Skip(1))
            {
                foreach (var (at, action) in lines[0].Index())
                {
                    data.Add(Enum.Parse<ListingState>(line[0]), Enum.Parse<ListingAction>(action), line[at + 1]);
                }
            }

            return data;
        }
    }

    [Fact]
    public void The_table_knows_every_state_and_every_action() =>
        Assert.Equal(Enum.GetValues<ListingState>().Length * Enum.GetValues<ListingAction>().Length, EveryStep.Count);

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_step_leads_where_the_table_says_or_changes_nothing(ListingState state, ListingAction action, string expected)
    {
        var listing = In(state);
        var (before, allowed) = (listing.Content, listing.Allowed.Contains(action));

        var problem = Take(listing, action);

        Assert.Equal(expected is not Refused and not Withdraw, allowed);
        if (allowed)
        {
            Assert.Null(problem);
            Assert.Equal(Enum.Parse<ListingState>(expected), listing.State);
            return;
        }

        Assert.IsType(expected == Withdraw ? typeof(WithdrawFirst) : typeof(ListingActionRefused), problem);
        Assert.False(string.IsNullOrEmpty(problem.Message.Vi) || string.IsNullOrEmpty(problem.Message.En));
        Assert.Equal((state, before), (listing.State, listing.Content));
    }

    [Theory]
    [InlineData(ListingState.Draft, LiveState.Shown)]
    [InlineData(ListingState.InReview, LiveState.Shown)]
    [InlineData(ListingState.Returned, LiveState.Shown)]
    [InlineData(ListingState.Approved, LiveState.Shown)]
    [InlineData(ListingState.Paused, LiveState.Hidden)]
    [InlineData(ListingState.Archived, LiveState.Hidden)]
    public void The_live_product_is_hidden_only_while_it_is_paused_or_archived(ListingState state, LiveState live) => Assert.Equal(live, In(state).Live);

    [Fact]
    public void A_first_draft_has_nothing_live_to_go_back_to_and_none_after_it_was_archived()
    {
        var listing = First();

        Assert.IsType<NothingLive>(Take(listing, ListingAction.Discard));
        Assert.DoesNotContain(ListingAction.Discard, listing.Allowed);
        Some.Good(listing.Archive());
        Some.Good(listing.Restore());
        Assert.Equal((ListingState.Draft, LiveState.None), (listing.State, listing.Live));
    }

    [Fact]
    public void What_was_archived_stays_hidden_until_it_is_approved_anew_and_changes_dropped_archive_it_again()
    {
        var listing = In(ListingState.Archived);
        Some.Good(listing.Restore());
        Assert.Equal(LiveState.Hidden, listing.Live);

        Some.Good(listing.Discard(Some.Content));
        Assert.Equal((ListingState.Archived, LiveState.Hidden), (listing.State, listing.Live));

        Some.Good(listing.Restore());
        Some.Good(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now));
        Some.Good(listing.Approve(Some.Officer, Some.Now));
        Assert.Equal((ListingState.Approved, LiveState.Shown), (listing.State, listing.Live));
    }

    [Fact]
    public void Saving_what_is_live_already_sends_nothing_to_review()
    {
        var listing = In(ListingState.Approved);

        Some.Good(listing.Edit(Some.Content with { Name = new("  Kẹo dừa lá dứa ", "Pandan coconut candy"), Keywords = ["kẹo dừa"] }));

        Assert.Equal(ListingState.Approved, listing.State);
    }

    [Fact]
    public void Who_submitted_and_who_decided_when_is_kept_and_a_withdrawal_takes_the_submission_back()
    {
        var listing = First();
        Some.Good(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now));
        Assert.Equal((Some.Now.UtcDateTime, Some.Account), (listing.SubmittedAt, listing.SubmittedBy));

        Some.Good(listing.Withdraw());
        Assert.Equal((null, null), (listing.SubmittedAt, listing.SubmittedBy));

        Some.Good(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now));
        var content = Some.Good(listing.Approve(Some.Officer, Some.Now.AddDays(1)));
        Assert.Equal((Some.Now.AddDays(1).UtcDateTime, Some.Officer), (listing.DecidedAt, listing.DecidedBy));
        Assert.Same(listing.Content, content);
    }

    [Fact]
    public void Reasons_stay_in_sight_while_the_producer_mends_and_go_with_the_approval()
    {
        var listing = In(ListingState.Returned);
        Some.Good(listing.Edit(Some.Content with { Packaging = new("Hộp 500 g") }));
        Some.Good(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now));
        Assert.Equal([new("description.vi", "Thiếu thành phần.")], listing.Reasons);

        Some.Good(listing.Approve(Some.Officer, Some.Now));
        Assert.Empty(listing.Reasons);
    }

    [Fact]
    public void A_listing_is_returned_only_with_reasons_that_say_something_of_a_field_that_there_is()
    {
        var listing = In(ListingState.InReview);

        Assert.Equal([("reasons", FaultKind.Missing)], Some.Faults(listing.Return([], Some.Officer, Some.Now)));
        Assert.Equal(
            [("reasons.0.text", FaultKind.Missing), ("reasons.1.field", FaultKind.Unknown), ("reasons.2.text", FaultKind.NotPlainText)],
            Some.Faults(listing.Return([new("name.vi", "  "), new("colour", "x"), new(ReturnReason.Whole, "a\u0007b")], Some.Officer, Some.Now)));
        Assert.Equal(ListingState.InReview, listing.State);
    }

    [Fact]
    public void Every_missing_and_every_forbidden_field_is_named_at_once_when_it_is_submitted()
    {
        var listing = Some.Good(Listing.Start(Guid.CreateVersion7(Some.Now), Some.Producer, "keo", new() { Name = new("Kẹo dừa OCOP 4 sao"), Packaging = new("", "Box") }, Some.Now));

        var faults = Some.Faults(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now));

        Assert.Equal(
            [
                ("description.vi", FaultKind.Missing), ("packaging.vi", FaultKind.Missing), ("category", FaultKind.Missing), ("group", FaultKind.Missing),
                ("name.vi", FaultKind.NotBacked), ("name.vi", FaultKind.NotBacked),
            ],
            faults);
        Assert.Equal((ListingState.Draft, null), (listing.State, listing.SubmittedAt));
    }

    [Fact]
    public void A_group_of_a_text_that_is_no_longer_in_force_is_refused()
    {
        var listing = Some.Good(Listing.Start(Guid.CreateVersion7(Some.Now), Some.Producer, "keo", Some.Content with { Group = "2019-food" }, Some.Now));

        Assert.Equal([("group", FaultKind.Unknown)], Some.Faults(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now)));
    }

    [Fact]
    public void Another_version_than_the_one_that_was_seen_is_refused_with_the_one_that_is_there()
    {
        Assert.Equal(0, Some.Refused<Listing, ChangedMeanwhile>(First().At(3)).Version);
        Assert.False(First().At(0).Failed(out _, out _));
    }

    [Fact]
    public void An_import_is_followed_only_while_nothing_is_pending()
    {
        var (approved, draft) = (In(ListingState.Approved), In(ListingState.Draft));

        approved.Follow(Changed with { Name = new("Kẹo dừa nhập") });
        draft.Follow(Changed with { Name = new("Kẹo dừa nhập") });

        Assert.Equal(("Kẹo dừa nhập", Changed.Name.Vi), (approved.Content.Name.Vi, draft.Content.Name.Vi));
    }

    private static Listing First() => Some.Good(Listing.Start(Guid.CreateVersion7(Some.Now), Some.Producer, "keo-dua-la-dua", Some.Content, Some.Now));

    private static Listing In(ListingState state)
    {
        var listing = Listing.Of(Some.Product(), Some.Producer);
        ListingAction[] path = state switch
        {
            ListingState.Draft => [ListingAction.Edit],
            ListingState.InReview => [ListingAction.Edit, ListingAction.Submit],
            ListingState.Returned => [ListingAction.Edit, ListingAction.Submit, ListingAction.Return],
            ListingState.Paused => [ListingAction.Pause],
            ListingState.Archived => [ListingAction.Archive],
            _ => [],
        };
        Assert.All(path, action => Assert.Null(Take(listing, action)));
        Assert.Equal(state, listing.State);
        return listing;
    }

    private static IProblem? Take(Listing listing, ListingAction action) => action switch
    {
        ListingAction.Edit => ProblemOf(listing.Edit(listing.State == ListingState.Returned ? Changed with { Keywords = [] } : Changed)),
        ListingAction.Submit => ProblemOf(listing.Submit(Backing.None, Some.Groups, Some.Account, Some.Now)),
        ListingAction.Withdraw => ProblemOf(listing.Withdraw()),
        ListingAction.Approve => ProblemOf(listing.Approve(Some.Officer, Some.Now)),
        ListingAction.Return => ProblemOf(listing.Return([new("description.vi", "Thiếu thành phần.")], Some.Officer, Some.Now)),
        ListingAction.Pause => ProblemOf(listing.Pause()),
        ListingAction.Resume => ProblemOf(listing.Resume()),
        ListingAction.Archive => ProblemOf(listing.Archive()),
        ListingAction.Restore => ProblemOf(listing.Restore()),
        ListingAction.Discard => ProblemOf(listing.Discard(Some.Content)),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static IProblem? ProblemOf<T>(Result<T> result)
        where T : class => result.Failed(out var problem, out _) ? problem : null;
}
