using System.Globalization;
using System.Text;
using Marketplace.Core;
using Marketplace.Core.Evidence;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace Marketplace.Files.Papers;

/// <summary>
/// Looks through a PDF for what could run, call out or carry other files along. Every object that a reader can reach is looked at, packed ones too; what
/// lies in the file beside them is searched by name.
/// </summary>
internal static class PdfCheck
{
    /// <summary>Deeper than a chain of that many objects goes.</summary>
    private const int StackBytes = 128 << 20;

    /// <summary>Far more than a hundred scanned or written pages have.</summary>
    private const int MostObjects = 50_000;

    private const int MostNesting = 64;

    /// <summary>Actions, types and lists by name that no paper needs, all long enough not to come about by chance in ten million packed bytes.</summary>
    private static readonly HashSet<string> Active = new(StringComparer.Ordinal) { "JavaScript", "Launch", "SubmitForm", "ImportData", "EmbeddedFile", "EmbeddedFiles", "RichMedia" };

    /// <summary>Keys that mean something beside one of others alone: by itself each may be the name of a font or a letter.</summary>
    private static readonly (string Key, string[] Beside)[] ActiveBeside = [("JS", ["S"]), ("EF", ["F", "UF", "Type"]), ("XFA", ["Fields"])];

    private static readonly int LongestName = Active.Max(name => name.Length);

    /// <summary>Whether it begins as a PDF does. One that begins otherwise may be two things at once.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>What is wrong with it; null when nothing is. On a thread of its own, since the library follows the tree of pages by calling itself.</summary>
    public static Task<IProblem?> FaultOfAsync(byte[] file)
    {
        var found = new TaskCompletionSource<IProblem?>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(Look, StackBytes) { IsBackground = true, Name = "A PDF" }.Start();
        return found.Task;

        void Look()
        {
            try
            {
                found.SetResult(FaultOf(file));
            }
            catch (OutOfMemoryException full)
            {
                found.SetException(full);
            }
        }
    }

    private static IProblem? FaultOf(byte[] file)
    {
        if (NamesIn(file).Any(Active.Contains))
        {
            return new PdfActive();
        }

        // Each begins with the word and ends with it.
        if (CountOf(file, "obj"u8) > 2 * MostObjects)
        {
            return new PdfTooLong();
        }

        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, MaxStackDepth = MostNesting, FilterProvider = new BoundedFlate(MostObjects) });
            var objects = document.Structure.CrossReferenceTable.ObjectOffsets;
            return document.IsEncrypted ? new PdfLocked()
                : document.NumberOfPages == 0 ? new PdfDamaged()
                : document.NumberOfPages > Paper.MostPages || objects.Count > MostObjects ? new PdfTooLong()
                : objects.Keys.Any(reference => IsActive(document.Structure.TokenScanner.Get(reference)?.Data)) ? new PdfActive()
                : null;
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PdfLocked();
        }
        catch (TooMuchInsideException)
        {
            return new PdfTooLong();
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return new PdfDamaged();
        }
    }

    private static bool IsActive(IToken? token) => token switch
    {
        NameToken name => Active.Contains(name.Data),
        StreamToken stream => IsActive(stream.StreamDictionary),
        ArrayToken array => array.Data.Any(element => element is not NameToken && IsActive(element)),
        DictionaryToken dictionary => dictionary.Data.Any(entry => Active.Contains(entry.Key) || IsActive(entry.Value))
            || ActiveBeside.Any(active => dictionary.Data.ContainsKey(active.Key) && active.Beside.Any(dictionary.Data.ContainsKey)),
        _ => false,
    };

    /// <summary>Everything that is written as a name, with its escapes resolved: "/J#61vaScript" is JavaScript.</summary>
    private static IEnumerable<string> NamesIn(byte[] file)
    {
        var name = new StringBuilder();
        for (var slash = Array.IndexOf(file, (byte)'/'); slash >= 0; slash = Array.IndexOf(file, (byte)'/', slash + 1))
        {
            name.Clear();
            for (var at = slash + 1; name.Length <= LongestName && LetterAt(file, ref at) is { } letter;)
            {
                name.Append(letter);
            }

            yield return name.ToString();
        }
    }

    /// <summary>The letter that is written there, and the place behind it; null for anything else.</summary>
    private static char? LetterAt(byte[] file, ref int at)
    {
        if (at >= file.Length)
        {
            return null;
        }

        var letter = (char)file[at++];
        if (letter == '#' && at + 1 < file.Length && byte.TryParse(file.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
        {
            (letter, at) = ((char)escaped, at + 2);
        }

        return char.IsAsciiLetter(letter) ? letter : null;
    }

    private static int CountOf(ReadOnlySpan<byte> file, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (int at; (at = file.IndexOf(word)) >= 0; file = file[(at + word.Length)..])
        {
            count++;
        }

        return count;
    }
}
