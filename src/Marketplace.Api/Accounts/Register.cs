using GraphQL;
using Marketplace.Api.Accounts;
using Marketplace.Api.Mail;
using Marketplace.Core;
using Marketplace.Core.Accounts;
using Marketplace.Core.PersonalData;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using MimeKit;

namespace Marketplace.Api;

/// <summary>A person who wants an account.</summary>
[Name("RegisterInput")]
public sealed class RegisterInput
{
    /// <summary>Up to 254 characters. A letter with a link goes there; until it is opened nobody can sign in.</summary>
    public required string Email { get; init; }

    /// <summary>10 to 200 characters, and none that others guess first.</summary>
    public required string Password { get; init; }

    /// <summary>What the person is called, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the person agrees to, of consentTexts as they were shown; ACCOUNT is needed.</summary>
    public required IReadOnlyList<ConsentPurpose> Consents { get; init; }
}

/// <summary>The same answer whether the address was free or not: the owner of the address learns by letter.</summary>
[Name("RegisterPayload")]
public sealed class RegisterPayload : Payload
{
    internal RegisterPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

/// <summary>The link of the letter.</summary>
[Name("ConfirmEmailInput")]
public sealed class ConfirmEmailInput
{
    /// <summary>The account in the link.</summary>
    public required string Account { get; init; }

    /// <summary>The token in the link; works for 24 hours.</summary>
    public required string Token { get; init; }

    /// <summary>The password of the registration.</summary>
    public required string Password { get; init; }
}

/// <summary>Whether the address now counts as confirmed.</summary>
[Name("ConfirmEmailPayload")]
public sealed class ConfirmEmailPayload : Payload
{
    internal ConfirmEmailPayload(IEnumerable<IProblem> problems, Ask ask)
        : base(problems, ask)
    {
    }
}

/// <summary>The link of a letter is old, was used, or is not whole.</summary>
public sealed record LinkNotValid : IProblem
{
    public LocalizedText Message => new(
        "Đường dẫn này đã hết hạn, đã dùng rồi hoặc bị thiếu một phần. Hãy yêu cầu gửi lại thư.",
        "This link has run out, was used before, or is not whole. Ask for a new letter.");
}

public sealed partial class Mutation
{
    /// <summary>Makes an account and sends a letter to confirm its address. Problems: INVALID_VALUE. Too many attempts: RATE_LIMITED.</summary>
    [Cost(50)]
    public static async Task<RegisterPayload> Register(
        RegisterInput input, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var (email, name) = (input.Email.Trim(), input.Name.Trim());
        List<IProblem> problems = [];
        if (!IsAddress(email))
        {
            problems.Add(new InvalidValue(["email"], new("Địa chỉ e-mail không đúng, ví dụ đúng: ten@example.com.", "This is not an e-mail address; one looks like name@example.com.")));
        }

        if (name.Length is 0 or > Organisation.NameLength || name.Any(char.IsControl))
        {
            problems.Add(new InvalidValue(["name"], new($"Tên dài từ 1 đến {Organisation.NameLength} ký tự.", $"The name is 1 to {Organisation.NameLength} characters long.")));
        }

        if (PasswordRules.FaultOf(input.Password, email) is { } weak)
        {
            problems.Add(weak);
        }

        if (!input.Consents.Contains(ConsentPurpose.Account))
        {
            problems.Add(new InvalidValue(["consents"], new("Hãy đánh dấu ô này nếu bạn muốn có tài khoản.", "Tick this box if you want an account.")));
        }

        if (problems.Count > 0)
        {
            return new(problems, ask);
        }

        var even = services.GetRequiredService<PasswordChecks>().EvenAsync();
        var clock = services.GetRequiredService<TimeProvider>();
        var letters = services.GetRequiredService<Letters>();
        var db = services.GetRequiredService<MarketplaceDb>();
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            services.GetRequiredService<PasswordChecks>().Pretend(input.Password);
            if (known.EmailConfirmed)
            {
                letters.AlreadyRegistered(known);
            }
            else
            {
                letters.Confirm(known, await accounts.GenerateEmailConfirmationTokenAsync(known));
            }

            await db.SaveChangesAsync(cancellationToken);
            await even;
            return new([], ask);
        }

        var now = clock.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), Name = name, Email = email, UserName = email, Language = ask.Language, CreatedAt = now.UtcDateTime };
        var made = await accounts.CreateAsync(account, input.Password);
        if (made.Succeeded)
        {
            // Should this not be reached, registering again sends the letter.
            letters.Confirm(account, await accounts.GenerateEmailConfirmationTokenAsync(account));
            db.Consents.AddRange(input.Consents.Distinct().Select(purpose => Api.Consents.Give(account.Id, purpose, ask, now)));
            await db.SaveChangesAsync(cancellationToken);
        }
        else if (!made.Errors.All(error => error.Code is "DuplicateUserName" or "DuplicateEmail"))
        {
            throw new InvalidOperationException($"The account could not be made: {string.Join(", ", made.Errors.Select(error => error.Code))}.");
        }

        await even;
        return new([], ask);
    }

    /// <summary>
    /// Confirms an address by the link of the letter and the password chosen at registration, and signs in. The password keeps somebody who
    /// registered another's address out of the account that its owner then confirms. Problems: LINK_NOT_VALID, SIGN_IN_FAILED.
    /// </summary>
    [Cost(50)]
    public static async Task<ConfirmEmailPayload> ConfirmEmail(
        ConfirmEmailInput input, Ask ask, [FromServices] UserManager<Account> accounts, [FromServices] IServiceProvider services)
    {
        services.GetRequiredService<AttemptRate>().Count();
        var account = Guid.TryParseExact(input.Account, "N", out var id) ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (account is null || (!account.EmailConfirmed && !await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Account>.ConfirmEmailTokenPurpose, input.Token)))
        {
            return new([new LinkNotValid()], ask);
        }

        var (signedIn, problem) = await PasswordSignIn.TryAsync(account, input.Password, accounts, services);
        if (signedIn && !account.EmailConfirmed)
        {
            await accounts.ConfirmEmailAsync(account, input.Token);
        }

        if (!signedIn || account.TwoFactorEnabled)
        {
            return new(problem is null ? [] : [problem], ask);
        }

        await services.GetRequiredService<SignedInSessions>().BeginAsync(account);
        return new([], ask);
    }

    private static bool IsAddress(string email) =>
        email.Length <= Account.EmailLength && !email.Any(char.IsControl) && MailboxAddress.TryParse(email, out var address)
        && address.Address == email && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && email.AsSpan(at).Contains('.');
}
