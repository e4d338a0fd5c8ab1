using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Marketplace.Core;

namespace Marketplace.Api.Accounts;

/// <summary>The settings under <c>Accounts</c>.</summary>
internal sealed record AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>How many passwords, codes and addresses one visitor may try in a minute; 0 for no limit.</summary>
    [Range(0, 10_000)]
    public int AttemptsPerMinute { get; init; } = 20;

    /// <summary>Milliseconds that an answer takes which must not tell whether an address has an account, 0 to 10,000. To be longer than the work takes.</summary>
    [Range(0, 10_000)]
    public int EvenAnswerMilliseconds { get; init; } = 500;
}

/// <summary>The settings under <c>Office</c>.</summary>
internal sealed record OfficeOptions
{
    public const string Section = "Office";

    /// <summary>Who gets the letter that invites the first officer. Without effect once the office has a member.</summary>
    [EmailAddress]
    public string? Email { get; init; }
}

/// <summary>Slows down whoever tries passwords, codes or addresses one after the other, whatever account they try them on.</summary>
internal sealed class AttemptRate(Microsoft.Extensions.Options.IOptions<AccountOptions> options, IHttpContextAccessor requests) : IDisposable
{
    private readonly PartitionedRateLimiter<string>? _buckets = options.Value.AttemptsPerMinute is not (> 0 and var most) ? null : PartitionedRateLimiter.Create<string, string>(
        visitor => RateLimitPartition.GetTokenBucketLimiter(visitor, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = most,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / most,
            QueueLimit = 0,
        }));

    /// <summary>Counts one attempt; refuses it when there were too many (RATE_LIMITED).</summary>
    public void Count()
    {
        using var lease = _buckets?.AttemptAcquire(FrontDoor.VisitorAddress.Of(requests.HttpContext!));
        if (lease is { IsAcquired: false })
        {
            throw new BadInputException(
                new LocalizedText("Quá nhiều lần thử. Hãy đợi một phút rồi thử lại.", "Too many attempts. Wait a minute and try again."), ErrorCode.RateLimited);
        }
    }

    public void Dispose() => _buckets?.Dispose();
}
