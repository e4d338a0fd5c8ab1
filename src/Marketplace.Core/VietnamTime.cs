namespace Marketplace.Core;

/// <summary>The calendar of the law and the trade. Vietnam has been at UTC+7 without summer time since 1975.</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Today's date in Vietnam: a certificate ends at midnight there, wherever the server stands.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

    /// <summary>The date in Vietnam at a time in UTC.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The day so many working days later: Saturdays and Sundays do not count. Holidays do, so a term may end a little early and never late.</summary>
    public static DateOnly AddWorkingDays(this DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days--;
            }
        }

        return day;
    }
}
