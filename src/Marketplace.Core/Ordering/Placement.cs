using Marketplace.Core.Listings;
using Marketplace.Core.Pricing;

namespace Marketplace.Core.Ordering;

/// <summary>Who buys.</summary>
/// <param name="AccountId">Null for a guest.</param>
/// <param name="OrganisationId">Null for a private person.</param>
/// <param name="MayPayLater">Whether the office has seen the organisation's papers.</param>
public sealed record OrderingBuyer(Guid? AccountId, Guid? OrganisationId, string? Email, bool MayPayLater);

/// <summary>What a buyer asks for. Prices, sellers and currency are not among it: they are ours to say.</summary>
/// <param name="ExpectedTotal">What the buyer was shown; null skips the comparison.</param>
public sealed record OrderWish(
    IReadOnlyList<(Guid OfferId, int Quantity)> Lines, Recipient Recipient, string? Email, PaymentMethod Method, string? Reference, string? Note, long? ExpectedTotal)
{
    /// <summary>Where the one line is of samples, units that the buyer may still order of them: no quantity rule, price list or minimum holds then. Null for everything else.</summary>
    public int? SamplesLeft { get; init; }
}

/// <summary>What an order is called and how its guest finds it again; drawn before anything is decided.</summary>
public sealed record OrderNames(Guid Id, string SecretHash, string InputHash);

/// <summary>Decides whether and how a wish becomes orders. Pure: whether the goods are still there when it is saved, the database says.</summary>
public static class Placement
{
    /// <summary>One group with one order for each producer, or everything that stands against it.</summary>
    public static (OrderGroup? Group, IReadOnlyList<IProblem> Problems) Decide(
        OrderWish wish, OrderingBuyer buyer, IReadOnlyDictionary<Guid, Goods> goods, OrderNames names, Language language, DateTimeOffset now, DateOnly today)
    {
        List<FieldFault> faults = [];
        var recipient = wish.Recipient.Checked("recipient", faults);
        var email = EmailOf(wish.Email ?? buyer.Email, faults);
        var reference = PlainText.Clean(wish.Reference, "reference", OrderGroup.ReferenceLength, lines: false, faults);
        var note = PlainText.Clean(wish.Note, "note", OrderEvent.TextLength, lines: true, faults);
        var (lines, problems) = Lines(wish.Lines, goods, today, wish.SamplesLeft);
        if (faults.Count > 0)
        {
            problems.Add(new FieldsRefused(faults));
        }

        if (wish.Lines.Count == 0)
        {
            problems.Add(new EmptyCart());
        }

        if (wish.SamplesLeft is null)
        {
            problems.AddRange(lines.GroupBy(line => line.Goods.Producer!.Id).Select(part => BelowMinimum.Of(part.First().Goods.Producer!, part.Sum(line => line.Price.Total.Amount))).OfType<BelowMinimum>());
        }

        if (wish.Method == PaymentMethod.Terms && !buyer.MayPayLater)
        {
            problems.Add(new NoTerms());
        }

        var total = lines.Sum(line => line.Price.Total.Amount);
        if (problems.Count == 0 && wish.ExpectedTotal is { } expected && expected != total)
        {
            problems.Add(new TotalChanged(Money.Dong(expected), Money.Dong(total)));
        }

        if (problems.Count > 0)
        {
            return (null, problems);
        }

        var paysFirst = wish.Method is PaymentMethod.Card or PaymentMethod.VietQr;
        var number = OrderNumber.Of(names.Id);
        var deed = new OrderDeed(OrderParty.Buyer, recipient.Name, now.UtcDateTime);
        var orders = lines.GroupBy(line => line.Goods.Producer!.Id)
            .Select((part, at) => OrderOf(names.Id, $"{number}-{at + 1}", [.. part], paysFirst, deed, now))
            .ToList();
        var group = new OrderGroup
        {
            Id = names.Id,
            Number = number,
            AccountId = buyer.AccountId,
            OrganisationId = buyer.OrganisationId,
            SecretHash = names.SecretHash,
            InputHash = names.InputHash,
            Email = email,
            Language = language,
            Recipient = recipient,
            Method = wish.Method,
            Reference = reference.Length > 0 ? reference : null,
            Note = note.Length > 0 ? note : null,
            Currency = Money.Vnd,
            Total = total,
            PlacedAt = now.UtcDateTime,
        };
        return (OrderGroup.Start(group, orders, paysFirst), []);
    }

