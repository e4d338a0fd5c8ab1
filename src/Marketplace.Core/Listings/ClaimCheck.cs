namespace Marketplace.Core.Listings;

/// <summary>Where that which backs a claim is known from.</summary>
public enum ClaimSource
{
    /// <summary>The product's record: its certificates, certifications and markets.</summary>
    Catalogue,

    /// <summary>A paper of its producer that an officer has accepted.</summary>
    Evidence,
}

/// <summary>A claim found in a text.</summary>
/// <param name="Field">Path of the text: "description.vi", "keywords.2".</param>
/// <param name="Words">As written.</param>
/// <param name="Start">Place of the first character in the text, from 0, in UTF-16 units.</param>
/// <param name="BackedBy">Where that which it needs is known from; null when the product does not have it.</param>
/// <param name="Needs">What would back it.</param>
public sealed record Claim(string Field, string Words, int Start, ClaimKind Kind, ClaimSource? BackedBy, LocalizedText Needs)
{
    /// <summary>Whether the product has what it needs.</summary>
    public bool Backed => BackedBy is not null;

    /// <summary>May not be published: stars, the programme's name and cures without backing. Other claims without backing are for the officer to judge.</summary>
    public bool Forbidden => !Backed && Kind is ClaimKind.Stars or ClaimKind.Ocop or ClaimKind.Cure;
}

/// <summary>
/// Finds what a text claims of a product and holds it against what the product has to show. At a save it warns; at submission
/// <see cref="Faults"/> keeps back what may not be said; the rest is put before the officer.
/// </summary>
public static class ClaimCheck
{
    private static readonly ILookup<string, (ClaimRule Rule, SoughtWord[] Words)> Sought = ClaimTable.Rules
        .SelectMany(rule => rule.Patterns.SelectMany(ClaimWords.Sequences).Select(words => (Rule: rule, Words: words)))
        .ToLookup(sought => sought.Words[0].Folded, StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<ClaimKind, (SoughtWord[][] Before, SoughtWord[][] After)> Exceptions = ClaimTable.Rules.ToDictionary(
        rule => rule.Kind, rule => (Phrases(rule.NotAfter), Phrases(rule.NotBefore)));

    private static readonly (string Code, SoughtWord[] Words)[] Markets =
        [.. ClaimTable.Markets.SelectMany(market => Phrases(market.Value).Select(words => (market.Key, words))).OrderByDescending(market => market.words.Length)];

    private static readonly SoughtWord[] OnTheWay = [.. ClaimTable.OnTheWay.Select(SoughtWord.Of)];

    private static readonly IReadOnlyDictionary<string, int> Numbers = ClaimTable.Numbers
        .SelectMany(number => new[] { (Word: number.Key, number.Value), (Word: FoldedText.Fold(number.Key), number.Value) })
        .DistinctBy(number => number.Word).ToDictionary(number => number.Word, number => number.Value);

    private static readonly ClaimRule StarRule = ClaimTable.Rules.Single(rule => rule.Kind == ClaimKind.Stars);

    /// <summary>All claims of all texts in both languages, in the order of the fields and of the text.</summary>
    public static IReadOnlyList<Claim> Find(ListingContent content, Backing backing) =>
        [.. content.Texts().SelectMany(text => Find(text.Path, text.Text, backing))];

    /// <summary>All claims of one text, in its order.</summary>
    public static IReadOnlyList<Claim> Find(string field, string text, Backing backing)
    {
        var words = ClaimWords.Of(text);
        var hasMarks = words.Any(word => word.Marked != word.Folded);
        List<Claim> claims = [];
        var free = new Dictionary<ClaimKind, int>();
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Marked[0] is '★' or '⭐')
            {
                claims.Add(Make(StarRule, at, at + 1, words[at].Length));
                continue;
            }

            foreach (var found in Sought[words[at].Folded].Where(sought => ClaimWords.StandAt(words, at, sought.Words) && !IsSomethingElse(words, at, sought, hasMarks))
                .GroupBy(sought => sought.Rule))
            {
                var end = at + found.Max(sought => sought.Words.Length);
                if (free.GetValueOrDefault(found.Key.Kind) > at)
                {
                    continue;
                }

                claims.Add(Make(found.Key, at, end, Numbers.GetValueOrDefault(words[at].Marked)));
                free[found.Key.Kind] = end;
            }
        }

