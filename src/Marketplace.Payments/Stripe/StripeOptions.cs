namespace Marketplace.Payments.Stripe;

/// <summary>The settings under <c>Stripe</c>: with a key cards are taken there, without one they are not.</summary>
public sealed record StripeOptions
{
    public const string Section = "Stripe";

    /// <summary>Secret key of the account; whether it is a live one decides which events are taken.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Secret of the webhook that reports to us.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Where Stripe's interface is.</summary>
    public string ApiBase { get; init; } = "https://api.stripe.com";

    /// <summary>Whether the key moves real money.</summary>
    internal bool IsLive => ApiKey?.Contains("_live_", StringComparison.Ordinal) == true;
}
