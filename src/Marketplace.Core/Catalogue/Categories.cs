using System.Collections.Frozen;

namespace Marketplace.Core.Catalogue;

/// <summary>The shelves of the marketplace: finer than the programme's groups, ours and not official.</summary>
public static class Categories
{
    private static readonly FrozenDictionary<string, LocalizedText> Names = new Dictionary<string, LocalizedText>
    {
        ["basketry"] = new("Đồ đan lát", "Basketry"),
        ["biscuit"] = new("Bánh quy, bánh kẹp", "Biscuits and wafers"),
        ["cake"] = new("Bánh truyền thống", "Traditional cakes"),
        ["charcoal"] = new("Than gáo dừa", "Coconut charcoal"),
        ["cocoa"] = new("Ca cao", "Cocoa"),
        ["coconut-candy"] = new("Kẹo dừa", "Coconut candy"),
        ["coconut-craft"] = new("Thủ công mỹ nghệ dừa", "Coconut crafts"),
        ["coconut-ingredient"] = new("Nguyên liệu dừa", "Coconut ingredients"),
        ["coconut-milk"] = new("Nước cốt dừa", "Coconut milk"),
        ["coconut-oil"] = new("Dầu dừa", "Coconut oil"),
        ["coir"] = new("Xơ dừa", "Coir"),
        ["community-tourism"] = new("Du lịch cộng đồng", "Community tourism"),
        ["confectionery"] = new("Bánh kẹo", "Confectionery"),
        ["cosmetic"] = new("Mỹ phẩm", "Cosmetics"),
        ["dessert"] = new("Món tráng miệng", "Desserts"),
        ["dried-fruit"] = new("Trái cây sấy", "Dried fruit"),
        ["drink"] = new("Nước giải khát", "Drinks"),
        ["fish-sauce"] = new("Mắm", "Fish sauce and fermented fish"),
        ["fresh-coconut"] = new("Dừa tươi", "Fresh coconuts"),
        ["fruit"] = new("Trái cây", "Fruit"),
        ["gift"] = new("Quà tặng", "Gifts"),
        ["herb"] = new("Dược liệu", "Medicinal herbs"),
        ["homestay"] = new("Homestay", "Homestays"),
        ["honey"] = new("Mật ong", "Honey"),
        ["incense"] = new("Nhang", "Incense"),
        ["mat"] = new("Chiếu", "Mats"),
        ["meat"] = new("Thịt và giò chả", "Meat"),
        ["nectar"] = new("Mật hoa dừa", "Coconut nectar"),
        ["pickle"] = new("Dưa muối", "Pickles"),
        ["plant"] = new("Hoa kiểng, cây giống", "Plants and flowers"),
        ["preserve"] = new("Mứt", "Preserves"),
        ["puffed-cake"] = new("Bánh phồng", "Puffed cakes"),
        ["rice"] = new("Gạo", "Rice"),
        ["rice-paper"] = new("Bánh tráng", "Rice paper"),
        ["seafood"] = new("Thủy hải sản", "Seafood"),
        ["seasoning"] = new("Gia vị", "Seasonings"),
        ["snack"] = new("Đồ ăn vặt", "Snacks"),
        ["spirit"] = new("Rượu", "Spirits and wines"),
        ["tour"] = new("Tham quan, du lịch", "Tours and visits"),
        ["vegetable"] = new("Rau củ", "Vegetables"),
        ["vegetarian"] = new("Món chay", "Vegetarian food"),
    }.ToFrozenDictionary();

    /// <summary>Codes of all categories.</summary>
    public static IEnumerable<string> Codes => Names.Keys;

    /// <summary>The shelf's name in both languages; null for an unknown code.</summary>
    public static LocalizedText? NameOf(string code) => Names.GetValueOrDefault(code);
}