        return claims;

        Claim Make(ClaimRule rule, int first, int end, int stars)
        {
            var (last, inCatalogue) = rule.Kind switch
            {
                ClaimKind.Stars => (end, backing.Stars == stars),
                ClaimKind.Ocop => (end, backing.Stars is not null),
                ClaimKind.Cure => (end, false),
                ClaimKind.Export => Exported(words, end, backing),
                ClaimKind.Iso => Standard(words, end, backing),
                _ => (end, backing.Held.Any(held => rule.HeldCode is { } code ? held.Code == code : Says(held.Detail, rule.HeldWord!))),
            };
            ClaimSource? by = inCatalogue ? ClaimSource.Catalogue : IsProven(rule.Kind, words, last, backing) ? ClaimSource.Evidence : null;
            var start = words[first].Start;
            return new(field, text[start..words[last - 1].End], start, rule.Kind, by, rule.Needs);
        }
    }

    /// <summary>The claims that keep a listing from being submitted.</summary>
    public static IEnumerable<FieldFault> Faults(IEnumerable<Claim> claims) => claims.Where(claim => claim.Forbidden).Select(claim => new FieldFault(
        claim.Field, FaultKind.NotBacked, new($"Không được viết \"{claim.Words}\". {claim.Needs.Vi}", $"\"{claim.Words}\" may not be written. {claim.Needs.En}")));

    private static bool IsSomethingElse(List<ClaimWord> words, int at, (ClaimRule Rule, SoughtWord[] Words) sought, bool hasMarks)
    {
        if (sought.Rule.Kind == ClaimKind.Stars && hasMarks && words[at].Marked != sought.Words[0].Marked && ClaimTable.AnotherWordWithoutMarks.Contains(sought.Words[0].Marked))
        {
            return true;
        }

        var (before, after) = Exceptions[sought.Rule.Kind];
        var end = at + sought.Words.Length;
        return after.Any(phrase => end < words.Count && words[end].Joined && ClaimWords.StandAt(words, end, phrase))
            || before.Any(phrase => Enumerable.Range(0, sought.Rule.Distance + 1).Any(distance => ClaimWords.StandAt(words, at - phrase.Length - distance, phrase)));
    }

    /// <summary>The markets that follow belong to the claim. Without any the product must be known to be exported at all.</summary>
    private static (int End, bool Backed) Exported(List<ClaimWord> words, int end, Backing backing)
    {
        HashSet<string> named = [];
        for (var at = end; at < words.Count;)
        {
            var market = Markets.FirstOrDefault(known => ClaimWords.StandAt(words, at, known.Words));
            if (market.Code is not null)
            {
                named.Add(market.Code);
                at += market.Words.Length;
                end = at;
            }
            else if (OnTheWay.Any(word => word.Is(words[at])))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return (end, named.Count > 0 ? named.All(backing.ExportMarkets.Contains) : backing.ExportMarkets.Count > 0);
    }

    /// <summary>"ISO 22000:2018": the number belongs to the claim, the year does not decide.</summary>
    private static (int End, bool Backed) Standard(List<ClaimWord> words, int end, Backing backing)
    {
        var number = end < words.Count && words[end].Joined && char.IsDigit(words[end].Marked[0]) ? words[end].Marked : null;
        return (number is null ? end : end + 1, backing.Held.Any(held => Says(held.Detail, "ISO") && (number is null || Says(held.Detail, number))));
    }

    /// <summary>A paper of the claim's kind backs it; of an ISO standard, one whose title names the same number.</summary>
    private static bool IsProven(ClaimKind kind, List<ClaimWord> words, int end, Backing backing) => backing.Proven.Any(paper =>
        paper.Claim == kind && (kind != ClaimKind.Iso || !char.IsDigit(words[end - 1].Marked[0]) || Says(new(paper.Title), words[end - 1].Marked)));

    private static bool Says(LocalizedText detail, string word)
    {
        var sought = SoughtWord.Of(word.ToLowerInvariant());
        return new[] { detail.Vi, detail.En ?? "" }.SelectMany(ClaimWords.Of).Any(found => sought.Is(found));
    }

    private static SoughtWord[][] Phrases(IReadOnlyList<string> phrases) => [.. phrases.SelectMany(ClaimWords.Sequences)];
}
