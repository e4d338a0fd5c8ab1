using Marketplace.Core;
using Marketplace.Core.Search;

namespace Marketplace.Search.Ranking;

/// <summary>
/// The ranking, in one place. The same list makes the score, the page that explains it to buyers and producers, and the
/// reasons at each hit. A criterion decides only among products that are equal in all before it; nobody can pay for one.
/// </summary>
public static class RankingCriteria
{
    private static readonly Criterion[] InOrder =
    [
        new("complete", 6, new("Đủ các từ", "All words"),
            new("Sản phẩm có đủ các từ đã gõ đứng trước sản phẩm thiếu từ.", "Products with every typed word come before those that lack one."),
            found => MostWords - found.Missing, (found, i) => found.Of[i].IsMatched && !found.Clauses[i].IsWeak),
        new("kind", 2, new("Đúng loại hàng", "The kind of thing"),
            new("Sản phẩm chính là loại hàng được hỏi đứng trước sản phẩm chỉ nhắc đến nó.", "Products that are the kind of thing asked for come before those that only mention it."),
            found => found.Kind, (found, i) => found.Wanted.Units.Contains(i)),
        new("typed", 6, new("Đúng từ đã gõ", "Words as typed"),
            new("Có chính từ đã gõ, không chỉ từ đồng nghĩa.", "It has the typed words themselves, not only synonyms."),
            found => found.Typed, (found, i) => found.Of[i].IsTyped),
        new("marks", 6, new("Đúng dấu", "Same marks"),
            new("Các từ gõ có dấu khớp cả dấu.", "Words typed with marks match with their marks."),
            found => found.Marked, (found, i) => found.Of[i].IsMarked),
        new("phrase", 2, new("Tên chứa cụm từ", "Phrase in the name"),
            new("Cụm từ đã gõ đứng đầu tên, rồi đến tên có chứa cụm từ.", "The typed words in a row are what the name is about; then names that hold them elsewhere."),
            found => found.NamePhrase, (found, i) => (found.Of[i].In & Slots.Names) != 0),
        new("name", 6, new("Từ trong tên", "Words in the name"),
            new("Nhiều từ nằm trong tên hơn.", "More of the words are in the name."),
            found => found.CountIn(Slots.Names), (found, i) => (found.Of[i].In & Slots.Names) != 0),
        new("shelf", 6, new("Từ trong danh mục, từ khóa", "Words in category and keywords"),
            new("Nhiều từ nằm trong tên, danh mục và từ khóa hơn là chỉ trong mô tả.", "More of the words are in the name, category and keywords rather than only in the description."),
            found => found.CountIn(Slots.Leading), (found, i) => (found.Of[i].In & Slots.Leading) != 0),
        new("pairs", 6, new("Từ đứng liền nhau", "Neighbouring words"),
            new("Nhiều cặp từ đứng liền nhau như đã gõ hơn.", "More of the words stand side by side as typed."),
            Pairs, (found, i) => found.IsPair(i) || (i > 0 && found.IsPair(i - 1))),
        new("whole", 1, new("Trọn từ", "Whole words"),
            new("Khớp trọn từ cuối, không chỉ phần đầu của từ.", "The last word matches as a whole, not only its beginning."),
            found => found.Clauses is [.., { IsPrefix: true }] && !found.Of[^1].IsTyped ? 0 : 1, (found, i) => i == found.Of.Length - 1 && found.Of[i].IsTyped),
        new("stars", 3, new("Sao OCOP", "OCOP stars"),
            new("Khi mọi tiêu chí trên bằng nhau: nhiều sao OCOP còn hiệu lực hơn, rồi đến tên theo thứ tự chữ cái.", "Where all of the above are equal: more OCOP stars valid today, then the name in alphabetical order."),
            found => found.Stars, (_, _) => false),
    ];

    private const int MostWords = 63;

    private static readonly int AllBits = InOrder.Sum(criterion => criterion.Bits);

    /// <summary>The criteria as they are published, strongest first.</summary>
    public static IReadOnlyList<RankingCriterion> All { get; } = [.. InOrder.Select(criterion => new RankingCriterion(criterion.Code, criterion.Label, criterion.Description))];

    /// <summary>Every criterion in its own bits, the first in the highest: comparing two numbers compares criterion by criterion.</summary>
    /// <param name="least">A product below this is not wanted: it may get any score that is below it.</param>
    internal static long Score(Evidence found, long least = long.MinValue)
    {
        var (score, left) = (0L, AllBits);
        foreach (var criterion in InOrder)
        {
            left -= criterion.Bits;
            score |= (long)Math.Min(criterion.Measure(found), (1 << criterion.Bits) - 1) << left;
            if ((score | ((1L << left) - 1)) < least)
            {
                break;
            }
        }

        return score;
    }

    /// <summary>Whether a score was made for a product that lacks a word.</summary>
    internal static bool IsNear(long score) => score >> InOrder.Skip(1).Sum(criterion => criterion.Bits) < MostWords;

    /// <summary>The criteria that hold for a product, each with the words for which it holds.</summary>
    internal static IReadOnlyList<RankingReason> Why(Evidence found)
    {
        var reasons = new List<RankingReason>();
        foreach (var criterion in InOrder)
        {
            string[] words = [.. Enumerable.Range(0, found.Of.Length).Where(i => criterion.HoldsFor(found, i)).Select(i => found.Clauses[i].Words)];
            var holds = criterion.Code == "complete" ? found.Missing == 0 && words.Length > 0
                : criterion.Code == "stars" ? found.Stars > 0
                : criterion.Measure(found) > 0 && words.Length > 0;
            if (holds)
            {
                reasons.Add(new RankingReason(criterion.Code, words));
            }
        }

        return reasons;
    }

    private static int Pairs(Evidence found)
    {
        var pairs = 0;
        for (var i = 0; i + 1 < found.Of.Length; i++)
        {
            pairs += found.IsPair(i) ? 1 : 0;
        }

        return pairs;
    }

    private sealed record Criterion(string Code, int Bits, LocalizedText Label, LocalizedText Description, Func<Evidence, int> Measure, Func<Evidence, int, bool> HoldsFor);
}
