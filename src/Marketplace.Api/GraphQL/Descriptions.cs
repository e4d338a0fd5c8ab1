using System.Text.RegularExpressions;
using GraphQL.Types;

namespace Marketplace.Api.GraphQL;

/// <summary>Summaries are wrapped where the code's lines end; readers of the schema have lines of their own.</summary>
internal static partial class Descriptions
{
    public static void PutOnOneLine(ISchema schema)
    {
        foreach (var type in schema.AllTypes)
        {
            type.Description = OneLine(type.Description);
            foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
            {
                field.Description = OneLine(field.Description);
            }
        }
    }

    private static string? OneLine(string? text) => text is null ? null : Wrapping().Replace(text, " ");

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wrapping();
}
