namespace Marketplace.Core;

/// <summary>The calendar of the law and the trade. Vietnam has been at UTC+7 without summer time since 1975.</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Today's date in Vietnam: a certificate ends at midnight there, wherever the server stands.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
