using Marketplace.Core.Catalogue;
using Marketplace.Core.Certification;

namespace Marketplace.Data.Import;

/// <summary>Legal texts, product groups and places. A file lists what others refer to first: the newer unit before those that it replaced.</summary>
internal static class ReferenceRows
{
    private static readonly IReadOnlyDictionary<string, string> DistrictKinds = Words("city", "district");
    private static readonly IReadOnlyDictionary<string, string> CommuneKinds = Words("commune", "ward", "township");
    private static readonly IReadOnlyDictionary<string, string> Romans = Words("I", "II", "III", "IV", "V", "VI");

    public static void LegalText(ImportRecord record, ImportScope scope, Func<bool> sound)
    {
        var code = record.Text("code", MarketplaceDb.CodeLength);
        var title = record.Localized("title", MarketplaceDb.TextLength);
        var from = record.Date("validFrom");
        var to = record.OptionalDate("validTo");
        var source = record.Text("source", MarketplaceDb.TextLength);
        var superseded = ImportScope.Reference(record, "supersededBy", scope.LegalTexts);
        var months = (int?)record.OptionalNumber("certificateMonths", 1, 120);
        var extension = (int?)record.OptionalNumber("extensionDays", 0, 730);
        CheckPeriod(record, from, to);
        if (!sound())
        {
            return;
        }

        var text = scope.Upsert(scope.LegalTexts, code, () => new LegalText { Code = code, Title = title, ValidFrom = from, Source = source });
        (text.Title, text.ValidFrom, text.ValidTo, text.Source) = (title, from, to, source);
        (text.SupersededByCode, text.CertificateMonths, text.ExtensionDays) = (superseded, months, extension);
    }

    public static void ProductGroup(ImportRecord record, ImportScope scope, Func<bool> sound)
    {
        var code = record.Slug("code", MarketplaceDb.CodeLength);
        var legalText = ImportScope.Reference(record, "legalText", scope.LegalTexts) ?? record.Text("legalText", MarketplaceDb.CodeLength);
        var roman = record.Choice("roman", Romans);
        var name = record.Localized("name", MarketplaceDb.NameLength);
        var description = record.OptionalLocalized("description", MarketplaceDb.TextLength);
        var from = record.Date("validFrom");
        var to = record.OptionalDate("validTo");
        var becomes = ImportScope.Reference(record, "becomes", scope.Groups);
        CheckPeriod(record, from, to);
        if (!sound())
        {
            return;
        }

        var group = scope.Upsert(scope.Groups, code, () => new ProductGroup { Code = code, LegalTextCode = legalText, Roman = roman, Name = name });
        (group.LegalTextCode, group.Roman, group.Name, group.Description) = (legalText, roman, name, description);
        (group.ValidFrom, group.ValidTo, group.BecomesCode) = (from, to, becomes);
        group.Position = Romans.Keys.ToList().IndexOf(roman) + 1;
    }

    public static void District(ImportRecord record, ImportScope scope, Func<bool> sound)
    {
        var code = record.Slug("code", MarketplaceDb.CodeLength);
        var name = record.Localized("name", MarketplaceDb.NameLength);
        var kind = record.Choice("kind", DistrictKinds);
        var from = record.OptionalDate("validFrom");
        var to = record.OptionalDate("validTo");
        var (latitude, longitude) = (record.OptionalDegrees("latitude"), record.OptionalDegrees("longitude"));
        CheckPeriod(record, from, to);
        if (!sound())
        {
            return;
        }

        var district = scope.Upsert(scope.Districts, code, () => new District { Code = code, Name = name, Kind = kind });
        (district.Name, district.Kind, district.ValidFrom, district.ValidTo) = (name, kind, from, to);
        (district.Latitude, district.Longitude) = (latitude, longitude);
    }

    public static void Commune(ImportRecord record, ImportScope scope, Func<bool> sound)
    {
        var code = record.Slug("code", MarketplaceDb.CodeLength);
        var name = record.Localized("name", MarketplaceDb.NameLength);
        var kind = record.Choice("kind", CommuneKinds);
        var district = ImportScope.Reference(record, "districtCode", scope.Districts);
        var from = record.OptionalDate("validFrom");
        var to = record.OptionalDate("validTo");
        var successor = ImportScope.Reference(record, "successorCode", scope.Communes);
        var statistics = record.OptionalText("statisticsCode", 16);
        var (latitude, longitude) = (record.OptionalDegrees("latitude"), record.OptionalDegrees("longitude"));
        CheckPeriod(record, from, to);
        if (!sound())
        {
            return;
        }

        var commune = scope.Upsert(scope.Communes, code, () => new Commune { Code = code, Name = name, Kind = kind });
        (commune.Name, commune.Kind, commune.DistrictCode, commune.ValidFrom, commune.ValidTo) = (name, kind, district, from, to);
        (commune.SuccessorCode, commune.StatisticsCode, commune.Latitude, commune.Longitude) = (successor, statistics, latitude, longitude);
    }

    private static void CheckPeriod(ImportRecord record, DateOnly? from, DateOnly? to)
    {
        if (to < from)
        {
            record.Fault("validTo", $"Kết thúc ({to:yyyy-MM-dd}) trước khi bắt đầu ({from:yyyy-MM-dd}).", $"Ends ({to:yyyy-MM-dd}) before it starts ({from:yyyy-MM-dd}).");
        }
    }

    private static Dictionary<string, string> Words(params string[] words) => words.ToDictionary(word => word, word => word);
}
