using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests;

/// <summary>The public contract as a file that a reviewer reads.</summary>
public sealed class SchemaTests(MarketplaceApp app)
{
    private ISchema Schema => app.Services.GetRequiredService<ISchema>();

    [Fact]
    public void The_graph_is_the_one_checked_in() =>
        Snapshot.Matches("schema.graphql", Schema.Print(new() { StringComparison = StringComparison.OrdinalIgnoreCase }));

    [Fact]
    public void Every_type_and_every_field_says_what_it_is()
    {
        var types = Schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type is IComplexGraphType or EnumerationGraphType).ToList();
        var silent = types.Where(type => string.IsNullOrWhiteSpace(type.Description)).Select(type => type.Name)
            .Concat(types.OfType<IComplexGraphType>().SelectMany(type => type.Fields.Where(field => string.IsNullOrWhiteSpace(field.Description)).Select(field => $"{type.Name}.{field.Name}")))
            .Concat(types.OfType<EnumerationGraphType>().SelectMany(type => type.Values.Where(value => string.IsNullOrWhiteSpace(value.Description)).Select(value => $"{type.Name}.{value.Name}")));

        Assert.Empty(silent);
    }
}
