using Marketplace.Core;
using Marketplace.Core.Catalogue;

namespace Marketplace.Data.Import;

/// <summary>Made-up packs and prices by shelf. Plausible for the kind of goods, true of none.</summary>
internal static class DemonstrationOffers
{
    private static readonly LocalizedText Box = new("hộp", "box");
    private static readonly LocalizedText Bag = new("gói", "bag");
    private static readonly LocalizedText Bottle = new("chai", "bottle");
    private static readonly LocalizedText Jar = new("hũ", "jar");
    private static readonly LocalizedText Kilogram = new("kg", "kg");
    private static readonly LocalizedText Piece = new("cái", "piece");
    private static readonly LocalizedText Guest = new("khách", "guest");
    private static readonly LocalizedText Night = new("đêm", "night");
    private static readonly LocalizedText Dozen = new("chục (12 trái)", "dozen (12 fruits)");
    private static readonly LocalizedText Pot = new("chậu", "pot");

    private static readonly Pack Fallback = new(Box, new("Hộp quà", "Gift box"), 60_000, 180_000, 1, 1);

    /// <summary>Products of which the first pack can be had as a sample: a few of several shelves, all in stock.</summary>
    private static readonly IReadOnlySet<string> Sampled = new HashSet<string>
    {
        "chuoi-say-tan-phu",
        "dau-dua-thu-cong-hoang-oanh",
        "keo-dua-sau-rieng-dong-a",
        "keo-dua-sau-rieng-la-dua-dong-a",
        "mat-hoa-dua-tuoi-nguoi-giu-dua",
    };

    private static readonly IReadOnlyDictionary<string, Pack> Packs = new Dictionary<string, Pack>
    {
        ["coconut-candy"] = new(Box, new("Hộp 300 g", "300 g box"), 28_000, 45_000, 1, 1),
        ["confectionery"] = new(Bag, new("Gói 250 g", "250 g bag"), 25_000, 60_000, 1, 1),
        ["biscuit"] = new(Bag, new("Gói 200 g", "200 g bag"), 20_000, 48_000, 1, 1),
        ["cake"] = new(Box, new("Hộp 4 bánh", "Box of four"), 80_000, 160_000, 1, 1),
        ["snack"] = new(Bag, new("Gói 150 g", "150 g bag"), 25_000, 55_000, 1, 1),
        ["puffed-cake"] = new(Bag, new("Bịch 10 bánh", "Bag of ten"), 25_000, 50_000, 1, 1),
        ["rice-paper"] = new(Bag, new("Xấp 20 bánh", "Pack of twenty"), 20_000, 45_000, 1, 1),
        ["dried-fruit"] = new(Bag, new("Gói 250 g", "250 g bag"), 35_000, 90_000, 1, 1),
        ["preserve"] = new(Box, new("Hộp 500 g", "500 g box"), 60_000, 130_000, 1, 1),
        ["dessert"] = new(Jar, new("Hũ 500 g", "500 g jar"), 18_000, 40_000, 1, 1),
        ["coconut-milk"] = new(Bottle, new("Hộp 400 ml", "400 ml carton"), 22_000, 42_000, 1, 1),
        ["coconut-oil"] = new(Bottle, new("Chai 250 ml", "250 ml bottle"), 65_000, 130_000, 1, 1),
        ["coconut-ingredient"] = new(Kilogram, new("Bao 25 kg, tính theo kg", "25 kg sack, priced per kg"), 45_000, 75_000, 25, 25),
        ["nectar"] = new(Bottle, new("Chai 300 ml", "300 ml bottle"), 70_000, 150_000, 1, 1),
        ["honey"] = new(Bottle, new("Chai 500 ml", "500 ml bottle"), 120_000, 260_000, 1, 1),
        ["drink"] = new(Bottle, new("Lon 330 ml", "330 ml can"), 13_000, 28_000, 6, 6),
        ["fresh-coconut"] = new(Dozen, new("Chục 12 trái", "Dozen of twelve nuts"), 95_000, 180_000, 1, 1),
        ["spirit"] = new(Bottle, new("Chai 500 ml", "500 ml bottle"), 75_000, 220_000, 1, 1),
        ["fruit"] = new(Kilogram, new("Thùng 10 kg, tính theo kg", "10 kg carton, priced per kg"), 32_000, 110_000, 10, 10),
        ["vegetable"] = new(Kilogram, new("Túi 1 kg", "1 kg bag"), 25_000, 70_000, 1, 1),
        ["rice"] = new(Bag, new("Túi 5 kg", "5 kg bag"), 110_000, 190_000, 1, 1),
        ["seafood"] = new(Kilogram, new("Túi 1 kg", "1 kg bag"), 150_000, 620_000, 1, 1),
        ["fish-sauce"] = new(Bottle, new("Chai 500 ml", "500 ml bottle"), 45_000, 95_000, 1, 1),
        ["seasoning"] = new(Bottle, new("Chai 250 ml", "250 ml bottle"), 25_000, 60_000, 1, 1),
        ["pickle"] = new(Jar, new("Hũ 500 g", "500 g jar"), 45_000, 90_000, 1, 1),
        ["meat"] = new(Kilogram, new("Gói 1 kg", "1 kg pack"), 180_000, 360_000, 1, 1),
        ["vegetarian"] = new(Bag, new("Gói 300 g", "300 g bag"), 35_000, 70_000, 1, 1),
        ["cocoa"] = new(Bag, new("Gói 250 g", "250 g bag"), 70_000, 140_000, 1, 1),
        ["herb"] = new(Box, new("Hộp 100 g", "100 g box"), 90_000, 480_000, 1, 1),
        ["cosmetic"] = new(Piece, new("Hộp 1 sản phẩm", "One piece, boxed"), 35_000, 190_000, 1, 1),
        ["coconut-craft"] = new(Piece, new("1 sản phẩm", "One piece"), 45_000, 380_000, 1, 1),
        ["basketry"] = new(Piece, new("1 cái", "One piece"), 60_000, 250_000, 1, 1),
        ["coir"] = new(Kilogram, new("Kiện 100 kg, tính theo kg", "100 kg bale, priced per kg"), 8_000, 22_000, 100, 100),
        ["mat"] = new(Piece, new("1 chiếc, 1,6 × 2 m", "One mat, 1.6 × 2 m"), 180_000, 420_000, 1, 1),
        ["charcoal"] = new(Kilogram, new("Bao 10 kg, tính theo kg", "10 kg sack, priced per kg"), 14_000, 32_000, 10, 10),
        ["incense"] = new(Box, new("Hộp 200 g", "200 g box"), 30_000, 70_000, 1, 1),
        ["plant"] = new(Pot, new("1 chậu hoặc 1 cây", "One pot or plant"), 60_000, 650_000, 1, 1),
        ["gift"] = new(new("cặp", "pair"), new("1 cặp", "One pair"), 250_000, 1_900_000, 1, 1),
        ["tour"] = new(Guest, new("Vé 1 khách", "One guest"), 150_000, 650_000, 2, 1),
        ["community-tourism"] = new(Guest, new("Vé 1 khách", "One guest"), 120_000, 450_000, 2, 1),
        ["homestay"] = new(Night, new("1 phòng, 1 đêm", "One room, one night"), 300_000, 900_000, 1, 1),
    };

