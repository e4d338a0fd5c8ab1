using Marketplace.Core.Listings;

namespace Marketplace.Core.Ordering;

/// <summary>Who gets the goods, and where: an address of two levels, as there are since July 2025.</summary>
/// <param name="Name">A person or a company, up to 200 characters.</param>
/// <param name="Phone">Nine to fifteen digits, with or without +.</param>
/// <param name="Street">House and street, or hamlet, up to 300 characters.</param>
/// <param name="Commune">Xã, phường or đặc khu, up to 120 characters.</param>
/// <param name="Province">Code of a province; see <see cref="Ordering.Province"/>.</param>
public sealed record Recipient(string Name, string Phone, string Street, string Commune, string Province)
{
    public const int NameLength = 200;
    public const int PhoneLength = 16;
    public const int StreetLength = 300;
    public const int CommuneLength = 120;

    /// <summary>The same, tidied up, with everything that is wrong by field under <paramref name="path"/>.</summary>
    public Recipient Checked(string path, List<FieldFault> faults)
    {
        var clean = new Recipient(
            Line(Name, path + ".name", NameLength, faults),
            Digits(Phone, path + ".phone", faults),
            Line(Street, path + ".street", StreetLength, faults),
            Line(Commune, path + ".commune", CommuneLength, faults),
            Province);
        if (Ordering.Province.Of(Province) is null)
        {
            faults.Add(new(path + ".province", FaultKind.Unknown, new("Hãy chọn một trong 34 tỉnh, thành phố hiện nay.", "Choose one of today's 34 provinces and cities.")));
        }

        return clean;
    }

    private static string Line(string text, string path, int longest, List<FieldFault> faults)
    {
        var clean = PlainText.Clean(text, path, longest, lines: false, faults);
        if (clean.Length == 0 && !faults.Exists(fault => fault.Path == path))
        {
            faults.Add(new(path, FaultKind.Missing, new("Hãy điền ô này.", "Fill this in.")));
        }

        return clean;
    }

    private static string Digits(string phone, string path, List<FieldFault> faults)
    {
        var bare = string.Concat(phone.Where(sign => sign is not (' ' or '.' or '-' or '(' or ')')));
        if (bare.TrimStart('+') is not { Length: >= 9 and < PhoneLength } digits || !digits.All(char.IsAsciiDigit) || bare.LastIndexOf('+') > 0)
        {
            faults.Add(new(path, bare.Length == 0 ? FaultKind.Missing : FaultKind.Unreadable, new(
                "Hãy ghi số điện thoại, ví dụ 0912 345 678.", "Write a telephone number, such as 0912 345 678.")));
        }

        return bare;
    }
}
