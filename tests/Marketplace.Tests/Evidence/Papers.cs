using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Marketplace.Tests.Evidence;

/// <summary>PDFs as people and as attackers make them.</summary>
internal static class Papers
{
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

    /// <summary>A paper of so many pages, that links to a web page as many do.</summary>
    public static byte[] Pdf(int pages = 1) => Of(
        [Catalog, Tree(pages), .. Enumerable.Repeat(Page.Replace(">>", "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.com) >> >>] >>", StringComparison.Ordinal), pages)]);

    /// <summary>A paper with something more in its catalogue.</summary>
    public static byte[] PdfWith(string entries) => Of([Catalog.Replace(">>", $"{entries} >>", StringComparison.Ordinal), Tree(1), Page]);

    /// <summary>A paper whose trailer says that it is encrypted.</summary>
    public static byte[] Locked() => Of([Catalog, Tree(1), Page, $"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <{new string('0', 64)}> /U <{new string('0', 64)}> >>"], "/Encrypt 4 0 R /ID [<00> <00>]");

    /// <summary>A chain of pages within pages, so many deep.</summary>
    public static byte[] Deep(int levels) => Of(
        [Catalog, .. Enumerable.Range(3, levels).Select(next => string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Kids [{next} 0 R] /Count 1 >>")), Page.Replace("2 0 R", string.Create(CultureInfo.InvariantCulture, $"{levels + 1} 0 R"), StringComparison.Ordinal)]);

    /// <summary>Lists within lists.</summary>
    public static byte[] Nested() => Of([Catalog, Tree(1), Page, new string('[', 200_000)]);

    /// <summary>A paper whose objects are packed, as most programs write them: the catalogue with something more in it, then so many spaces.</summary>
    public static byte[] Packed(string entries = "", int spaces = 0)
    {
        string[] objects = [Catalog.Replace(">>", $"{entries} >>", StringComparison.Ordinal), Tree(1), Page];
        var (places, body) = (new StringBuilder(), new StringBuilder());
        foreach (var (at, one) in objects.Index())
        {
            places.Append(CultureInfo.InvariantCulture, $"{at + 1} {body.Length} ");
            body.Append(one).Append(' ');
        }

        using var file = new MemoryStream();
        Write(file, "%PDF-1.5\n");
        var stream = (byte)file.Position;
        var packed = Deflated(Encoding.Latin1.GetBytes($"{places}{body}{new string(' ', spaces)}"));
        Write(file, string.Create(CultureInfo.InvariantCulture, $"4 0 obj\n<< /Type /ObjStm /N 3 /First {places.Length} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"));
        file.Write(packed);
        Write(file, "\nendstream\nendobj\n");
        var table = (int)file.Position;
        byte[] rows = [0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 4, 0, 2, 0, 0, 0, 4, 1, 2, 0, 0, 0, 4, 2, 1, 0, 0, 0, stream, 0, 1, (byte)(table >> 24), (byte)(table >> 16), (byte)(table >> 8), (byte)table, 0];
        Write(file, string.Create(CultureInfo.InvariantCulture, $"5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length {rows.Length} >>\nstream\n"));
        file.Write(rows);
        Write(file, string.Create(CultureInfo.InvariantCulture, $"\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string Tree(int pages) =>
        $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(3, pages).Select(page => string.Create(CultureInfo.InvariantCulture, $"{page} 0 R")))}] /Count {pages.ToString(CultureInfo.InvariantCulture)} >>";

    private static byte[] Of(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        foreach (var (at, one) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{one}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static byte[] Deflated(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(plain);
        }

        return packed.ToArray();
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
