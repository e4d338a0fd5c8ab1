using System.Globalization;
using System.Text;
using Marketplace.Core;

namespace Marketplace.Benchmarks;

/// <summary>What people might type: two to four words out of real names, some without marks, some in English. Never the same text twice.</summary>
internal sealed class Typed(Originals originals)
{
    private readonly Random _random = new(1986);
    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    public string[] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private string Next()
    {
        while (true)
        {
            var vietnamese = _random.Next(5) > 0;
            var text = string.Join(' ', Some(vietnamese).Concat(Some(vietnamese)).Take(4));
            if (vietnamese && _random.Next(5) < 2)
            {
                text = WithoutMarks(text);
            }

            if (_given.Add(text))
            {
                return text;
            }
        }
    }

    /// <summary>One to three neighbouring words of a product's name; now and then of a maker's or a district's.</summary>
    private IEnumerable<string> Some(bool vietnamese)
    {
        var name = _random.Next(10) switch
        {
            0 => originals.Producers[_random.Next(originals.Producers.Count)].Name,
            1 => originals.Districts[_random.Next(originals.Districts.Count)].Name,
            _ => originals.Products[_random.Next(originals.Products.Count)].Product.Name,
        };
        var words = name.In(vietnamese ? Language.Vi : Language.En).ToLowerInvariant().Split([' ', '"', '(', ')', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        var length = _random.Next(1, 4);
        return words.Skip(_random.Next(Math.Max(1, words.Length - length + 1))).Take(length);
    }

    private static string WithoutMarks(string text) => new([.. text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Select(letter => letter == 'đ' ? 'd' : letter)]);
}
