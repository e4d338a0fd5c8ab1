namespace Marketplace.Core.Ordering.Documents;

/// <summary>Amounts in đồng as they are written out on papers, so that nobody adds a nought. From 0.</summary>
public static class AmountInWords
{
    private const long Billion = 1_000_000_000;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static LocalizedText Of(long dong) => new(Sentence(Vietnamese(dong), "đồng"), Sentence(English(dong), "Vietnamese đồng"));

    private static string Sentence(string words, string currency) => $"{char.ToUpperInvariant(words[0])}{words[1..]} {currency}.";

    private static string Vietnamese(long number)
    {
        if (number == 0)
        {
            return Digits[0];
        }

        List<string> words = [];
        if (number >= Billion)
        {
            words.Add($"{Vietnamese(number / Billion)} tỷ");
        }

        foreach (var (size, name) in new[] { (1_000_000, " triệu"), (1000, " nghìn"), (1, "") })
        {
            if ((int)(number % Billion / size % 1000) is > 0 and var group)
            {
                words.Add(VietnameseHundreds(group, isFirst: words.Count == 0) + name);
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>Behind a larger part the hundreds are said even where there are none: 1,005 is "một nghìn không trăm lẻ năm".</summary>
    private static string VietnameseHundreds(int number, bool isFirst)
    {
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var head = isFirst && hundreds == 0 ? "" : $"{Digits[hundreds]} trăm";
        var middle = (tens, ones) switch
        {
            (0, > 0) when head.Length > 0 => "lẻ",
            (0, _) => "",
            (1, _) => "mười",
            _ => $"{Digits[tens]} mươi",
        };
        var tail = (ones, tens) switch
        {
            (0, _) => "",
            (1, > 1) => "mốt",
            (4, > 1) => "tư",
            (5, > 0) => "lăm",
            _ => Digits[ones],
        };
        return string.Join(' ', new[] { head, middle, tail }.Where(word => word.Length > 0));
    }

    private static string English(long number)
    {
        foreach (var (size, name) in new[] { (Billion, "billion"), (1_000_000, "million"), (1000, "thousand"), (100, "hundred") })
        {
            if (number >= size)
            {
                return $"{English(number / size)} {name}" + (number % size == 0 ? "" : " " + English(number % size));
            }
        }

        return number < Small.Length ? Small[number] : Tens[number / 10] + (number % 10 == 0 ? "" : "-" + Small[number % 10]);
    }
}
