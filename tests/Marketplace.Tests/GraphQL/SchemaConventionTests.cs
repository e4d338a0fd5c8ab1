using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.Extensions.DependencyInjection;

namespace Marketplace.Tests.GraphQL;

public sealed class SchemaConventionTests
{
    [Fact]
    public async Task Print()
    {
        await using var host = await SampleHost.StartAsync();
        var schema = host.Services.GetRequiredService<ISchema>();
        var sdl = schema.Print(new PrintOptions { IncludeDescriptions = true });
        Console.WriteLine(sdl);
        Console.WriteLine(await host.TextAsync("{ fruits(first: 2) { name stars note names { vi en } box { length } pieces { text } maybeRipeness pickedOn grid neighbour { id } stall { name next { name } } } }"));
        Console.WriteLine(await host.TextAsync("{ node(id: \"x\") { id } }"));
    }
}
