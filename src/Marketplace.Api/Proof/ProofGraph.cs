using GraphQL;
using Marketplace.Api.Proof;
using Marketplace.Core;
using Marketplace.Core.Proof;

namespace Marketplace.Api;

/// <summary>What must be true of the shop's books, and whether it is.</summary>
[Name("ProvenInvariant")]
public sealed class ProvenInvariantGraph
{
    private const int MostShown = 50;

    internal ProvenInvariantGraph(Proven proven)
    {
        (Invariant, Count) = (proven.Invariant, proven.Findings.Count);
        Findings = [.. proven.Findings.Take(MostShown).Select(finding => new FindingGraph(finding))];
    }

    /// <summary>What must be true.</summary>
    public Invariant Invariant { get; }

    /// <summary>Whether it is.</summary>
    public bool Holds => Count == 0;

    /// <summary>How much is wrong.</summary>
    public int Count { get; }

    /// <summary>What is wrong, 50 at most.</summary>
    public IReadOnlyList<FindingGraph> Findings { get; }

    /// <summary>What must be true, in words of the reader's language.</summary>
    public string Sentence(Ask ask) => InvariantWords.Of(Invariant).In(ask.Language);
}

/// <summary>Something that is not as it must be.</summary>
[Name("Finding")]
public sealed class FindingGraph
{
    internal FindingGraph(Finding finding) => (Subject, Expected, Found) = (finding.Subject, finding.Expected, finding.Found);

    /// <summary>What it is about: an order's number, a stock keeping unit, a slug.</summary>
    public string Subject { get; }

    /// <summary>What would be right.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }
}

public sealed partial class Query
{
    /// <summary>Looks through the books: every invariant, and everything that breaks it. Reads everything, so it takes its time.</summary>
    [Cost(500)]
    public static async Task<IReadOnlyList<ProvenInvariantGraph>> Proof(Officer officer, [FromServices] IServiceProvider services, CancellationToken cancellationToken)
    {
        _ = officer;
        List<ProvenInvariantGraph> proven = [];
        await foreach (var one in services.GetRequiredService<BookCheck>().RunAsync(cancellationToken))
        {
            proven.Add(new(one));
        }

        return proven;
    }
}

/// <summary>The invariants in words.</summary>
internal static class InvariantWords
{
    public static LocalizedText Of(Invariant invariant) => invariant switch
    {
        Invariant.NothingOversold => new("Không mặt hàng nào hứa giao nhiều hơn số có trong kho.", "No offer has promised more than it has in stock."),
        Invariant.StockIsHeldBySomebody => new("Số hàng đã hứa đúng bằng số các đơn đang giữ.", "What is promised of the stock is what open orders hold of it."),
        Invariant.WeeksAreHeldBySomebody => new("Công suất đã hứa từng tuần đúng bằng số các đơn đang giữ.", "What weeks have promised is what orders hold of them."),
        Invariant.NothingIsHeldForNobody => new("Đơn đã xong không còn giữ hàng; không đơn nào chờ thanh toán quá hạn.", "Orders that are over hold nothing, and none waits for payment after its time."),
        Invariant.OrdersSumUp => new("Các dòng cộng lại thành đơn, các đơn cộng lại thành tổng người mua đã đặt.", "Lines sum to orders, and orders to what the buyer ordered."),
        Invariant.PricesAreExplained => new("Giá mỗi dòng đúng như bảng tính giá kèm theo.", "Every line costs what its receipt says."),
        Invariant.JournalBalances => new("Mỗi bút toán trong sổ cái cộng lại bằng không.", "Every entry of the journal sums to zero."),
        Invariant.JournalAgreesWithOrders => new("Sổ cái khớp với đơn hàng của từng người mua và từng nhà sản xuất.", "The journal says of each buyer and producer what the orders say."),
        Invariant.MoneyIsPosted => new("Sổ cái ghi đúng số tiền đã nhận và đã hoàn; không khoản hoàn nào chờ gửi quá lâu.", "The journal says of money what the payments say, and no refund waits for long."),
        Invariant.OutboxIsDrained => new("Mọi thay đổi đã đến chỉ mục tìm kiếm.", "What has changed has reached the search index."),
        Invariant.IndexEqualsDatabase => new("Chỉ mục tìm kiếm giống hệt cơ sở dữ liệu.", "The search index is as the database is."),
        Invariant.CertificatesAreConsistent => new("Giấy chứng nhận có 3 đến 5 sao, hết hạn sau ngày cấp, mỗi sản phẩm chỉ một giấy còn hiệu lực.", "Certificates have three to five stars and end after they begin, and no product bears two at once."),
        _ => throw new ArgumentOutOfRangeException(nameof(invariant)),
    };
}
