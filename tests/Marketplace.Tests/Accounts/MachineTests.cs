using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Marketplace.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Tests.Accounts;

/// <summary>Machines come with keys that their organisation's owner made, and may do what the key is for.</summary>
public sealed class MachineTests(MachineTests.Host host) : IClassFixture<MachineTests.Host>
{
    private readonly MarketplaceApp _app = host.App;
    private readonly People _people = new(host.App);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_owner_makes_a_key_and_the_machine_works_with_it()
    {
        var (owner, organisation) = await ProducerAsync();
        var made = await owner.DoAsync("createMachineKey", new { name = " Máy bán hàng ", scopes = new[] { "STOCK" } }, "secret key { name clientId scopes usedAt }");
        var machine = await _people.MachineAsync((string)made["key"]!["clientId"]!, (string)made["secret"]!);

        var viewer = (await machine.DataAsync("{ viewer { signedIn name actingFor { role organisation { name members { name } keys { name } } } } workspace { canList } }"))["viewer"]!;
        var keys = (await owner.DataAsync("{ viewer { actingFor { organisation { keys { name clientId usedAt } } } } }"))["viewer"]!["actingFor"]!["organisation"]!["keys"]!.AsArray();

        Assert.Equal("Máy bán hàng", (string)viewer["name"]!);
        Assert.False((bool)viewer["signedIn"]!);
        Assert.Equal("EDITOR", (string)viewer["actingFor"]!["role"]!);
        Assert.Empty(viewer["actingFor"]!["organisation"]!["members"]!.AsArray());
        Assert.Empty(viewer["actingFor"]!["organisation"]!["keys"]!.AsArray());
        Assert.NotNull((string?)Assert.Single(keys)!["usedAt"]);
        await _app.WithAsync(async db =>
        {
            var key = await db.MachineKeys.SingleAsync(key => key.OrganisationId == organisation, Stop);
            Assert.DoesNotContain((string)made["secret"]!, key.SecretHash, StringComparison.Ordinal);
            Assert.Contains(await db.Audit.Where(entry => entry.SubjectId == key.Id).ToListAsync(Stop), entry => entry.Action == "createMachineKey");
        });
    }

