using System.Reflection;

namespace Marketplace.Search.Reading;

/// <summary>Reads the curated word lists that are part of the program: one entry a line, "#" begins a remark.</summary>
internal static class TermList
{
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Lines(string name) =>
        Text(name).Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);
}
