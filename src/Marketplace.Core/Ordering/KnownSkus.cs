namespace Marketplace.Core.Ordering;

/// <summary>The SKUs that may be ordered, found in whatever case and with whatever spaces around them.</summary>
public sealed class KnownSkus
{
    private const int MostNear = 3;
    private const int LongestSku = 64;

    private readonly Dictionary<string, string> _skus = new(StringComparer.Ordinal);
    private readonly char[] _letters;

    public KnownSkus(IEnumerable<string> skus)
    {
        foreach (var sku in skus)
        {
            _skus.TryAdd(KeyOf(sku), sku);
        }

        _letters = [.. _skus.Keys.SelectMany(key => key).Distinct().Order()];
    }

    /// <summary>The SKU as the catalogue writes it; null for none.</summary>
    public string? Find(string typed) => _skus.GetValueOrDefault(KeyOf(typed));

    /// <summary>Up to three SKUs that are one slip away: a letter too many, one missing, one wrong, or two neighbours swapped. The work does not grow with the catalogue.</summary>
    public IReadOnlyList<string> Near(string typed) => KeyOf(typed) is { Length: > 0 and <= LongestSku } key
        ? [.. Slips(key).Select(slip => _skus.GetValueOrDefault(slip)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostNear)]
        : [];

    private static string KeyOf(string sku) => sku.Trim().ToUpperInvariant();

    private IEnumerable<string> Slips(string key)
    {
        for (var at = 0; at <= key.Length; at++)
        {
            var (head, tail) = (key[..at], key[at..]);
            foreach (var letter in _letters)
            {
                yield return $"{head}{letter}{tail}";
                if (tail.Length > 0)
                {
                    yield return $"{head}{letter}{tail[1..]}";
                }
            }

            if (tail.Length > 0)
            {
                yield return $"{head}{tail[1..]}";
            }

            if (tail.Length > 1)
            {
                yield return $"{head}{tail[1]}{tail[0]}{tail[2..]}";
            }
        }
    }
}
