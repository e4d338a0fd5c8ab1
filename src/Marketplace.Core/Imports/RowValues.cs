using Marketplace.Core.Catalogue;
using Marketplace.Core.Listings;

namespace Marketplace.Core.Imports;

/// <summary>
/// What a row says, laid over what is there: a column that the sheet does not have leaves its field as it is, an empty cell takes the value away.
/// Whether the values may be so is for the rules of listings and offers to say.
/// </summary>
internal static class RowValues
{
    public static ListingContent Content(RowReader row, ListingContent now, ImportWords words)
    {
        string Said(ImportColumn column) => row.Changed(column, words.Written(column, now)) ?? words.Written(column, now);

        return new()
        {
            Name = new(Said(ImportColumn.NameVi), Said(ImportColumn.NameEn)),
            Description = new(Said(ImportColumn.DescriptionVi), Said(ImportColumn.DescriptionEn)),
            Packaging = new(Said(ImportColumn.PackagingVi), Said(ImportColumn.PackagingEn)),
            Category = Code(row, ImportColumn.Category, words.Written(ImportColumn.Category, now), now.Category, ImportWords.CategoryOf),
            Group = Code(row, ImportColumn.Group, words.Written(ImportColumn.Group, now), now.Group, words.GroupOf),
            Keywords = row.Changed(ImportColumn.Keywords, words.Written(ImportColumn.Keywords, now)) is { } keywords ? RowReader.Parts(keywords) : now.Keywords,
            Season = Season(row, now, words),
        };
    }

    /// <param name="now">Terms of the offer that is there, or those of one that says nothing.</param>
    /// <param name="isNew">A new offer must have a price and say its stock.</param>
    public static OfferTerms Terms(RowReader row, OfferTerms now, bool isNew, ImportWords words)
    {
        string? Said(ImportColumn column) => row.Changed(column, isNew ? "" : words.Written(column, pack: null, unit: null, now));

        int? Number(ImportColumn column, int? there, int? otherwise) => Said(column) is not { } text ? there : text.Length == 0 ? otherwise : Bounded(row.Whole(column, text)) ?? there;

        bool Flag(ImportColumn column, bool there, bool otherwise) => Said(column) is not { } text ? there : text.Length == 0 ? otherwise : row.YesNo(column, text) ?? there;

        var minimum = Number(ImportColumn.Minimum, now.QuantityRule.Minimum, 1)!.Value;
        return now with
        {
            QuantityRule = new(minimum, Number(ImportColumn.Increment, now.QuantityRule.Increment, 1)!.Value, Number(ImportColumn.Maximum, now.QuantityRule.Maximum, otherwise: null)),
            PriceTiers = Tiers(row, now, minimum, Said, isNew),
            Stock = Needed(row, ImportColumn.Stock, Said(ImportColumn.Stock), isNew, "Thiếu số lượng tồn kho.", "The stock is missing.") is { } stock ? Bounded(stock)!.Value : now.Stock,
            MadeToOrder = Flag(ImportColumn.MadeToOrder, now.MadeToOrder, otherwise: false),
            LeadTimeDays = Number(ImportColumn.LeadTime, now.LeadTimeDays, 0)!.Value,
            WeeklyCapacity = Number(ImportColumn.Capacity, now.WeeklyCapacity, otherwise: null),
            OnSale = Flag(ImportColumn.OnSale, now.OnSale, otherwise: true),
            BlackoutDays = Said(ImportColumn.DaysOff) is { } days ? Days(row, days) : now.BlackoutDays,
        };
    }

