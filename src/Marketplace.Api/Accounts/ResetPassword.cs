using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Marketplace.Api;

/// <summary>Whose password was forgotten.</summary>
[Name("RequestPasswordResetInput")]
public sealed class RequestPasswordResetInput
{
    /// <summary>The address of the account.</summary>
    public required string Email { get; init; }
}

/// <summary>A new password by the link of a letter.</summary>
[Name("ResetPasswordInput")]
public sealed class ResetPasswordInput
{
    /// <summary>The account in the link.</summary>
    public required string Account { get; init; }

    /// <summary>The token in the link; works once, for 24 hours.</summary>
    public required string Token { get; init; }

    /// <summary>10 to 200 characters, and none that others guess first.</summary>
    public required string Password { get; init; }
}

/// <summary>A new password by somebody who is signed in.</summary>
[Name("ChangePasswordInput")]
public sealed class ChangePasswordInput
{
    /// <summary>The password as it is now.</summary>
    public required string CurrentPassword { get; init; }

    /// <summary>10 to 200 characters, and none that others guess first.</summary>
    public required string Password { get; init; }
}

/// <summary>What became of a password.</summary>
[Name("PasswordPayload")]
public sealed class PasswordPayload : Payload
{
    internal PasswordPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

/// <summary>The present password was typed wrong.</summary>
public sealed record WrongPassword : IFieldProblem
{
    public IReadOnlyList<string> Path => ["currentPassword"];

    public LocalizedText Message => new("Mật khẩu hiện tại không đúng.", "The present password is wrong.");
}

public sealed partial class Mutation
{
    /// <summary>Sends a letter with a link to set a new password, if the address has an account; the answer is the same when it has none.</summary>
    [Cost(50)]
    public static async Task<PasswordPayload> RequestPasswordReset(
        RequestPasswordResetInput input, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var even = services.GetRequiredService<PasswordChecks>().EvenAsync();
        if (await accounts.FindByEmailAsync(input.Email.Trim()) is { } account)
        {
            services.GetRequiredService<Letters>().ResetPassword(account, await accounts.GeneratePasswordResetTokenAsync(account));
            await services.GetRequiredService<MarketplaceDb>().SaveChangesAsync(cancellationToken);
        }

        await even;
        return new([], ask);
    }

    /// <summary>Sets a new password by the link of the letter, confirms the address with it, and signs out everywhere. Problems: LINK_NOT_VALID, INVALID_VALUE.</summary>
    [Cost(50)]
    public static async Task<PasswordPayload> ResetPassword(
        ResetPasswordInput input, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var account = Guid.TryParseExact(input.Account, "N", out var id) ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (account is null || !await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, input.Token))
        {
            return new([new LinkNotValid()], ask);
        }

        if (PasswordRules.FaultOf(input.Password, account.Email!) is { } weak)
        {
            return new([weak], ask);
        }

        account.EmailConfirmed = true;
        account.LockoutEnd = null;
        services.GetRequiredService<Letters>().PasswordChanged(account);
        await accounts.ResetPasswordAsync(account, input.Token, input.Password);
        await services.GetRequiredService<SignedInSessions>().EndAllAsync(account.Id, except: null, cancellationToken);
        return new([], ask);
    }

    /// <summary>Sets a new password and signs out all other devices. Problems: WRONG_PASSWORD, INVALID_VALUE.</summary>
    [Cost(50)]
    public static async Task<PasswordPayload> ChangePassword(
        ChangePasswordInput input, Person person, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        if (PasswordRules.FaultOf(input.Password, person.Email) is { } weak)
        {
            return new([weak], ask);
        }

        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (await accounts.IsLockedOutAsync(account) || !await accounts.CheckPasswordAsync(account, input.CurrentPassword))
        {
            await accounts.AccessFailedAsync(account);
            return new([new WrongPassword()], ask);
        }

        services.GetRequiredService<Letters>().PasswordChanged(account);
        await accounts.ChangePasswordAsync(account, input.CurrentPassword, input.Password);
        await services.GetRequiredService<SignedInSessions>().EndAllAsync(account.Id, except: person.SessionId, cancellationToken);
        return new([], ask);
    }
}
