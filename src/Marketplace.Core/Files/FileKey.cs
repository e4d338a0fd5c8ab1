namespace Marketplace.Core.Files;

/// <summary>
/// The name of a stored file, made by us and never by a visitor: parts with a slash between them, each of small letters, digits, full stops and
/// hyphens, none at the start but a letter or digit, at most 200 signs in all. So no key can name a place outside the store, and no two keys
/// are one file where letters' case is not told apart.
/// </summary>
public sealed record FileKey
{
    private const int MostSigns = 200;

    private FileKey(string value) => Value = value;

    /// <summary>The parts with slashes between them.</summary>
    public string Value { get; }

    /// <summary>The key of these parts.</summary>
    /// <exception cref="ArgumentException">They make no key: whoever put them together has a fault.</exception>
    public static FileKey Of(params ReadOnlySpan<string> parts)
    {
        var value = string.Join('/', parts);
        return value.Length <= MostSigns && value.Split('/').All(IsPart)
            ? new FileKey(value)
            : throw new ArgumentException($"\"{value}\" is no key of a file.", nameof(parts));
    }

    public override string ToString() => Value;

    private static bool IsPart(string part) =>
        part.Length > 0 && IsLetterOrDigit(part[0]) && part[^1] != '.' && part.All(sign => IsLetterOrDigit(sign) || sign is '.' or '-');

    private static bool IsLetterOrDigit(char sign) => sign is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
