using System.Text;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using Marketplace.Core.Accounts;
using Marketplace.Tests.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.Accounts;

/// <summary>Who may ask what: every query, every mutation and every subscription as every role, against a checked-in table. A new field without a line in it fails.</summary>
public sealed class AuthorizationTests
{
    [Fact]
    public async Task Every_operation_answers_every_role_as_the_table_says()
    {
        await using var app = new MarketplaceApp("Production") { Given = [("Accounts:AttemptsPerMinute", "0")] };
        var people = new People(app);
        var roles = new (string Name, Func<Task<Browser>> Comes)[]
        {
            ("nobody", () => Task.FromResult(people.Browser())),
            ("person", () => people.MemberAsync(organisation: null)),
            ("buyer", await MemberOfAsync(people, OrganisationKind.Buyer, MemberRole.Owner)),
            ("distributor", await MemberOfAsync(people, OrganisationKind.Distributor, MemberRole.Owner)),
            ("producer's viewer", await MemberOfAsync(people, OrganisationKind.Producer, MemberRole.Viewer)),
            ("producer's editor", await MemberOfAsync(people, OrganisationKind.Producer, MemberRole.Editor)),
            ("producer's owner", await MemberOfAsync(people, OrganisationKind.Producer, MemberRole.Owner)),
            ("office's viewer", await MemberOfAsync(people, OrganisationKind.ProgrammeOffice, MemberRole.Viewer)),
            ("officer", await MemberOfAsync(people, OrganisationKind.ProgrammeOffice, MemberRole.Editor)),
            ("key for listings", await KeyOfAsync(people, OrganisationKind.Producer, "LISTINGS")),
            ("key for stock", await KeyOfAsync(people, OrganisationKind.Producer, "STOCK")),
            ("office's key", await KeyOfAsync(people, OrganisationKind.ProgrammeOffice, "OFFICE")),
        };

        var schema = app.Services.GetRequiredService<ISchema>();
        var table = new StringBuilder("What each role is told: yes, sign in, or no. Whose data it is, is tested where the data is.\n\n");
        table.Append("| operation | ").AppendJoin(" | ", roles.Select(role => role.Name)).Append(" |\n|---|").Append(string.Concat(Enumerable.Repeat("---|", roles.Length))).Append('\n');
        foreach (var (kind, root) in new[] { ("query", schema.Query), ("mutation", schema.Mutation!), ("subscription", schema.Subscription!) })
        {
            foreach (var field in root.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
            {
                table.Append("| ").Append(kind).Append(' ').Append(field.Name);
                foreach (var (_, comes) in roles)
                {
                    // Each asks with a session of its own: an operation may end it.
                    table.Append(" | ").Append(await AnswerAsync(await comes(), kind, field));
                }

                table.Append(" |\n");
            }
        }

        Snapshot.Matches("authorization.md", table.ToString());
    }

    private static async Task<Func<Task<Browser>>> MemberOfAsync(People people, OrganisationKind kind, MemberRole role)
    {
        var organisation = await people.OrganisationAsync(kind, $"{kind} {role}");
        return () => people.MemberAsync(organisation, role);
    }

    private static async Task<Func<Task<Browser>>> KeyOfAsync(People people, OrganisationKind kind, string scope)
    {
        var machine = await people.MachineOfAsync(await people.OrganisationAsync(kind, $"{kind} {scope}"), scope);
        return () => Task.FromResult(machine);
    }

    private static async Task<string> AnswerAsync(Browser browser, string kind, FieldType field)
    {
        var arguments = string.Join(", ", (field.Arguments ?? []).Where(argument => argument.ResolvedType is NonNullGraphType && argument.DefaultValue is null).Select(argument => $"{argument.Name}: {Sample(argument.ResolvedType!)}"));
        var selection = field.ResolvedType!.GetNamedType() is IComplexGraphType or UnionGraphType ? " { __typename }" : "";
        var operation = $"{kind} {{ {field.Name}{(arguments.Length > 0 ? $"({arguments})" : "")}{selection} }}";
        var answer = kind == "subscription" ? await FirstEventAsync(browser, operation) : await browser.AskAsync(operation);
        var codes = answer["errors"]?.AsArray().Select(error => (string?)error!["extensions"]?["code"]).ToList() ?? [];
        Assert.DoesNotContain("GRAPHQL_VALIDATION_FAILED", codes);
        Assert.DoesNotContain("INTERNAL", codes);
        return codes.Contains("UNAUTHENTICATED") ? "sign in" : codes.Contains("FORBIDDEN") ? "no" : "yes";
    }

    private static async Task<JsonNode> FirstEventAsync(Browser browser, string subscription)
    {
        using var listener = await Listener.ToAsync(browser.Client, subscription);
        return await listener.NextAsync();
    }

    /// <summary>The least that the schema takes for a value; not that it would be found or be right.</summary>
    private static string Sample(IGraphType type) => type switch
    {
        NonNullGraphType { ResolvedType: { } inner } => Sample(inner),
        ListGraphType => "[]",
        IInputObjectGraphType input => $"{{ {string.Join(", ", input.Fields.Where(field => field.ResolvedType is NonNullGraphType && field.DefaultValue is null).Select(field => $"{field.Name}: {Sample(field.ResolvedType!)}"))} }}",
        EnumerationGraphType words => words.Values.First().Name,
        { Name: "Int" or "Long" } => "1",
        { Name: "Boolean" } => "true",
        { Name: "Date" } => "\"2026-01-01\"",
        { Name: "DateTime" } => "\"2026-01-01T00:00:00Z\"",
        _ => "\"x\"",
    };
}
