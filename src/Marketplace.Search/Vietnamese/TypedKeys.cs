namespace Marketplace.Search.Vietnamese;

/// <summary>Reads what a keyboard leaves behind when Telex or VNI was typed with the input method switched off: "keoj duwaf", "keo5 du72a".</summary>
internal static class TypedKeys
{
    private const int LongestTyped = 12;
    private const string TelexTones = "zfsrxj";
    private const string VniTones = "021345";

    /// <summary>The syllable meant by Telex keys; null unless it is one and a key was used.</summary>
    public static string? Telex(string word) => Read(word, free: false, TelexKey) ?? Read(word, free: true, TelexKey);

    /// <summary>The syllable meant by VNI keys; null unless it is one and a key was used.</summary>
    public static string? Vni(string word) => Read(word, free: true, VniKey);

    private delegate bool Key(Typed typed, char key, bool free);

    private static string? Read(string word, bool free, Key press)
    {
        if (word.Length is < 2 or > LongestTyped)
        {
            return null;
        }

        var typed = new Typed();
        var pressed = false;
        foreach (var key in word)
        {
            if (press(typed, key, free))
            {
                pressed = true;
            }
            else
            {
                typed.Letters.Add(key);
            }
        }

        var toneless = new string([.. typed.Letters]);
        return pressed && Syllable.IsValid(toneless, typed.Tone) ? Syllable.Place(toneless, typed.Tone) : null;
    }

    private static bool TelexKey(Typed typed, char key, bool free) => key switch
    {
        'z' or 'f' or 's' or 'r' or 'x' or 'j' => typed.HasVowel && typed.SetTone(TelexTones.IndexOf(key, StringComparison.Ordinal)),
        'w' => typed.Horn() || typed.Change('a', 'ă') || typed.Append('ư'),
        'd' => typed.Letters is ['d', ..] && (free || typed.Letters.Count == 1) && typed.Change('d', 'đ'),

        // Strictly the second letter follows the first; freely it may come at the syllable's end: "daauf", "dauaf".
        'a' or 'e' or 'o' => (free || (typed.Letters.Count > 0 && typed.Letters[^1] == key)) && typed.Change(key, Circumflexed(key)),
        _ => false,
    };

    private static bool VniKey(Typed typed, char key, bool free) => key switch
    {
        >= '0' and <= '5' => typed.HasVowel && typed.SetTone(VniTones.IndexOf(key, StringComparison.Ordinal)),
        '6' => typed.Change('a', 'â') || typed.Change('e', 'ê') || typed.Change('o', 'ô'),
        '7' => typed.Horn(),
        '8' => typed.Change('a', 'ă'),
        '9' => typed.Change('d', 'đ'),
        _ => false,
    };

    private static char Circumflexed(char vowel) => vowel switch { 'a' => 'â', 'e' => 'ê', _ => 'ô' };

    private sealed class Typed
    {
        public List<char> Letters { get; } = [];

        public int Tone { get; private set; }

        public bool HasVowel => Letters.Exists(letter => "aăâeêioôơuưy".Contains(letter, StringComparison.Ordinal));

        public bool SetTone(int tone)
        {
            Tone = tone;
            return true;
        }

        public bool Append(char letter)
        {
            Letters.Add(letter);
            return true;
        }

        public bool Change(char from, char to)
        {
            var at = Letters.LastIndexOf(from);
            if (at < 0)
            {
                return false;
            }

            Letters[at] = to;
            return true;
        }

        /// <summary>One horn key serves both vowels of "ươ", whichever of them was typed when it came.</summary>
        public bool Horn()
        {
            var o = Letters.LastIndexOf('o');
            if (o > 0 && Letters[o - 1] is 'u' or 'ư' && Letters is not ['q', ..])
            {
                (Letters[o - 1], Letters[o]) = ('ư', 'ơ');
                return true;
            }

            return Change('o', 'ơ') || Change('u', 'ư');
        }
    }
}