    private static List<PriceTier> Tiers(RowReader row, OfferTerms now, int minimum, Func<ImportColumn, string?> said, bool isNew)
    {
        var price = Needed(row, ImportColumn.Price, said(ImportColumn.Price), isNew, "Chưa có giá.", "There is no price.");
        List<PriceTier> tiers = [];
        if (price is not null || now.PriceTiers.Count > 0)
        {
            tiers.Add(new(minimum, price ?? now.PriceTiers[0].UnitPrice));
        }

        if (said(ImportColumn.Tiers) is not { } text)
        {
            tiers.AddRange(now.PriceTiers.Skip(1));
            return tiers;
        }

        foreach (var part in text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':') is [var from, var each] && SheetNumber.Read(from, isNumber: false) is { } least && SheetNumber.Read(each, isNumber: false) is { } unitPrice)
            {
                tiers.Add(new(Bounded(least)!.Value, unitPrice));
            }
            else
            {
                row.Fault(ImportColumn.Tiers, FaultKind.Unreadable, $"“{RowReader.Short(part)}” không rõ; hãy viết như 10: 27.000; 50: 25.000.", $"“{RowReader.Short(part)}” is not understood; write it like 10: 27.000; 50: 25.000.");
            }
        }

        return tiers;
    }

    private static long? Needed(RowReader row, ImportColumn column, string? said, bool isNew, string vi, string en)
    {
        if (said is { Length: > 0 })
        {
            return row.Whole(column, said);
        }

        if (said is not null || isNew)
        {
            row.Fault(column, FaultKind.Missing, vi, en);
        }

        return null;
    }

    /// <summary>A number of units, days or the like. What is far outside of all bounds stays so.</summary>
    private static int? Bounded(long? number) => number is { } given ? (int)Math.Clamp(given, int.MinValue, int.MaxValue) : null;

    private static string Code(RowReader row, ImportColumn column, string written, string now, Func<string, string?> codeOf)
    {
        if (row.Changed(column, written) is not { } text)
        {
            return now;
        }

        if (text.Length == 0)
        {
            return "";
        }

        if (codeOf(text) is { } code)
        {
            return code;
        }

        row.Fault(column, FaultKind.Unknown, $"Không có “{RowReader.Short(text)}” trong danh sách; hãy ghi đúng tên hoặc mã.", $"There is no “{RowReader.Short(text)}” in the list; write its name or code.");
        return now;
    }

    private static Season? Season(RowReader row, ListingContent now, ImportWords words)
    {
        var months = row.Changed(ImportColumn.HarvestMonths, words.Written(ImportColumn.HarvestMonths, now));
        var breaks = row.Changed(ImportColumn.Breaks, words.Written(ImportColumn.Breaks, now));
        if (months is null && breaks is null)
        {
            return now.Season;
        }

        return new(
            months is null ? now.Season?.HarvestMonths ?? [] : [.. RowReader.Parts(months).Select(month => Bounded(row.Whole(ImportColumn.HarvestMonths, month))).OfType<int>()],
            breaks is null ? now.Season?.Blackouts ?? [] : Ranges(row, breaks));
    }

    private static List<DayRange> Ranges(RowReader row, string text)
    {
        List<DayRange> ranges = [];
        foreach (var part in RowReader.Parts(text))
        {
            var days = part.Split([" – ", " - ", "–", ".."], StringSplitOptions.TrimEntries);
            if (days.Length is 1 or 2 && RowReader.Day(days[0]) is { } from && RowReader.Day(days[^1]) is { } to)
            {
                ranges.Add(new(from, to));
            }
            else
            {
                row.Fault(ImportColumn.Breaks, FaultKind.Unreadable, $"“{RowReader.Short(part)}” không rõ; hãy viết như 2027-02-05 – 2027-02-12.", $"“{RowReader.Short(part)}” is not understood; write it like 2027-02-05 – 2027-02-12.");
            }
        }

        return ranges;
    }

    private static List<DateOnly> Days(RowReader row, string text)
    {
        List<DateOnly> days = [];
        foreach (var part in RowReader.Parts(text))
        {
            if (RowReader.Day(part) is { } day)
            {
                days.Add(day);
            }
            else
            {
                row.Fault(ImportColumn.DaysOff, FaultKind.Unreadable, $"“{RowReader.Short(part)}” không phải là ngày; hãy viết như 2026-12-24.", $"“{RowReader.Short(part)}” is no day; write it like 2026-12-24.");
            }
        }

        return days;
    }
}
