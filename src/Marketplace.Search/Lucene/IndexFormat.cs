using System.Globalization;
using Marketplace.Core;
using Marketplace.Search.Vietnamese;

namespace Marketplace.Search.Lucene;

/// <summary>What is written with every commit: which rules made the index, and how far it is current.</summary>
internal static class IndexFormat
{
    private const string FormatKey = "format";
    private const string SequenceKey = "sequence";

    /// <summary>Raise it when fields change. Text rules and the platform's collation are part of it, because they are written into terms and keys.</summary>
    private const string Fields = "2";

    public static string Current { get; } = string.Join(' ', Fields, VietnameseText.Rules, VietnameseOrder.Version);

    public static Dictionary<string, string> DataOf(long sequence) => new()
    {
        [FormatKey] = Current,
        [SequenceKey] = sequence.ToString(CultureInfo.InvariantCulture),
    };

    public static bool IsCurrent(IDictionary<string, string> data) => data.TryGetValue(FormatKey, out var format) && format == Current;

    public static long SequenceOf(IDictionary<string, string> data) =>
        data.TryGetValue(SequenceKey, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
