using Marketplace.Core.Payments;
using Marketplace.Payments;
using Marketplace.Payments.Sandbox;
using Marketplace.Payments.Stripe;
using Marketplace.Payments.Transfers;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Payments;

/// <summary>What settings of payment must be like. No secret is repeated.</summary>
internal sealed class PaymentRules : IValidateOptions<StripeOptions>, IValidateOptions<BankOptions>, IValidateOptions<SandboxOptions>
{
    public ValidateOptionsResult Validate(string? name, StripeOptions options) => Answer(
        options.ApiKey is null != options.WebhookSecret is null ? "Stripe__ApiKey and Stripe__WebhookSecret go together: set both or neither."
        : options.ApiKey is { } key && !IsKey(key) ? "Stripe__ApiKey is not a secret key as Stripe gives it: it begins with sk_test_, sk_live_, rk_test_ or rk_live_."
        : options.WebhookSecret?.StartsWith("whsec_", StringComparison.Ordinal) == false ? "Stripe__WebhookSecret is not a secret as Stripe gives it: it begins with whsec_."
        : !IsAddress(options.ApiBase) ? $"Stripe__ApiBase is \"{options.ApiBase}\" but must be an address without a path, as in https://api.stripe.com."
        : null);

    public ValidateOptionsResult Validate(string? name, BankOptions options) => Answer(
        new[] { options.Bin, options.AccountNumber, options.AccountName }.Count(part => part is null) is 1 or 2 ? "Bank__Bin, Bank__AccountNumber and Bank__AccountName go together: set all or none."
        : options.Account is { CanBePaid: false } ? $"Bank__Bin must be {BankAccount.BinDigits} digits and Bank__AccountNumber 1 to {BankAccount.LongestNumber} letters and digits, as in 970436 and 1234567890."
        : options.NotificationSecret?.Length < EventSignature.ShortestSecret ? $"Bank__NotificationSecret must have {EventSignature.ShortestSecret} characters or more."
        : null);

    public ValidateOptionsResult Validate(string? name, SandboxOptions options) => Answer(
        options.Secret?.Length < EventSignature.ShortestSecret ? $"Sandbox__Secret must have {EventSignature.ShortestSecret} characters or more." : null);

    private static bool IsKey(string key) => key.Length > 12 && key[..3] is "sk_" or "rk_" && key[3..8] is "test_" or "live_";

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { UserInfo: "", PathAndQuery: "/", Fragment: "" };

    private static ValidateOptionsResult Answer(string? fault) => fault is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
}