    /// <summary>The offers of a product: one by the piece and, for goods in small packs, one by the carton.</summary>
    public static IEnumerable<Offer> For(Product product, DateTimeOffset now, int draw)
    {
        var pack = Packs.GetValueOrDefault(product.Category, Fallback);
        var price = Round(pack.From + (draw % 1000 * (pack.To - pack.From) / 1000));
        var sku = $"BT-{DemonstrationData.Draw(product.Slug + "/sku") % 1_000_000:D6}";
        var offer = Make(product, now, draw, sku, pack.Name, pack.Unit, price, new QuantityRule(pack.Minimum, pack.Increment, null));
        yield return Sampled.Contains(product.Slug) ? WithSamples(offer) : offer;

        if (pack is { Minimum: 1 } && pack.Unit != Guest && pack.Unit != Night && price <= 100_000)
        {
            var carton = new LocalizedText($"Thùng 24 {pack.Unit.Vi}", $"Carton of 24 {pack.Unit.En}{(pack.Unit.En == "kg" ? "" : pack.Unit.En == "box" ? "es" : "s")}");
            yield return Make(product, now, draw / 7, sku + "-T24", carton, new("thùng", "carton"), Round(price * 24 * 88 / 100), new QuantityRule(1, 1, 200));
        }
    }

    private static Offer Make(
        Product product, DateTimeOffset now, int draw, string sku, LocalizedText pack, LocalizedText unit, long price, QuantityRule rule)
    {
        var (stock, madeToOrder) = (draw % 12) switch
        {
            0 => (0, false),
            1 or 2 => (0, true),
            _ => (rule.Minimum * (20 + (draw % 180)), draw % 2 == 0),
        };
        var offer = new Offer
        {
            Id = Guid.CreateVersion7(now),
            ProductId = product.Id,
            Sku = sku,
            Pack = pack,
            Unit = unit,
            Currency = Money.Vnd,
            QuantityRule = rule,
            Stock = stock,
            MadeToOrder = madeToOrder,
            LeadTimeDays = 1 + (draw % 14),
            IsDemonstration = true,
        };
        PriceTier[] tiers =
        [
            new(rule.Minimum, price),
            new(rule.Minimum * 10, Round(price * 94 / 100)),
            new(rule.Minimum * 50, Round(price * 87 / 100)),
        ];
        return offer.WithPrices(tiers).Failed(out var problem, out var priced) ? throw new InvalidOperationException(problem.Message.En) : priced;
    }

    /// <summary>Two at half the price.</summary>
    private static Offer WithSamples(Offer offer) => offer.Change(offer.Terms with { Sample = new(Round(offer.Price.Amount / 2), 2) }, stated: false).Failed(out var problem, out var sampled)
        ? throw new InvalidOperationException(problem.Message.En)
        : sampled;

    /// <summary>Prices people see end in thousands, or in hundreds when they are small.</summary>
    private static long Round(long price) => price >= 20_000 ? price / 1000 * 1000 : price / 100 * 100;

    private sealed record Pack(LocalizedText Unit, LocalizedText Name, long From, long To, int Minimum, int Increment);
}
