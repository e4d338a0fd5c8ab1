using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Marketplace.Tests.Infra;

/// <summary>A YAML document as JSON, its merges (&lt;&lt;) done: the library's own merging loses an anchor inside a merged part.</summary>
internal static class Yaml
{
    private const string Merge = "<<";

    public static JsonNode Read(string file)
    {
        using var text = Repository.Open(file);
        var stream = new YamlStream();
        stream.Load(text);
        return Plain(stream.Documents.Single().RootNode)!;
    }

    private static JsonNode? Plain(YamlNode node) => node switch
    {
        YamlMappingNode map => Merged(map),
        YamlSequenceNode list => new JsonArray([.. list.Select(Plain)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(bool.Parse(flag.Value!)),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "null" or "~" } => null,
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException($"A {node.NodeType} was not expected."),
    };

    /// <summary>A key of the map itself wins over a merged one, and among merged maps the first that has it.</summary>
    private static JsonObject Merged(YamlMappingNode map)
    {
        var own = map.Where(entry => Name(entry.Key) != Merge).ToDictionary(entry => Name(entry.Key), entry => Plain(entry.Value));
        var parts = map.Where(entry => Name(entry.Key) == Merge).SelectMany(entry => entry.Value is YamlSequenceNode several ? several : Enumerable.Repeat(entry.Value, 1));
        foreach (var (key, value) in parts.SelectMany(part => Merged((YamlMappingNode)part)))
        {
            own.TryAdd(key, value?.DeepClone());
        }

        return new JsonObject(own);
    }

    private static string Name(YamlNode key) => ((YamlScalarNode)key).Value!;
}