    [Fact]
    public async Task A_key_that_is_revoked_ends_its_tokens_at_once()
    {
        var (owner, _) = await ProducerAsync();
        var made = await owner.DoAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK" } }, "secret key { id clientId }");
        var machine = await _people.MachineAsync((string)made["key"]!["clientId"]!, (string)made["secret"]!);
        await machine.DataAsync("{ workspace { canList } }");

        Assert.Empty(await owner.ProblemsAsync("revokeMachineKey", new { key = (string)made["key"]!["id"]! }));

        Assert.Equal("UNAUTHENTICATED", await CodeAsync(machine, "{ viewer { name } }"));
        using var again = await _people.TokenAsync((string)made["key"]!["clientId"]!, (string)made["secret"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.Equal(["NOTHING_THERE"], await owner.ProblemsAsync("revokeMachineKey", new { key = (string)made["key"]!["id"]! }));
    }

    [Fact]
    public async Task A_key_that_is_asked_for_twice_with_one_request_key_is_made_once_and_its_secret_shown_once()
    {
        var (owner, _) = await ProducerAsync();
        var asked = new { name = "Máy bấm hai lần", scopes = new[] { "STOCK" }, requestKey = "k1" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => owner.DoAsync("createMachineKey", asked, "secret")));

        Assert.NotNull((string?)Assert.Single(answers, answer => answer["secret"] is not null)["secret"]);
        Assert.All(answers.Where(answer => answer["secret"] is null), answer => Assert.Equal("SECRET_SHOWN_BEFORE", (string?)answer["problems"]![0]!["code"]));
        await _app.WithAsync(async db => Assert.Equal(1, await db.MachineKeys.CountAsync(key => key.Name == asked.name, Stop)));
    }

    [Fact]
    public async Task A_token_ends_after_an_hour()
    {
        var (owner, _) = await ProducerAsync();
        var made = await owner.DoAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK" } }, "secret key { clientId }");
        var machine = await _people.MachineAsync((string)made["key"]!["clientId"]!, (string)made["secret"]!);

        _app.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("UNAUTHENTICATED", await CodeAsync(machine, "{ viewer { name } }"));
    }

    [Fact]
    public async Task A_key_does_what_it_was_made_for_and_nothing_else()
    {
        var (owner, _) = await ProducerAsync();
        var made = await owner.DoAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK", "LISTINGS" } }, "secret key { clientId }");
        var (client, secret) = ((string)made["key"]!["clientId"]!, (string)made["secret"]!);
        const string Save = """mutation { saveListing(input: { name: { vi: "Kẹo" } }) { problems { code } } }""";
        const string Stock = """mutation { updateStock(input: { rows: [] }) { problems { code } } }""";

        var stock = await _people.MachineAsync(client, secret, "stock");
        var all = await _people.MachineAsync(client, secret);

        Assert.Equal("FORBIDDEN", await CodeAsync(stock, Save));
        Assert.Null(await CodeAsync(stock, Stock));
        Assert.Null(await CodeAsync(all, Save));
        Assert.Equal("FORBIDDEN", await CodeAsync(all, """mutation { createMachineKey(input: { name: "x", scopes: [STOCK] }) { secret } }"""));
        Assert.Equal("FORBIDDEN", await CodeAsync(all, """mutation { revokeSession(input: {}) { ended } }"""));
        Assert.Equal("FORBIDDEN", await CodeAsync(all, "{ reviewQueue { total } }"));
    }

    [Theory]
    [InlineData("unknown", "invalid_client")]
    [InlineData("other secret", "invalid_client")]
    [InlineData("no secret", "invalid_request")]
    [InlineData("other scope", "invalid_scope")]
    [InlineData("unknown scope", "invalid_scope")]
    public async Task A_request_for_a_token_that_is_not_right_is_refused_by_the_standards_words(string what, string error)
    {
        var (owner, _) = await ProducerAsync();
        var made = await owner.DoAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK" } }, "secret key { clientId }");
        var (client, secret) = ((string)made["key"]!["clientId"]!, (string)made["secret"]!);

        using var answer = await _people.TokenAsync(
            what == "unknown" ? Guid.CreateVersion7(_app.Clock.GetUtcNow()).ToString("N") : client,
            what switch { "other secret" => secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), "no secret" => null, _ => secret },
            what switch { "other scope" => "listings", "unknown scope" => "everything", _ => null });

        Assert.Equal(error, (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["error"]!);
    }

    [Fact]
    public async Task A_key_needs_a_name_and_something_that_its_organisation_can_do()
    {
        var (owner, _) = await ProducerAsync();
        var buyer = await _people.MemberAsync(await _people.OrganisationAsync(OrganisationKind.Buyer));

        Assert.Equal(["INVALID_VALUE", "INVALID_VALUE"], await owner.ProblemsAsync("createMachineKey", new { name = " ", scopes = Array.Empty<string>() }));
        Assert.Equal(["INVALID_VALUE"], await owner.ProblemsAsync("createMachineKey", new { name = "Máy", scopes = new[] { "OFFICE" } }));
        Assert.Equal(["INVALID_VALUE"], await buyer.ProblemsAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK" } }));
        for (var made = 0; made < MachineKey.Most; made++)
        {
            Assert.Empty(await owner.ProblemsAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK" } }));
        }

        Assert.Equal(["TOO_MANY_KEYS"], await owner.ProblemsAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK" } }));
    }

    [Fact]
    public async Task Nobody_ends_the_key_of_another_organisation()
    {
        var (owner, _) = await ProducerAsync();
        var (stranger, _) = await ProducerAsync();
        var made = await owner.DoAsync("createMachineKey", new { name = "Máy", scopes = new[] { "STOCK" } }, "key { id }");

        Assert.Equal(["NOTHING_THERE"], await stranger.ProblemsAsync("revokeMachineKey", new { key = (string)made["key"]!["id"]! }));
    }

    [Theory]
    [InlineData("Bearer something")]
    [InlineData("Basic b3duZXI6cGFzc3dvcmQ=")]
    public async Task A_token_that_nobody_gave_out_is_refused_even_for_what_everybody_may_see(string header)
    {
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(header);

        Assert.Equal("UNAUTHENTICATED", await CodeAsync(new Browser(client), "{ products { totalCount } }"));
    }

    private static async Task<string?> CodeAsync(Browser machine, string query) => (string?)(await machine.AskAsync(query))["errors"]?[0]?["extensions"]?["code"];

    private async Task<(Browser Owner, Guid Organisation)> ProducerAsync()
    {
        Guid producer = default;
        await _app.WithAsync(async db => producer = await db.Producers.OrderBy(found => found.Slug).Select(found => found.Id).FirstAsync(Stop));
        var organisation = await _people.OrganisationAsync(OrganisationKind.Producer, producerId: producer);
        return (await _people.MemberAsync(organisation), organisation);
    }

    /// <summary>One host for all: every test has organisations of its own.</summary>
    public sealed class Host : IAsyncDisposable
    {
        public MarketplaceApp App { get; } = new();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
