namespace Marketplace.Data.Import;

/// <summary>The files of an import by name. Each holds one JSON object with a list of records.</summary>
public sealed class ImportFiles
{
    /// <summary>Files in the order in which they refer to one another, and the list that each holds.</summary>
    internal static readonly IReadOnlyList<(string File, string List)> Known =
    [
        ("legal-texts.json", "legalTexts"),
        ("product-groups.json", "productGroups"),
        ("districts.json", "districts"),
        ("communes.json", "communes"),
        ("producers.json", "producers"),
        ("products.json", "products"),
    ];

    private readonly Dictionary<string, Func<Stream>> _open;

    private ImportFiles(Dictionary<string, Func<Stream>> open) => _open = open;

    /// <summary>The catalogue that ships with the program: real products and producers of Bến Tre with their sources.</summary>
    public static ImportFiles Shipped() => Embedded(Known);

    /// <summary>Legal texts, groups and places alone: what a catalogue needs before its first product.</summary>
    public static ImportFiles ShippedReference() => Embedded(Known.Where(known => known.List is not ("producers" or "products")));

    /// <summary>One file, or the known files in a folder.</summary>
    /// <exception cref="FileNotFoundException">There is nothing to import at the path.</exception>
    public static ImportFiles At(string path)
    {
        string[] candidates = Directory.Exists(path) ? [.. Known.Select(known => Path.Combine(path, known.File))] : [path];
        var found = candidates
            .Where(file => File.Exists(file) && Known.Any(known => known.File == Path.GetFileName(file)))
            .ToDictionary(file => Path.GetFileName(file), Func<Stream> (file) => () => File.OpenRead(file));
        return found.Count > 0
            ? new(found)
            : throw new FileNotFoundException($"Nothing to import at {path}. Expected a folder with, or one of: {string.Join(", ", Known.Select(known => known.File))}.");
    }

    /// <summary>Texts given in memory, by file name.</summary>
    public static ImportFiles From(IReadOnlyDictionary<string, string> texts) => new(texts.ToDictionary(
        text => text.Key,
        Func<Stream> (text) => () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.Value))));

    private static ImportFiles Embedded(IEnumerable<(string File, string List)> files) => new(files.ToDictionary(
        known => known.File,
        Func<Stream> (known) => () => typeof(ImportFiles).Assembly.GetManifestResourceStream("Seed/" + known.File)
            ?? throw new InvalidOperationException($"{known.File} is not part of the program.")));

    internal Stream? Open(string file) => _open.TryGetValue(file, out var open) ? open() : null;
}
