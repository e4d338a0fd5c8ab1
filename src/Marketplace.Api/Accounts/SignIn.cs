using System.Security.Cryptography;
using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Core;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Api;

/// <summary>Who wants to sign in.</summary>
[Name("SignInInput")]
public sealed class SignInInput
{
    /// <summary>The address of the account.</summary>
    public required string Email { get; init; }

    /// <summary>The account's password.</summary>
    public required string Password { get; init; }
}

/// <summary>The second step of an account with a second factor.</summary>
[Name("CompleteSignInInput")]
public sealed class CompleteSignInInput
{
    /// <summary>What the first step gave; works for ten minutes.</summary>
    public required string SecondStep { get; init; }

    /// <summary>Six digits from the authenticator, or one of the recovery codes.</summary>
    public required string Code { get; init; }
}

/// <summary>The session comes as a cookie (cho_session) with the answer.</summary>
[Name("SignInPayload")]
public sealed class SignInPayload : Payload
{
    internal SignInPayload(IEnumerable<IProblem> problems, Ask ask, string? secondStep = null)
        : base(problems, ask) => SecondStep = secondStep;

    /// <summary>Set when the account has a second factor: nobody is signed in yet, and completeSignIn takes this and a code.</summary>
    public string? SecondStep { get; }
}

/// <summary>One sentence for every reason, so that it does not tell which addresses have accounts.</summary>
public sealed record SignInFailed : IProblem
{
    public LocalizedText Message => new(
        $"E-mail hoặc mật khẩu không đúng. Sau {AccountSetup.MostFailures} lần sai, tài khoản tạm khóa {AccountSetup.Pause.TotalMinutes:0} phút.",
        $"The e-mail address or the password is wrong. After {AccountSetup.MostFailures} wrong ones an account is closed for {AccountSetup.Pause.TotalMinutes:0} minutes.");
}

/// <summary>Said to who knows the password only.</summary>
public sealed record EmailNotConfirmed : IProblem
{
    public LocalizedText Message => new(
        "Hãy mở đường dẫn trong thư xác nhận trước. Không thấy thư? Đăng ký lại bằng cùng địa chỉ để nhận thư mới.",
        "Open the link in the letter first. No letter? Register again with the same address to get a new one.");
}

/// <summary>The code of the second factor is wrong, or the first step is too long ago.</summary>
public sealed record CodeNotValid : IFieldProblem
{
    public IReadOnlyList<string> Path => ["code"];

    public LocalizedText Message => new(
        "Mã không đúng hoặc đã hết hạn. Hãy lấy mã mới trong ứng dụng xác thực.", "The code is wrong or has run out. Take a new one from the authenticator.");
}

public sealed partial class Mutation
{
    private const string SecondStepPurpose = "Marketplace.SecondStep";
    private static readonly TimeSpan SecondStepLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Signs in by password. Problems: SIGN_IN_FAILED, EMAIL_NOT_CONFIRMED. Too many attempts: RATE_LIMITED.</summary>
    [Cost(50)]
    public static async Task<SignInPayload> SignIn(SignInInput input, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var checks = services.GetRequiredService<PasswordChecks>();
        var even = checks.EvenAsync();
        if (await accounts.FindByEmailAsync(input.Email.Trim()) is not { } account)
        {
            checks.Pretend(input.Password);
            await even;
            return new([new SignInFailed()], ask);
        }

        var (signedIn, problem) = await PasswordSignIn.TryAsync(account, input.Password, accounts, services);
        if (!signedIn)
        {
            await even;
            return new([problem!], ask);
        }

        if (!account.EmailConfirmed)
        {
            return new([new EmailNotConfirmed()], ask);
        }

        if (account.TwoFactorEnabled)
        {
            var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(SecondStepPurpose).ToTimeLimitedDataProtector();
            return new([], ask, protector.Protect($"{account.Id:N}|{account.SecurityStamp}", SecondStepLifetime));
        }

        await services.GetRequiredService<SignedInSessions>().BeginAsync(account);
        return new([], ask);
    }

    /// <summary>Signs in by the second factor. Problems: CODE_NOT_VALID, SIGN_IN_FAILED.</summary>
    [Cost(50)]
    public static async Task<SignInPayload> CompleteSignIn(
        CompleteSignInInput input, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var account = FirstStepOf(input.SecondStep, services) is [var id, var stamp] && await accounts.FindByIdAsync(Guid.ParseExact(id, "N").ToString()) is { } found && found.SecurityStamp == stamp
            ? found : null;
        if (account is null)
        {
            return new([new CodeNotValid()], ask);
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return new([new SignInFailed()], ask);
        }

        var code = input.Code.Replace(" ", "", StringComparison.Ordinal);
        var isRight = await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, code)
            || (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;
        if (!isRight)
        {
            await accounts.AccessFailedAsync(account);
            return new([new CodeNotValid()], ask);
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await services.GetRequiredService<SignedInSessions>().BeginAsync(account);
        return new([], ask);
    }

    private static string[]? FirstStepOf(string given, IServiceProvider services)
    {
        try
        {
            return services.GetRequiredService<IDataProtectionProvider>().CreateProtector(SecondStepPurpose).ToTimeLimitedDataProtector().Unprotect(given).Split('|');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Ends the session of this browser. Does nothing when nobody is signed in.</summary>
    public static async Task<SignOutPayload> SignOut(Ask ask, [FromServices] IServiceProvider services)
    {
        await services.GetRequiredService<SignedInSessions>().EndAsync();
        return new([], ask);
    }
}

/// <summary>Nobody is signed in on this browser any more.</summary>
[Name("SignOutPayload")]
public sealed class SignOutPayload : Payload
{
    internal SignOutPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

/// <summary>One comparison of a password, counted against the account.</summary>
internal static class PasswordSignIn
{
    public static async Task<(bool SignedIn, IProblem? Problem)> TryAsync(Account account, string password, UserManager<Account> accounts, IServiceProvider services)
    {
        if (await accounts.IsLockedOutAsync(account))
        {
            services.GetRequiredService<PasswordChecks>().Pretend(password);
            return (false, new SignInFailed());
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return (false, new SignInFailed());
        }

        await accounts.ResetAccessFailedCountAsync(account);
        return (true, null);
    }
}
