using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Api;

/// <summary>What an authenticator needs to know.</summary>
[Name("StartTwoFactorPayload")]
public sealed class StartTwoFactorPayload : Payload
{
    internal StartTwoFactorPayload(string key, string uri, Ask ask)
        : base([], ask) => (Key, Uri) = (key, uri);

    /// <summary>To be typed into an authenticator that has no camera.</summary>
    public string Key { get; }

    /// <summary>otpauth address; shown as a QR code.</summary>
    public string Uri { get; }
}

/// <summary>The first code of the authenticator.</summary>
[Name("ConfirmTwoFactorInput")]
public sealed class ConfirmTwoFactorInput
{
    /// <summary>Six digits.</summary>
    public required string Code { get; init; }
}

/// <summary>Shown once.</summary>
[Name("ConfirmTwoFactorPayload")]
public sealed class ConfirmTwoFactorPayload : Payload
{
    internal ConfirmTwoFactorPayload(IEnumerable<IProblem> problems, IReadOnlyList<string> recoveryCodes, Ask ask)
        : base(problems, ask) => RecoveryCodes = recoveryCodes;

    /// <summary>Ten codes, each good for one sign-in without the authenticator.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; }
}

/// <summary>Proof that it is the account's owner who asks.</summary>
[Name("StopTwoFactorInput")]
public sealed class StopTwoFactorInput
{
    /// <summary>The password as it is now.</summary>
    public required string CurrentPassword { get; init; }
}

public sealed partial class Mutation
{
    private const int RecoveryCodeCount = 10;

    /// <summary>Makes a new key for an authenticator. The second factor counts only after confirmTwoFactor.</summary>
    public static async Task<StartTwoFactorPayload> StartTwoFactor(Person person, Ask ask, [FromServices] UserManager<Account> accounts)
    {
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (account.TwoFactorEnabled)
        {
            throw new BadInputException(new("Xác thực hai bước đang bật; hãy tắt trước khi đổi khóa.", "The second factor is on; stop it before you change its key."));
        }

        await accounts.ResetAuthenticatorKeyAsync(account);
        var key = (await accounts.GetAuthenticatorKeyAsync(account))!;
        var issuer = Uri.EscapeDataString("Chợ Xứ Dừa");
        return new(key, $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={issuer}&digits=6", ask);
    }

    /// <summary>Turns the second factor on. Problems: CODE_NOT_VALID.</summary>
    public static async Task<ConfirmTwoFactorPayload> ConfirmTwoFactor(
        ConfirmTwoFactorInput input, Person person, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, input.Code.Replace(" ", "", StringComparison.Ordinal)))
        {
            return new([new CodeNotValid()], [], ask);
        }

        await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        return new([], [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodeCount) ?? []], ask);
    }

    /// <summary>Turns the second factor off. Problems: WRONG_PASSWORD.</summary>
    public static async Task<PasswordPayload> StopTwoFactor(
        StopTwoFactorInput input, Person person, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (await accounts.IsLockedOutAsync(account) || !await accounts.CheckPasswordAsync(account, input.CurrentPassword))
        {
            await accounts.AccessFailedAsync(account);
            return new([new WrongPassword()], ask);
        }

        await accounts.SetTwoFactorEnabledAsync(account, enabled: false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        return new([], ask);
    }
}
