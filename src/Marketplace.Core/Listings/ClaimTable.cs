namespace Marketplace.Core.Listings;

/// <summary>What a claim is about.</summary>
public enum ClaimKind
{
    /// <summary>A number of stars.</summary>
    Stars,

    /// <summary>The programme's name: an OCOP product is one that the state has recognised, no other.</summary>
    Ocop,

    /// <summary>That it cures, treats or prevents an illness. Of goods that are no medicine this may never be said.</summary>
    Cure,

    /// <summary>That it is grown or made without chemicals, as a certificate would say.</summary>
    Organic,

    /// <summary>Good agricultural practice by the Vietnamese standard.</summary>
    VietGap,

    /// <summary>Good agricultural practice by the international standard.</summary>
    GlobalGap,

    /// <summary>Hazard analysis and critical control points.</summary>
    Haccp,

    /// <summary>A standard of the International Organization for Standardization.</summary>
    Iso,

    /// <summary>A protected geographical indication.</summary>
    GeographicalIndication,

    /// <summary>That it is sold abroad, or in a certain market.</summary>
    Export,
}

/// <summary>
/// How a claim is recognised. Patterns are words with spaces between them; alternatives stand with | between, words of one alternative with _.
/// Vietnamese words are found with their marks and without any; a word with other marks is another word ("chưa" is not "chữa").
/// </summary>
/// <param name="Needs">What would back it.</param>
internal sealed record ClaimRule(ClaimKind Kind, IReadOnlyList<string> Patterns, LocalizedText Needs)
{
    /// <summary>Words that, standing before it, make it something else: "phân hữu cơ" is manure.</summary>
    public IReadOnlyList<string> NotAfter { get; init; } = [];

    /// <summary>Words that, standing right after it, make it something else: "4 sao biển" is starfish.</summary>
    public IReadOnlyList<string> NotBefore { get; init; } = [];

    /// <summary>How many other words may stand between <see cref="NotAfter"/> and the claim.</summary>
    public int Distance { get; init; }

    /// <summary>Code of the certification that backs it.</summary>
    public string? HeldCode { get; init; }

    /// <summary>Word in the text of a held certification that backs it, where there is no code.</summary>
    public string? HeldWord { get; init; }
}

/// <summary>Every claim that is looked for: the one place to change.</summary>
internal static class ClaimTable
{
    /// <summary>Number words before "sao" or "star", and what they count.</summary>
    public static readonly IReadOnlyDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["1"] = 1,
        ["2"] = 2,
        ["3"] = 3,
        ["4"] = 4,
        ["5"] = 5,
        ["một"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bốn"] = 4,
        ["năm"] = 5,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
    };

    /// <summary>Without its marks such a word is as often another one ("nam" of "Việt Nam"): it counts only in a text that is written without marks.</summary>
    public static readonly IReadOnlyList<string> AnotherWordWithoutMarks = ["một", "bốn", "năm"];

    /// <summary>Words between "xuất khẩu" and a market, or between two markets.</summary>
    public static readonly IReadOnlyList<string> OnTheWay =
        ["sang", "đi", "tới", "đến", "vào", "qua", "thị", "trường", "nước", "các", "và", "như", "to", "the", "and", "markets", "market", "in"];

    /// <summary>By the code of a market the words for it.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Markets = new Dictionary<string, string[]>
    {
        ["US"] = ["mỹ", "hoa kỳ", "us", "usa", "america", "united states"],
        ["CN"] = ["trung quốc", "china"],
        ["JP"] = ["nhật", "nhật bản", "japan"],
        ["KR"] = ["hàn quốc", "korea", "south korea"],
        ["TW"] = ["đài loan", "taiwan"],
        ["HK"] = ["hồng kông", "hong kong"],
        ["AU"] = ["úc", "australia"],
        ["CA"] = ["canada"],
        ["GB"] = ["anh", "uk", "united kingdom", "england"],
        ["DE"] = ["đức", "germany"],
        ["IT"] = ["ý", "italy"],
        ["NL"] = ["hà lan", "netherlands"],
        ["FR"] = ["pháp", "france"],
        ["EU"] = ["eu", "châu âu", "liên minh châu âu", "europe"],
        ["LA"] = ["lào", "laos"],
        ["KH"] = ["campuchia", "cambodia"],
        ["TH"] = ["thái lan", "thailand"],
        ["MY"] = ["malaysia"],
        ["SG"] = ["singapore"],
        ["IN"] = ["ấn độ", "india"],
        ["RU"] = ["nga", "russia"],
        ["AE"] = ["dubai", "uae"],
    };

