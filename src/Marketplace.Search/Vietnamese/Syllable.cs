using System.Buffers;
using System.Collections.Frozen;

namespace Marketplace.Search.Vietnamese;

/// <summary>One written Vietnamese syllable: which letters can stand together, and where its tone mark belongs.</summary>
internal static class Syllable
{
    private const string Vowels = "aăâeêioôơuưy";

    // Per vowel, the letter without a tone and with huyền, sắc, hỏi, ngã, nặng.
    private const string Toned = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
    private static readonly SearchValues<char> ShapedVowels = SearchValues.Create("ăâêôơư");
    private const int Tones = 6;
    private const int Longest = 7;

    private static readonly FrozenSet<string> Onsets = Words(
        " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x", keepEmpty: true);

    private static readonly FrozenSet<string> Rimes = Words(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
        i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyt uyu
        ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
        y yêm yên yêng yêt yêu yn ynh yt
        """);

    private static readonly FrozenSet<string> FoldedOnsets = Onsets.Select(VietnameseText.Fold).ToFrozenSet();
    private static readonly FrozenSet<string> FoldedRimes = Rimes.Select(VietnameseText.Fold).ToFrozenSet();

    /// <summary>Takes the tone mark off: "hoà" is "hoa" with tone 1. False where there are two.</summary>
    public static bool TryTakeTone(string word, out string toneless, out int tone)
    {
        tone = 0;
        Span<char> letters = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            var at = Toned.IndexOf(word[i], StringComparison.Ordinal);
            letters[i] = at < 0 ? word[i] : Vowels[at / Tones];
            if (at >= 0 && at % Tones != 0)
            {
                if (tone != 0)
                {
                    toneless = word;
                    return false;
                }

                tone = at % Tones;
            }
        }

        toneless = new string(letters);
        return true;
    }

    /// <summary>Puts the tone where the older and still more common spelling has it: hòa, thủy, khỏe.</summary>
    public static string Place(string toneless, int tone)
    {
        var at = tone == 0 ? -1 : ToneSeat(toneless);
        if (at < 0)
        {
            return toneless;
        }

        var vowel = Vowels.IndexOf(toneless[at], StringComparison.Ordinal);
        return string.Concat(toneless.AsSpan(0, at), Toned.AsSpan((vowel * Tones) + tone, 1), toneless.AsSpan(at + 1));
    }

    /// <summary>The word with its tone in the canonical seat; as it is when it is not a Vietnamese syllable.</summary>
    public static string Canonical(string word) =>
        word.Length <= Longest && TryTakeTone(word, out var toneless, out var tone) && tone != 0 && IsValid(toneless, tone)
            ? Place(toneless, tone)
            : word;

    /// <summary>Whether Vietnamese has such a syllable. Those that end in a stop carry sắc or nặng only.</summary>
    public static bool IsValid(string toneless, int tone)
    {
        if (tone is 1 or 3 or 4 && toneless is [.., 'c' or 'p' or 't'] or [.., 'c', 'h'])
        {
            return false;
        }

        return Splits(toneless, Onsets, Rimes);
    }

    /// <summary>Whether a word without marks can be a Vietnamese syllable.</summary>
    public static bool IsFolded(string folded) => folded.Length <= Longest && Splits(folded, FoldedOnsets, FoldedRimes);

    private static bool Splits(string word, FrozenSet<string> onsets, FrozenSet<string> rimes)
    {
        for (var length = Math.Min(3, word.Length - 1); length >= 0; length--)
        {
            if (onsets.Contains(word[..length]) && rimes.Contains(word[length..]))
            {
                return true;
            }
        }

        return false;
    }

    private static int ToneSeat(string toneless)
    {
        var shaped = toneless.AsSpan().LastIndexOfAny(ShapedVowels);
        if (shaped >= 0)
        {
            return shaped;
        }

        // In "qu" the u, and in "gi" before a vowel the i, belong to the consonant.
        var start = toneless.StartsWith("qu", StringComparison.Ordinal) || (toneless.StartsWith("gi", StringComparison.Ordinal) && toneless.Length > 2 && IsVowel(toneless[2])) ? 2 : 0;
        while (start < toneless.Length && !IsVowel(toneless[start]))
        {
            start++;
        }

        var end = start;
        while (end < toneless.Length && IsVowel(toneless[end]))
        {
            end++;
        }

        return (end - start) switch
        {
            0 => -1,
            1 => start,
            2 when end == toneless.Length => start,
            _ => start + 1,
        };
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private static FrozenSet<string> Words(string list, bool keepEmpty = false)
    {
        var words = list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return (keepEmpty ? words.Append("") : words).ToFrozenSet();
    }
}