    /// <summary>An order of something else for the same buyer, to stand in the place of a refused one. Refused like any line that cannot be bought; its producer's minimum does not hold, because nobody chose to be here.</summary>
    public static Result<Order> Substitute(OrderGroup group, Goods goods, int quantity, OrderDeed deed, DateTimeOffset now, DateOnly today)
    {
        var (lines, problems) = Lines([(goods.Offer.Id, quantity)], new Dictionary<Guid, Goods> { [goods.Offer.Id] = goods }, today);
        return problems.Count > 0 ? new(problems[0]) : new(OrderOf(group.Id, $"{group.Number}-{group.Orders.Count + 1}", lines, paysFirst: false, deed, now));
    }

    private static (List<PricedLine> Lines, List<IProblem> Problems) Lines(
        IReadOnlyList<(Guid OfferId, int Quantity)> wanted, IReadOnlyDictionary<Guid, Goods> goods, DateOnly today, int? samplesLeft = null)
    {
        List<PricedLine> lines = [];
        List<IProblem> problems = [];
        foreach (var (offerId, quantity) in wanted)
        {
            if (!goods.TryGetValue(offerId, out var known))
            {
                problems.Add(new NothingThere(["lines"]));
            }
            else if ((samplesLeft is { } left ? known.PriceOfSamples(quantity, left, today) : known.PriceOf(quantity, today)).Failed(out var unpriced, out var price))
            {
                problems.Add(unpriced);
            }
            else if (known.PromiseOf(quantity, today).Failed(out var unpromised, out var promise))
            {
                problems.Add(unpromised);
            }
            else
            {
                lines.Add(new(known, price, promise));
            }
        }

        return (lines, problems);
    }

    private static Order OrderOf(Guid groupId, string number, IReadOnlyList<PricedLine> lines, bool paysFirst, OrderDeed deed, DateTimeOffset now)
    {
        var producer = lines[0].Goods.Producer!;
        var id = Guid.CreateVersion7(now);
        var order = new Order
        {
            Id = id,
            GroupId = groupId,
            Number = number,
            ProducerId = producer.Id,
            Producer = producer.Name,
            Total = lines.Sum(line => line.Price.Total.Amount),
            PlacedAt = now.UtcDateTime,
        };
        return Order.Start(order, lines.Select((line, at) => LineOf(id, at + 1, line, now)), paysFirst, deed);
    }

    private static OrderLine LineOf(Guid orderId, int number, PricedLine line, DateTimeOffset now)
    {
        var (goods, price, promise) = line;
        return new OrderLine
        {
            Id = Guid.CreateVersion7(now),
            OrderId = orderId,
            Number = number,
            OfferId = goods.Offer.Id,
            ProductId = goods.Product.Id,
            Sku = goods.Offer.Sku,
            Product = goods.Product.Name,
            Pack = goods.Offer.Pack,
            Unit = goods.Offer.Unit,
            Quantity = price.Why.Quantity,
            Receipt = price.Why,
            IsSample = price.Why.Basis == PriceBasis.Sample,
            Total = price.Total.Amount,
            Certificate = goods.CertificateOn(price.Why.PricedOn),
            ReadyOn = promise.ReadyOn,
            IsDemonstration = goods.Offer.IsDemonstration,
            HeldStock = promise.FromStock,
            HeldWeeks = promise.Weeks,
        };
    }

    private static string? EmailOf(string? email, List<FieldFault> faults)
    {
        var clean = PlainText.Clean(email, "email", OrderGroup.EmailLength, lines: false, faults);
        if (clean.Length > 0 && !System.Net.Mail.MailAddress.TryCreate(clean, out _))
        {
            faults.Add(new("email", FaultKind.Unreadable, new("Địa chỉ e-mail này không đúng.", "This is no e-mail address.")));
        }

        return clean.Length > 0 ? clean : null;
    }

    private sealed record PricedLine(Goods Goods, LinePrice Price, Promise Promise);
}

/// <summary>There is nothing to order.</summary>
public sealed record EmptyCart : IProblem
{
    public LocalizedText Message => new("Giỏ hàng trống.", "The cart is empty.");
}

/// <summary>The buyer may not pay later.</summary>
public sealed record NoTerms : IProblem
{
    public LocalizedText Message => new(
        "Trả sau chỉ dành cho tổ chức đã được văn phòng chương trình xác minh.", "Paying later is for organisations that the programme office has verified.");
}

/// <summary>What the order costs is not what the buyer was shown.</summary>
/// <param name="Expected">What the buyer was shown.</param>
/// <param name="Total">What it costs now.</param>
public sealed record TotalChanged(Money Expected, Money Total) : IProblem
{
    public LocalizedText Message => new(
        $"Giá đã thay đổi: tổng tiền bây giờ là {Total.Format(Language.Vi)}, trước đó là {Expected.Format(Language.Vi)}. Hãy xem lại giỏ hàng rồi đặt.",
        $"Prices have changed: the total is {Total.Format(Language.En)} now, it was {Expected.Format(Language.En)}. Look at the cart again and order then.");
}
