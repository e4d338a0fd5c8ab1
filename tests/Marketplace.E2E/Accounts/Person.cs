using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Marketplace.Data;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Marketplace.E2E.Accounts;

/// <summary>Somebody with an e-mail address, a letter box and a telephone.</summary>
internal sealed partial record Person(Site Site, string Email)
{
    public const string Password = "con cá lóc nướng trui";
    public const string Name = "Nguyễn Thị Bé";

    private static readonly TimeSpan LetterWithin = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Somebody of whom the marketplace knows nothing.</summary>
    public static Person Of(Site site) => new(site, $"{RandomNumberGenerator.GetHexString(12, lowercase: true)}@shop.example");

    /// <summary>Somebody whose account stands already: other tests are about how it is made.</summary>
    public static async Task<Person> WithAccountAsync(Site site)
    {
        var person = Of(site);
        await using var scope = site.Services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        var account = new Account { Id = Guid.CreateVersion7(now), Name = Name, Email = person.Email, UserName = person.Email, EmailConfirmed = true, CreatedAt = now.UtcDateTime };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded);
        return person;
    }

    /// <summary>Ends whatever the person is signed in with, as somebody else's click or the end of its days does.</summary>
    public async Task EndSessionsAsync()
    {
        await using var db = await Site.Services.GetRequiredService<IDbContextFactory<MarketplaceDb>>().CreateDbContextAsync(Stop);
        var id = await db.Accounts.Where(account => account.Email == Email).Select(account => account.Id).SingleAsync(Stop);
        Assert.NotEqual(0, await db.Sessions.Where(session => session.AccountId == id).ExecuteDeleteAsync(Stop));
    }

    /// <summary>Fills the page for signing in, wherever it came from.</summary>
    public async Task SignInAsync(Visit visit)
    {
        await visit.Page.Locator("#sign-in [name=email]").FillAsync(Email);
        await visit.Page.Locator("#sign-in [name=password]").FillAsync(Password);
        await visit.SendAsync("sign-in");
    }

    public async Task<Visit> SignedInAsync(bool scripts = true, int width = 1280)
    {
        var visit = await Visit.BeginAsync(Site, scripts: scripts, width: width);
        await visit.OpenAsync("/dang-nhap");
        await SignInAsync(visit);
        await Expect(visit.Page).ToHaveURLAsync(new Uri(Site.Address, "/tai-khoan").AbsoluteUri);
        return visit;
    }

    /// <summary>The path that a letter to this address leads to; waits for the letter.</summary>
    public async Task<string> LinkAsync(string path)
    {
        var folder = Directory.CreateDirectory(Site.LetterFolder).FullName;
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(folder, "*.txt");
        watcher.Created += Look;
        watcher.Changed += Look;
        watcher.EnableRaisingEvents = true;
        Look(this, e: null);
        return await arrived.Task.WaitAsync(LetterWithin, Stop);

        void Look(object sender, FileSystemEventArgs? e)
        {
            foreach (var letter in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(Read))
            {
                // The last line is there once all of it is.
                if (letter.StartsWith($"To: {Email}\n", StringComparison.OrdinalIgnoreCase) && letter.EndsWith('\n')
                    && Links().Matches(letter).Select(match => new Uri(match.Value)).FirstOrDefault(link => link.AbsolutePath == path) is { } found)
                {
                    arrived.TrySetResult(found.PathAndQuery);
                }
            }
        }
    }

    /// <summary>What an authenticator shows for a key (RFC 6238).</summary>
    public static string CodeOf(string key, DateTimeOffset now)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Where(sign => sign != ' ').Select(sign => Convert.ToString(Alphabet.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
        var step = BitConverter.GetBytes(now.ToUnixTimeSeconds() / 30);
        Array.Reverse(step);
#pragma warning disable CA5350 // The standard that authenticators keep to names this hash.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var start = hash[^1] & 0xf;
        var number = ((hash[start] & 0x7f) << 24) | (hash[start + 1] << 16) | (hash[start + 2] << 8) | hash[start + 3];
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Read(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}

internal static class Forms
{
    /// <summary>Presses the button at the end of a form, by the form's id.</summary>
    public static Task SendAsync(this Visit visit, string form) => visit.Page.Locator($"form#{form} > p button").ClickAsync();
}