    public static readonly IReadOnlyList<ClaimRule> Rules =
    [
        new(ClaimKind.Stars,
            ["1|2|3|4|5|một|hai|ba|bốn|năm sao|ngôi_sao", "1|2|3|4|5|one|two|three|four|five star|stars"],
            new("Cần giấy công nhận OCOP còn hiệu lực hôm nay với đúng số sao này.", "Needs an OCOP certificate that is valid today with exactly these stars."))
        {
            NotAfter = ["khách sạn", "xã", "phường"],
            NotBefore = ["biển", "hotel", "hotels", "resort", "anise", "fruit", "fruits", "apple", "apples", "shaped"],
        },
        new(ClaimKind.Ocop, ["ocop"],
            new("Chỉ sản phẩm có giấy công nhận OCOP còn hiệu lực hôm nay mới được gọi như vậy.", "Only a product with an OCOP certificate that is valid today may be called so."))
        {
            // Names of events and of the programme itself: having been there claims nothing.
            NotAfter = ["hội chợ", "phiên chợ", "chương trình"],
            NotBefore = ["fair", "fairs", "programme", "program"],
        },
        new(ClaimKind.Cure,
            [
                "chữa|trị|điều_trị|đặc_trị|ngừa|phòng_ngừa bệnh|ung_thư|tiểu_đường|cao_huyết_áp|huyết_áp|viêm|mất_ngủ|gout|gút|dạ_dày|đau_dạ_dày|xương_khớp|tim_mạch",
                "chữa khỏi|lành", "khỏi bệnh|ung_thư", "phòng bệnh", "đặc trị", "chữa trị", "thần dược", "cures", "cure for",
                "cure|treat|treats|treating|heal|heals|healing|prevent|prevents|preventing|fight|fights cancer|disease|diseases|illness|diabetes|arthritis|hypertension|gout|insomnia",
            ],
            new("Sản phẩm không phải là thuốc thì không được nói là chữa, trị hay ngừa bệnh; không giấy tờ nào cho phép.", "Goods that are no medicine may not be said to cure, treat or prevent an illness; no paper allows it."))
        {
            // The sentence that the law itself demands of food supplements.
            NotAfter = ["thay thế thuốc", "không có tác dụng", "not intended to", "not a"],
            Distance = 4,
        },
        new(ClaimKind.Organic, ["hữu cơ", "organic|organically"],
            new("Cần giấy chứng nhận hữu cơ.", "Needs an organic certificate."))
        {
            NotAfter = ["phân", "phân bón", "bón", "chất", "rác", "vô", "axit", "acid", "hợp chất"],
            NotBefore = ["fertilizer", "fertiliser", "fertilizers", "fertilisers", "manure", "acid", "acids", "matter", "waste", "compost", "compound", "compounds"],
            HeldCode = "organic",
        },
        new(ClaimKind.VietGap, ["vietgap", "viet gap", "việt gap"], new("Cần giấy chứng nhận VietGAP.", "Needs a VietGAP certificate.")) { HeldCode = "vietgap" },
        new(ClaimKind.GlobalGap, ["globalgap", "global gap", "global g a p", "globalg a p"], new("Cần giấy chứng nhận GlobalGAP.", "Needs a GlobalGAP certificate.")) { HeldCode = "globalgap" },
        new(ClaimKind.Haccp, ["haccp"], new("Cần giấy chứng nhận HACCP.", "Needs a HACCP certificate.")) { HeldWord = "HACCP" },
        new(ClaimKind.Iso, ["iso"], new("Cần giấy chứng nhận ISO đúng số hiệu này.", "Needs a certificate of this very ISO standard.")) { HeldWord = "ISO" },
        new(ClaimKind.GeographicalIndication, ["chỉ dẫn địa lý|lí", "geographical indication|indications"],
            new("Cần quyền sử dụng chỉ dẫn địa lý.", "Needs the right to use the geographical indication.")) { HeldCode = "gi" },
        new(ClaimKind.Export, ["xuất khẩu", "xuất sang|qua", "export|exports|exported|exporting"],
            new("Cần tài liệu về thị trường xuất khẩu này trong hồ sơ sản phẩm.", "Needs a source for this export market in the product's record."))
        {
            NotAfter = ["sản", "đề", "diễn"],
        },
    ];
}
