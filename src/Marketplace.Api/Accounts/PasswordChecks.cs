using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Marketplace.Api.Accounts;

/// <summary>Takes as long for an address that nobody has as for one that somebody has, so that the time tells nothing.</summary>
internal sealed class PasswordChecks(IOptions<AccountOptions> options)
{
    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly Account Nobody = new() { Name = "", CreatedAt = default };
    private readonly string _hash = Hasher.HashPassword(Nobody, Secrets.New());

    /// <summary>Ends when an answer may be given, counted from now: whatever the work was, a letter written or none, it is given then.</summary>
    public Task EvenAsync() => Task.Delay(options.Value.EvenAnswerMilliseconds);

    /// <summary>Does the work of a comparison, which always fails.</summary>
    public void Pretend(string password) => Hasher.VerifyHashedPassword(Nobody, _hash, password);
}
