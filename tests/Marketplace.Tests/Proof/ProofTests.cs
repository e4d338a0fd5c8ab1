using Marketplace.Core.Search;
using Marketplace.Search.Lucene;
using Marketplace.Tests.Accounts;
using Marketplace.Tests.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Proof;

/// <summary>The shop finds every fault that is planted in its books, and none where there is none.</summary>
public sealed class ProofTests : IDisposable
{
    private readonly MarketplaceApp _app;
    private readonly People _people;
    private readonly Stall _stall;
    private HeldIndex? _index;

    public ProofTests()
    {
        _app = new MarketplaceApp("Production") { Given = [("Accounts:AttemptsPerMinute", "0")], Engine = lucene => _index = new HeldIndex(lucene) };
        (_people, _stall) = (new People(_app), new Stall(_app));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_in_which_people_bought_refused_and_called_off_holds_every_invariant()
    {
        await BusyAsync();

        Assert.Empty(await BrokenAsync());
    }

    [Theory]
    [InlineData("PRAGMA ignore_check_constraints = 1; UPDATE Offers SET Reserved = Stock + 1 WHERE Reserved > 0; PRAGMA ignore_check_constraints = 0", "NOTHING_OVERSOLD STOCK_IS_HELD_BY_SOMEBODY")]
    [InlineData("UPDATE Offers SET Reserved = Reserved - 1 WHERE Reserved > 0", "STOCK_IS_HELD_BY_SOMEBODY")]
    [InlineData("UPDATE CapacityWeeks SET Promised = Promised + 1", "WEEKS_ARE_HELD_BY_SOMEBODY")]
    [InlineData("UPDATE Orders SET State = 'Refused' WHERE State = 'Placed'", "NOTHING_IS_HELD_FOR_NOBODY")]
    [InlineData("UPDATE OrderGroups SET PayBy = '2026-01-01 00:00:00'", "NOTHING_IS_HELD_FOR_NOBODY")]
    [InlineData("UPDATE OrderGroups SET Total = Total + 1", "ORDERS_SUM_UP")]
    [InlineData("UPDATE OrderLines SET Total = Total + 1", "ORDERS_SUM_UP PRICES_ARE_EXPLAINED")]
    [InlineData("UPDATE JournalPostings SET Amount = Amount + 1 WHERE Account = 'Producer'", "JOURNAL_BALANCES JOURNAL_AGREES_WITH_ORDERS")]
    [InlineData("DELETE FROM JournalPostings; DELETE FROM JournalEntries", "JOURNAL_AGREES_WITH_ORDERS")]
    [InlineData("INSERT INTO JournalPostings (EntryId, Number, Account, Subject, Amount) SELECT Id, 99, 'Money', '00000000-0000-0000-0000-000000000000', 5 FROM JournalEntries LIMIT 1", "JOURNAL_BALANCES MONEY_IS_POSTED")]
    [InlineData("UPDATE Products SET Name_Vi = 'Tên khác' WHERE Slug = (SELECT MIN(Slug) FROM Products)", "INDEX_EQUALS_DATABASE")]
    [InlineData("UPDATE Certificates SET Stars = 2 WHERE Number = (SELECT MIN(Number) FROM Certificates WHERE ExpiresOn < '2026-11-22')", "CERTIFICATES_ARE_CONSISTENT")]
    public async Task A_planted_fault_is_named(string fault, string invariants)
    {
        await BusyAsync();
        await _app.WithAsync(db => db.Database.ExecuteSqlRawAsync(fault, Stop));

        Assert.Equal(invariants.Split(' '), (await BrokenAsync()).Intersect(invariants.Split(' ')));
    }

    [Fact]
    public async Task An_outbox_that_nobody_follows_is_named_until_somebody_does()
    {
        await BusyAsync();
        _index!.Hold();
        await _app.WithAsync(async db =>
        {
            (await db.Products.OrderBy(product => product.Slug).FirstAsync(Stop)).Name = new("Tên khác");
            await db.SaveChangesAsync(Stop);
        });

        Assert.Equal(["OUTBOX_IS_DRAINED"], await BrokenAsync());

        _index.Release();
        await _app.CaughtUpAsync();
        Assert.Empty(await BrokenAsync());
    }

    [Fact]
    public async Task Nobody_but_an_officer_looks_through_the_books()
    {
        Assert.Equal("UNAUTHENTICATED", (string?)(await _people.Browser().AskAsync("{ proof { holds } }"))["errors"]![0]!["extensions"]!["code"]);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Orders from stock and to be made, of which one is called off and one waits for payment.</summary>
    private async Task BusyAsync()
    {
        var offers = await _stall.OffersAsync(2, stock: 30);
        var made = (await _stall.OffersAsync(3, stock: 0, madeToOrder: true, weeklyCapacity: 5))[2];
        offers = await _stall.OffersAsync(2, stock: 30);
        var buyer = _people.Browser();
        await Stall.PutInAsync(buyer, (offers[0], 3), (offers[1], 12), (made, 7));
        var placed = await _stall.OrderAsync(buyer, 3_000 + (12 * 900) + 7_000);
        Assert.Empty(Stall.Codes(placed));
        var order = placed["orderGroup"]!["orders"]![0]!;
        await buyer.DoAsync("cancelOrder", new { order = (string)order["id"]!, version = (int)order["version"]!, reason = "đổi ý", secret = (string)placed["secret"]! });
        await Stall.PutInAsync(buyer, (offers[0], 2));
        Assert.Empty(Stall.Codes(await _stall.OrderAsync(buyer, 2_000, "CARD")));
        await _app.CaughtUpAsync();
    }

    private async Task<string[]> BrokenAsync()
    {
        var proof = (await (await _people.OfficerAsync()).DataAsync("{ proof { invariant holds count sentence findings { subject expected found } } }"))["proof"]!.AsArray();
        Assert.Equal(12, proof.Count);
        return [.. proof.Where(one => !(bool)one!["holds"]!).Select(one => (string)one!["invariant"]!)];
    }

    /// <summary>The real index, which writes nothing while it is held.</summary>
    private sealed class HeldIndex(LuceneIndex index) : ISearchIndex
    {
        private TaskCompletionSource? _held;

        public bool IsShared => index.IsShared;

        public long Generation => index.Generation;

        public void Hold() => _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _held!.SetResult();

        public async Task<IReadOnlyList<IndexRejection>> ApplyAsync(IndexBatch batch, CancellationToken cancellationToken)
        {
            await (_held?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
            return await index.ApplyAsync(batch, cancellationToken);
        }

        public Task<SearchPage> SearchAsync(SearchQuery query, CancellationToken cancellationToken) => index.SearchAsync(query, cancellationToken);

        public Task<IReadOnlyList<Suggestion>> SuggestAsync(SuggestQuery query, CancellationToken cancellationToken) => index.SuggestAsync(query, cancellationToken);

        public Task<IndexRebuild> RebuildAsync(IndexSource source, IProgress<int>? written, CancellationToken cancellationToken) => index.RebuildAsync(source, written, cancellationToken);

        public IAsyncEnumerable<IndexEntry> EntriesAsync(CancellationToken cancellationToken) => index.EntriesAsync(cancellationToken);

        public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken) => index.StatusAsync(cancellationToken);
    }
}
