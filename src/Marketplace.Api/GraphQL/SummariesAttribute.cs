using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphQL;
using GraphQL.Types;

namespace Marketplace.Api.GraphQL;

/// <summary>
/// Describes types, fields and arguments by the summaries of the C# that they are made of, on one line. Each assembly's file is read once; the
/// library, which can do this too, walks through the whole file for each description, and that was a sixth of the time of a start.
/// </summary>
internal sealed partial class SummariesAttribute : GraphQLAttribute
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<Dictionary<string, XElement>>> Files = new();

    public override void Modify(IGraphType graphType, Type sourceType) => graphType.Description ??= SummaryOf(sourceType.Assembly, $"T:{NameOf(sourceType)}");

    public override void Modify(FieldType fieldType, bool isInputType, IGraphType graphType, MemberInfo memberInfo, ref bool ignore) =>
        fieldType.Description ??= SummaryOf(memberInfo.Module.Assembly, NameOf(memberInfo));

    public override void Modify(EnumValueDefinition enumValueDefinition)
    {
        if (enumValueDefinition.Value is { } value)
        {
            enumValueDefinition.Description ??= SummaryOf(value.GetType().Assembly, $"F:{NameOf(value.GetType())}.{value}");
        }
    }

    public override void Modify(QueryArgument queryArgument, ParameterInfo parameterInfo) => queryArgument.Description ??= OneLine(
        Of(parameterInfo.Member.Module.Assembly, NameOf(parameterInfo.Member))?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == parameterInfo.Name));

    private static string? SummaryOf(Assembly assembly, string name) => OneLine(Of(assembly, name)?.Element("summary"));

    private static string? OneLine(XElement? text) => text is null ? null : Wrapping().Replace(text.Value.Trim(), " ");

    private static XElement? Of(Assembly assembly, string name) =>
        Files.GetOrAdd(assembly, static one => new(() => Read(Path.ChangeExtension(one.Location, ".xml")))).Value.GetValueOrDefault(name);

    /// <summary>Members by their names. Of methods, which are told apart by their parameters there, the first: fields have no namesakes.</summary>
    private static Dictionary<string, XElement> Read(string file) => File.Exists(file)
        ? XDocument.Load(file).Descendants("member").DistinctBy(KeyOf).ToDictionary(KeyOf)
        : [];

    private static string KeyOf(XElement member) => ((string)member.Attribute("name")!).Split('(', '~')[0].Split("``")[0];

    private static string NameOf(MemberInfo member) => $"{(member is MethodInfo ? 'M' : member is FieldInfo ? 'F' : 'P')}:{NameOf(member.DeclaringType!)}.{member.Name}";

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wrapping();
}
