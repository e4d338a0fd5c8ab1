using Marketplace.Core;
using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;

namespace Marketplace.Tests.Listings;

/// <summary>Made-up things that are right, for tests to make wrong in one way.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    public static readonly Guid Producer = Guid.CreateVersion7(Now);

    public static readonly Guid Account = Guid.CreateVersion7(Now);

    public static readonly Guid Officer = Guid.CreateVersion7(Now);

    public static readonly IReadOnlySet<string> Groups = new HashSet<string>(StringComparer.Ordinal) { "food", "beverage" };

    public static readonly ListingContent Content = new()
    {
        Name = new("Kẹo dừa lá dứa", "Pandan coconut candy"),
        Description = new("Kẹo dẻo nấu từ nước cốt dừa.", "Chewy candy of coconut milk."),
        Packaging = new("Hộp 300 g", "300 g box"),
        Category = "coconut-candy",
        Group = "food",
        Keywords = ["kẹo dừa"],
        Season = new([1, 2, 12], [new(new(2027, 2, 5), new(2027, 2, 12))]),
    };

    public static T Good<T>(Result<T> result)
        where T : class => result.Failed(out var problem, out var value) ? throw new InvalidOperationException(problem.Message.En) : value;

    public static TProblem Refused<T, TProblem>(Result<T> result)
        where T : class
    {
        Assert.True(result.Failed(out var problem, out _));
        return Assert.IsType<TProblem>(problem);
    }

    public static IReadOnlyList<(string Path, FaultKind Kind)> Faults<T>(Result<T> result)
        where T : class => [.. Refused<T, FieldsRefused>(result).Faults.Select(fault => (fault.Path, fault.Kind))];

    public static Product Product(ListingContent? content = null) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Slug = "keo-dua-la-dua",
        Name = (content ?? Content).Name,
        Description = (content ?? Content).Description,
        Packaging = (content ?? Content).Packaging,
        Category = (content ?? Content).Category,
        GroupCode = (content ?? Content).Group,
        Keywords = (content ?? Content).Keywords,
        Season = (content ?? Content).Season,
        ProducerId = Producer,
        ListedAt = Now.UtcDateTime,
    };

    public static Offer Offer(int stock = 50, params IReadOnlyList<PriceTier> tiers)
    {
        var id = Guid.CreateVersion7(Now);
        return Good(Core.Catalogue.Offer.Start(id, Guid.CreateVersion7(Now), new("Hộp 300 g"), new("hộp"), Terms with { Stock = stock, PriceTiers = tiers.Count > 0 ? tiers : Terms.PriceTiers }));
    }

    public static OfferTerms Terms => new()
    {
        QuantityRule = new(1, 1, null),
        PriceTiers = [new(1, 30_000), new(10, 27_000), new(50, 25_000)],
        Stock = 50,
        LeadTimeDays = 3,
    };
}
