using Marketplace.Core.Catalogue;

namespace Marketplace.Core.Ordering;

/// <summary>Units of an offer that are made in one week.</summary>
/// <param name="Week">Its Monday.</param>
public sealed record WeekShare(DateOnly Week, int Quantity);

/// <summary>When a quantity can be sent, and from where it comes: all from stock, or all made in the weeks that have room.</summary>
/// <param name="FromStock">Units taken from stock; 0 when they are made.</param>
/// <param name="Weeks">Units made in each week, earliest first; empty when they come from stock, or when the producer has not said how many it makes.</param>
/// <param name="ReadyOn">The day on which all of it can be sent.</param>
public sealed record Promise(int FromStock, IReadOnlyList<WeekShare> Weeks, DateOnly ReadyOn)
{
    /// <summary>So many weeks ahead may be promised.</summary>
    public const int MostWeeks = 26;

    /// <summary>What can be promised of an offer today. Refused when it is not on sale or too little can be had.</summary>
    /// <param name="promised">Units of the offer that other orders take of each week, by the week's Monday.</param>
    public static Result<Promise> Of(Offer offer, int quantity, IReadOnlyDictionary<DateOnly, int> promised, DateOnly today)
    {
        if (!offer.OnSale)
        {
            return new(new NotOnSale(offer.Sku));
        }

        var earliest = today.AddDays(offer.LeadTimeDays);
        if (offer.Available >= quantity)
        {
            return new(new Promise(quantity, [], OpenDay(offer, earliest)));
        }

        if (!offer.MadeToOrder)
        {
            return new(new InsufficientStock(offer.Sku, quantity, Math.Max(0, offer.Available), ReadyOn: null));
        }

        return offer.WeeklyCapacity is { } capacity ? Made(offer, quantity, capacity, promised, earliest) : new(new Promise(0, [], OpenDay(offer, earliest)));
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Result<Promise> Made(Offer offer, int quantity, int capacity, IReadOnlyDictionary<DateOnly, int> promised, DateOnly earliest)
    {
        List<WeekShare> weeks = [];
        var left = quantity;
        var week = WeekOf(earliest);
        for (var ahead = 0; ahead < MostWeeks && left > 0; ahead++, week = week.AddDays(7))
        {
            var room = Math.Min(left, capacity - promised.GetValueOrDefault(week));
            if (room > 0)
            {
                weeks.Add(new(week, room));
                left -= room;
            }
        }

        if (left > 0)
        {
            // What stands ready and what can be made are never sold as one: the buyer may take either.
            return new(new InsufficientStock(offer.Sku, quantity, Math.Max(offer.Available, quantity - left), weeks.Count > 0 ? weeks[^1].Week.AddDays(6) : null));
        }

        var made = weeks[^1].Week.AddDays(6);
        return new(new Promise(0, weeks, OpenDay(offer, made > earliest ? made : earliest)));
    }

    /// <summary>That day, or the first one after it on which the producer works.</summary>
    private static DateOnly OpenDay(Offer offer, DateOnly day)
    {
        while (offer.BlackoutDays.Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}

/// <summary>Its producer does not offer it at present.</summary>
public sealed record NotOnSale(string Sku) : IProblem
{
    public LocalizedText Message => new($"{Sku} hiện không bán.", $"{Sku} is not on sale at present.");
}

/// <summary>There is less of it than was asked for.</summary>
/// <param name="Available">The most that can be had now.</param>
/// <param name="ReadyOn">When that many can be sent, where it has to be made; null where it comes from stock or not at all.</param>
public sealed record InsufficientStock(string Sku, int Wanted, int Available, DateOnly? ReadyOn) : IProblem
{
    public LocalizedText Message => (Available, ReadyOn) switch
    {
        (0, _) => new($"{Sku} đã hết.", $"{Sku} is sold out."),
        (_, { } day) => new(
            $"{Sku}: chỉ nhận được {Available} trong {Promise.MostWeeks} tuần tới (đủ vào {day:dd'/'MM'/'yyyy}), bạn cần {Wanted}.",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Sku}: only {Available} can be had within {Promise.MostWeeks} weeks (by {day:d MMMM yyyy}); you want {Wanted}.")),
        _ => new($"{Sku}: chỉ còn {Available}, bạn cần {Wanted}.", $"{Sku}: only {Available} left; you want {Wanted}."),
    };
}
