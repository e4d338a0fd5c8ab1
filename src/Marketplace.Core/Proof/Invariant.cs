namespace Marketplace.Core.Proof;

/// <summary>What must be true of the shop's books at every moment, whatever happened.</summary>
public enum Invariant
{
    /// <summary>No offer has promised more than it has in stock.</summary>
    NothingOversold,

    /// <summary>What offers have promised of their stock is what open orders hold of it.</summary>
    StockIsHeldBySomebody,

    /// <summary>What weeks have promised of their making is what orders hold of them.</summary>
    WeeksAreHeldBySomebody,

    /// <summary>Orders that are over hold nothing, and nothing waits for payment after its time.</summary>
    NothingIsHeldForNobody,

    /// <summary>Lines sum to orders, and orders to what the buyer ordered.</summary>
    OrdersSumUp,

    /// <summary>Every line costs what its receipt says.</summary>
    PricesAreExplained,

    /// <summary>Every entry of the journal sums to zero.</summary>
    JournalBalances,

    /// <summary>The journal says of each buyer and producer what the orders say.</summary>
    JournalAgreesWithOrders,

    /// <summary>The journal says of money what the attempts to pay say, and no refund waits for long to be sent.</summary>
    MoneyIsPosted,

    /// <summary>What has changed has reached the search index.</summary>
    OutboxIsDrained,

    /// <summary>Every product and producer is in the search index as it is in the database, and nothing else is.</summary>
    IndexEqualsDatabase,

    /// <summary>Certificates have three to five stars and end after they begin, and no product bears two at once.</summary>
    CertificatesAreConsistent,
}

/// <summary>Something that is not as it must be.</summary>
/// <param name="Subject">What it is about, in words that find it again: an order's number, a stock keeping unit.</param>
/// <param name="Expected">What would be right.</param>
/// <param name="Found">What is there.</param>
public sealed record Finding(Invariant Invariant, string Subject, string Expected, string Found);
