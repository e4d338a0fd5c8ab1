using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Marketplace.Api.Accounts;
using Marketplace.Api.Hosting;
using Marketplace.Core.Accounts;
using Marketplace.Data.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts;

/// <summary>People who use a host, each with a browser of their own.</summary>
internal sealed partial class People(MarketplaceApp app)
{
    public const string Password = "một câu chỉ tôi biết";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A browser that keeps cookies.</summary>
    public Browser Browser() => new(app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>Registers, opens the letter and is signed in, all over HTTP.</summary>
    public async Task<Browser> RegisterAsync(string email, string name = "Lê Thị Dừa")
    {
        var browser = Browser();
        Later();
        await browser.DoAsync("register", new { email, password = Password, name, consents = new[] { "ACCOUNT" } });
        var (account, token) = await LinkAsync(email);
        Assert.Empty((await browser.DoAsync("confirmEmail", new { account, token, password = Password }))["problems"]!.AsArray());
        return browser;
    }

    /// <summary>Lets a moment pass, so that what comes is newer than what was.</summary>
    public void Later() => app.Clock.Advance(TimeSpan.FromMilliseconds(5));

    /// <summary>The last letter to an address.</summary>
    public async Task<OutgoingLetter> LetterAsync(string email) => (await LettersAsync(email)).LastOrDefault() ?? throw new InvalidOperationException($"No letter to {email}.");

    /// <summary>All letters to an address, oldest first: those that wait, and those that a clock set forward has sent into the folder meanwhile.</summary>
    public async Task<IReadOnlyList<OutgoingLetter>> LettersAsync(string email)
    {
        Dictionary<string, OutgoingLetter> letters = new(StringComparer.Ordinal);
        await app.WithAsync(async db => letters = await db.OutgoingMail.Where(mail => mail.To == email).ToDictionaryAsync(mail => mail.Id.ToString("N"), mail => new OutgoingLetter(mail.Subject, mail.Text), StringComparer.Ordinal, Stop));
        var folder = new DirectoryInfo(Path.Combine(app.Services.GetRequiredService<Settings>().DataDirectory, "mail"));
        foreach (var file in folder.Exists ? folder.GetFiles("*.txt") : [])
        {
            var lines = (await File.ReadAllTextAsync(file.FullName, Stop)).Split('\n', 4);
            if (lines[0] == $"To: {email}")
            {
                letters[Path.GetFileNameWithoutExtension(file.Name).Split('-')[^1]] = new OutgoingLetter(lines[1]["Subject: ".Length..], lines[3]);
            }
        }

        return [.. letters.OrderBy(letter => letter.Key, StringComparer.Ordinal).Select(letter => letter.Value)];
    }

    public async Task<(string Account, string Token)> LinkAsync(string email)
    {
        var link = Link().Match((await LetterAsync(email)).Text);
        return (link.Groups["account"].Value, Uri.UnescapeDataString(link.Groups["token"].Value));
    }

    /// <summary>Somebody signed in who acts for an organisation, made without the steps that other tests are about.</summary>
    public async Task<Browser> MemberAsync(Guid? organisation, MemberRole role = MemberRole.Owner, Guid? account = null, string? email = null)
    {
        var id = account ?? Guid.CreateVersion7(app.Clock.GetUtcNow());
        email ??= $"{id:N}@example.com";
        await app.WithAsync(async db =>
        {
            if (account is null)
            {
                db.Accounts.Add(new Account { Id = id, Name = $"Người {id:N}"[..12], Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant(), EmailConfirmed = true, SecurityStamp = "stamp", CreatedAt = DateTime.UnixEpoch });
            }

            if (organisation is { } given && !await db.Memberships.AnyAsync(known => known.OrganisationId == given && known.AccountId == id, Stop))
            {
                db.Memberships.Add(new Membership { OrganisationId = given, AccountId = id, Role = role, Since = DateTime.UnixEpoch });
            }

            await db.SaveChangesAsync(Stop);
        });
        return await SignedInAsync(id);
    }

    /// <summary>A browser with a new session of that account.</summary>
    public async Task<Browser> SignedInAsync(Guid account)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await http.SignInAsync(SessionStore.Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.ToString())], SessionStore.Scheme)));
        var cookie = http.Response.Headers.SetCookie.ToString().Split(';')[0];
        var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return new Browser(client);
    }

    /// <summary>A new organisation without members.</summary>
    public async Task<Guid> OrganisationAsync(OrganisationKind kind, string name = "Cơ sở thử nghiệm", Guid? producerId = null)
    {
        var id = Guid.CreateVersion7(app.Clock.GetUtcNow());
        await app.WithAsync(async db =>
        {
            db.Organisations.Add(new Organisation { Id = id, Kind = kind, Name = name, CreatedAt = DateTime.UnixEpoch, ProducerId = producerId });
            await db.SaveChangesAsync(Stop);
        });
        return id;
    }

    /// <summary>The one programme office.</summary>
    public async Task<Guid> OfficeAsync()
    {
        Guid office = default;
        await app.WithAsync(async db => office = await db.Organisations.Where(organisation => organisation.Kind == OrganisationKind.ProgrammeOffice).Select(organisation => organisation.Id).FirstAsync(Stop));
        return office;
    }

    /// <summary>Somebody who reviews and certifies.</summary>
    public async Task<Browser> OfficerAsync() => await MemberAsync(await OfficeAsync(), MemberRole.Editor);

    /// <summary>Asks for a token as a machine does.</summary>
    public async Task<HttpResponseMessage> TokenAsync(string client, string? secret, string? scope = null)
    {
        using var http = app.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = secret,
            ["scope"] = scope,
        }.Where(field => field.Value is not null)!);
        return await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, Stop);
    }

    /// <summary>A machine that has a token.</summary>
    public async Task<Browser> MachineAsync(string client, string secret, string? scope = null)
    {
        using var answer = await TokenAsync(client, secret, scope);
        var token = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        Assert.True(answer.IsSuccessStatusCode, token.ToJsonString());
        Assert.Equal(3600, (int)token["expires_in"]!);
        var http = app.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["access_token"]!);
        return new Browser(http);
    }

    /// <summary>A machine of that organisation, with a key that one of its owners made.</summary>
    public async Task<Browser> MachineOfAsync(Guid organisation, params string[] scopes) => await MachineWithAsync(await MemberAsync(organisation), scopes);

    /// <summary>A machine with a key that this owner made.</summary>
    public async Task<Browser> MachineWithAsync(Browser owner, params string[] scopes)
    {
        var made = await owner.DoAsync("createMachineKey", new { name = "Máy", scopes }, "secret key { clientId }");
        return await MachineAsync((string)made["key"]!["clientId"]!, (string)made["secret"]!);
    }

    [GeneratedRegex(@"\?account=(?<account>\w+)&token=(?<token>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}

internal sealed record OutgoingLetter(string Subject, string Text);

/// <summary>One browser: asks the API and keeps its session.</summary>
internal sealed class Browser(HttpClient client)
{
    /// <summary>Mutations that share an input, by the input's name.</summary>
    private static readonly Dictionary<string, string[]> Shared = new(StringComparer.Ordinal)
    {
        ["ListingStepInput"] = ["submitListing", "withdrawListing", "discardListing", "pauseListing", "resumeListing", "archiveListing", "restoreListing", "approveListing"],
        ["CartInput"] = ["addToCart", "setCart"],
        ["WholeCartInput"] = ["emptyCart", "acceptCartChanges"],
        ["OrderStepInput"] = ["confirmOrder", "packOrder", "deliverOrder"],
        ["OrderReasonInput"] = ["refuseOrder"],
        ["RemedyInput"] = ["giveUpOrder", "waitForOrder"],
        ["ApprovalInput"] = ["withdrawApproval"],
        ["OrderMessageInput"] = ["writeToProducer", "writeToBuyer"],
    };

    public HttpClient Client => client;

    public async Task<JsonNode> AskAsync(string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Asks for one field and expects no error.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.True(answer["errors"] is null, answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The name of a mutation's input.</summary>
    public static string InputOf(string mutation) => Shared.FirstOrDefault(input => input.Value.Contains(mutation)).Key ?? char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";

    /// <summary>Runs one mutation with its input and returns its payload.</summary>
    public async Task<JsonNode> DoAsync(string mutation, object input, string fields = "")
    {
        return (await DataAsync($$"""mutation($input: {{InputOf(mutation)}}!) { {{mutation}}(input: $input) { problems { code message path } {{fields}} } }""", new { input }))[mutation]!;
    }

    /// <summary>The codes of the problems of one mutation.</summary>
    public async Task<string[]> ProblemsAsync(string mutation, object input) =>
        [.. (await DoAsync(mutation, input))["problems"]!.AsArray().Select(problem => (string)problem!["code"]!)];

    public async Task<string?> NameAsync() => (string?)(await DataAsync("{ viewer { name } }"))["viewer"]!["name"];
}
