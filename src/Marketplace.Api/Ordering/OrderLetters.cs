using System.Globalization;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Ordering;
using Marketplace.Data;
using Marketplace.Data.Ordering;

namespace Marketplace.Api.Ordering;

/// <summary>What buyers and producers are written about their orders, in the transaction of what it tells of.</summary>
internal sealed class OrderLetters(SiteAddress site, TimeProvider clock)
{
    /// <summary>Confirms to the buyer what was ordered. Producers are written at once where nothing is to be paid first.</summary>
    public async Task PlacedAsync(MarketplaceDb db, OrderGroup group, string? secret, CancellationToken cancellationToken)
    {
        if (group.Email is { } email)
        {
            var number = OrderNumber.Written(group.Number);
            var link = $"{site.At(group.Language, "/don-hang/", "/en/orders/")}{group.Number}{(secret is null ? "" : $"?key={secret}")}";
            To(db).Write(email, group.Language, new($"Đơn hàng {number}", $"Your order {number}"), new(
                $"Chào {group.Recipient.Name},\n\nChúng tôi đã nhận đơn hàng {number} của bạn, tổng cộng {TotalIn(group, Language.Vi)}.{PayByIn(group, Language.Vi)}\n\n{Lines(group, Language.Vi)}\n\nXem đơn hàng, theo dõi và nhắn tin cho nhà sản xuất:\n\n{link}",
                $"Dear {group.Recipient.Name},\n\nWe have your order {number}, {TotalIn(group, Language.En)} in all.{PayByIn(group, Language.En)}\n\n{Lines(group, Language.En)}\n\nSee the order, follow it and write to the producers:\n\n{link}"));
        }

        if (group.PayBy is null)
        {
            await AskProducersAsync(db, group, cancellationToken);
        }
    }

    /// <summary>Money came: the buyer is told, and the producers are asked. Where it came too late, the buyer is told that.</summary>
    public async Task PaidAsync(MarketplaceDb db, OrderGroup group, CancellationToken cancellationToken)
    {
        await AskProducersAsync(db, group, cancellationToken);
        if (group.Orders.FirstOrDefault(order => order.Timeline.MaxBy(entry => entry.Number)!.Kind is OrderEventKind.Paid or OrderEventKind.PaidTooLate) is { } told)
        {
            Stepped(db, group, told);
        }
    }

    /// <summary>Asks the producers whether they take their orders on.</summary>
    public async Task AskProducersAsync(MarketplaceDb db, OrderGroup group, CancellationToken cancellationToken)
    {
        Order[] placed = [.. group.Orders.Where(order => order.State == OrderState.Placed)];
        var sellers = (await db.SellersOfAsync([.. placed.Select(order => order.ProducerId)], cancellationToken)).ToLookup(seller => seller.ProducerId, seller => seller.Account);
        foreach (var (order, account) in placed.SelectMany(order => sellers[order.ProducerId].Select(account => (order, account))))
        {
            var link = site.At(account.Language, "/co-so/don-hang/", "/en/producer/orders/") + order.Number;
            To(db).Write(account.Email!, account.Language, new($"Đơn hàng mới {order.Number}", $"New order {order.Number}"), new(
                $"Chào {account.Name},\n\nCó người vừa đặt hàng của {order.Producer.Vi}:\n\n{Lines(order, Language.Vi)}\n\nHãy xác nhận hoặc từ chối:\n\n{link}",
                $"Dear {account.Name},\n\nSomebody has just ordered from {order.Producer.In(Language.En)}:\n\n{Lines(order, Language.En)}\n\nConfirm or refuse it:\n\n{link}"));
        }
    }

    /// <summary>Tells the buyer what became of an order; messages and the buyer's own steps are not told back.</summary>
    public void Stepped(MarketplaceDb db, OrderGroup group, Order order)
    {
        if (group.Email is not { } email || order.Timeline.MaxBy(entry => entry.Number) is not { Party: not OrderParty.Buyer } last || Words(last.Kind) is not { } words)
        {
            return;
        }

        var link = site.At(group.Language, "/don-hang/", "/en/orders/") + group.Number;
        var (vi, en) = (last.Text is null ? "" : $"\n\n{last.Text}", last.Text is null ? "" : $"\n\n{last.Text}");
        To(db).Write(email, group.Language, new($"Đơn hàng {order.Number}: {words.Vi}", $"Your order {order.Number}: {words.En}"), new(
            $"Chào {group.Recipient.Name},\n\nĐơn hàng {order.Number} của {order.Producer.Vi}: {words.Vi}.{vi}\n\n{link}",
            $"Dear {group.Recipient.Name},\n\nYour order {order.Number} from {order.Producer.In(Language.En)}: {words.En}.{en}\n\n{link}"));
    }

    private static LocalizedText? Words(OrderEventKind kind) => kind switch
    {
        OrderEventKind.Paid => new("đã nhận tiền", "paid"),
        OrderEventKind.Confirmed => new("nhà sản xuất đã xác nhận", "confirmed by the producer"),
        OrderEventKind.Refused => new("nhà sản xuất không giao được", "the producer cannot deliver it"),
        OrderEventKind.Shipped => new("đã gửi hàng", "sent"),
        OrderEventKind.Delivered => new("đã giao", "delivered"),
        OrderEventKind.Cancelled => new("đã hủy", "called off"),
        OrderEventKind.Expired => new("đã hủy vì chưa thanh toán", "called off because it was not paid for"),
        OrderEventKind.Returned => new("đã nhận hàng trả lại", "goods came back"),
        OrderEventKind.PaidTooLate => new("tiền đến khi đơn đã hết hạn", "money came after the order had expired"),
        OrderEventKind.RefundChosen => new("chúng tôi hoàn tiền cho bạn", "your money goes back"),
        OrderEventKind.Message => new("tin nhắn mới", "a new message"),
        _ => null,
    };

    private Letters To(MarketplaceDb db) => new(db, site, clock);

    private static string TotalIn(OrderGroup group, Language language) => new Money(group.Total, group.Currency).Format(language);

    private static string PayByIn(OrderGroup group, Language language) => (group.PayBy?.AddHours(7), language) switch
    {
        (null, _) => "",
        ({ } until, Language.En) => string.Create(CultureInfo.InvariantCulture, $" We keep the goods for you until {until:HH:mm} on {until:d MMMM} (Vietnam time); please pay by then."),
        ({ } until, _) => $" Hàng được giữ cho bạn đến {until:HH:mm} ngày {until:dd'/'MM}; hãy thanh toán trước lúc đó.",
    };

    private static string Lines(OrderGroup group, Language language) => string.Join("\n\n", group.Orders.Select(order => $"{order.Producer.In(language)}\n{Lines(order, language)}"));

    private static string Lines(Order order, Language language) => string.Join('\n', order.Lines.OrderBy(line => line.Number).Select(line => string.Create(
        CultureInfo.InvariantCulture, $"- {line.Quantity} × {line.Called.In(language)}, {line.Pack.In(language)}: {new Money(line.Total, line.Receipt.Currency).Format(language)}")));
}
