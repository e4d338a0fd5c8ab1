using CsCheck;
using Marketplace.Core.Ledger;
using Marketplace.Core.Ordering;

namespace Marketplace.Tests.Ordering;

/// <summary>Whatever happens to orders, in whatever order: nothing stays kept for nobody, and the journal balances.</summary>
public sealed class OrderHistoryTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void After_any_history_stock_week_and_journal_are_what_the_orders_say() => Gen.Select(
        Gen.Select(Gen.Int[1, 9], Gen.Bool).Array[1, 4], Gen.Bool, Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 9]).Array[0, 30]).Sample(
        (wanted, paysFirst, steps) =>
        {
            var goods = wanted.Select(want => Some.Goods(Some.Offer(new(1, 1, null), [new(1, 100), new(5, 90)], stock: want.Item2 ? 9 : 0, madeToOrder: !want.Item2, weeklyCapacity: 4))).ToList();
            var (group, problems) = Some.Place([.. goods.Zip(wanted, (one, want) => (one, want.Item1))], Today, paysFirst ? PaymentMethod.VietQr : PaymentMethod.CashOnDelivery);
            Assert.Empty(problems);
            var books = new Books(group!);

            foreach (var (step, which, amount) in steps)
            {
                books.Do(step, which, amount);
            }

            books.MustAgree();
        }, iter: 3000);

    /// <summary>Stock, weeks and journal as a database keeps them.</summary>
    private sealed class Books
    {
        private readonly OrderGroup _group;
        private readonly Dictionary<Guid, (int Reserved, int Taken)> _stock = [];
        private readonly Dictionary<(Guid, DateOnly), int> _weeks = [];
        private readonly List<JournalEntry> _journal = [];

        public Books(OrderGroup group)
        {
            _group = group;
            Follow(Moves.Holding(group.Orders.SelectMany(order => order.Lines)));
            _journal.Add(JournalEntry.Placed(group, group.Orders, Guid.Empty, default));
        }

        public void Do(int step, int which, int amount)
        {
            var order = _group.Orders[which % _group.Orders.Count];
            var line = order.Lines[0];
            if (step == 9)
            {
                Follow(Released(() => _group.Expire(Some.Buyer)));
                return;
            }

            if (step == 8)
            {
                _group.Pay(Some.Buyer);
                return;
            }

            Follow(Released(() => (step switch
            {
                0 or 1 => order.Confirm(Some.Maker),
                2 => order.Refuse(Some.Maker, "hết nguyên liệu"),
                3 => order.Pack(Some.Maker),
                4 => order.Ship(Some.Maker, new Dictionary<Guid, int> { [line.Id] = amount }, ""),
                5 => order.State == OrderState.PartlyShipped ? order.CloseShort(Some.Maker, "không làm kịp") : order.Deliver(Some.Maker),
                6 => order.Return(Some.Maker, new Dictionary<Guid, int> { [line.Id] = amount }, "vỡ"),
                _ => order.Cancel(Some.Buyer, "đổi ý"),
            }).Failed(out _, out var moves) ? Moves.None : moves));
        }

        public void MustAgree()
        {
            foreach (var line in _group.Orders.SelectMany(order => order.Lines))
            {
                var (reserved, taken) = _stock.GetValueOrDefault(line.OfferId);
                var isOpen = _group.Orders.Single(order => order.Id == line.OrderId).State is OrderState.AwaitingPayment or OrderState.Placed or OrderState.Confirmed or OrderState.Packed or OrderState.PartlyShipped;
                Assert.Equal(line.HeldStock, reserved);
                Assert.InRange(taken, 0, line.Shipped);
                Assert.True(isOpen || (line.HeldStock == 0 && line.HeldWeeks.Count == 0) || line.Shipped == line.Quantity);
                Assert.Equal(line.HeldWeeks.Sum(share => share.Quantity), _weeks.Where(week => week.Key.Item1 == line.OfferId).Sum(week => week.Value));
                Assert.InRange(line.Returned, 0, line.Shipped);
                Assert.InRange(line.Shipped, 0, line.Quantity);
            }

            Assert.All(_journal, entry => Assert.Equal(0, entry.Postings.Sum(posting => posting.Amount)));
            Assert.Equal(_group.Due, _journal.SelectMany(entry => entry.Postings).Where(posting => posting.Account == JournalAccount.Buyer).Sum(posting => posting.Amount));
            Assert.All(_group.Orders, order =>
            {
                Assert.InRange(order.Due, 0, order.Total);
                Assert.Equal(-order.Due, _journal.SelectMany(entry => entry.Postings).Where(posting => posting.Account == JournalAccount.Producer && posting.Subject == order.ProducerId).Sum(posting => posting.Amount));
            });
        }

        /// <summary>Takes a step and posts what it released.</summary>
        private Moves Released(Func<Moves> step)
        {
            var before = _group.Orders.ToDictionary(order => order.Id, order => order.Released);
            var moves = step();
            _journal.AddRange(_group.Orders.Select(order => JournalEntry.Released(_group, order, before[order.Id], Guid.Empty, default)).OfType<JournalEntry>());
            return moves;
        }

        private void Follow(Moves moves)
        {
            foreach (var move in moves.Stock)
            {
                var (reserved, taken) = _stock.GetValueOrDefault(move.OfferId);
                _stock[move.OfferId] = (reserved + move.Reserve, taken + move.Take);
                Assert.True(reserved + move.Reserve >= 0);
            }

            foreach (var move in moves.Weeks)
            {
                _weeks[(move.OfferId, move.Week)] = _weeks.GetValueOrDefault((move.OfferId, move.Week)) + move.Promise;
                Assert.True(_weeks[(move.OfferId, move.Week)] >= 0);
            }
        }
    }
}
