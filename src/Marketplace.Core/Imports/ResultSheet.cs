namespace Marketplace.Core.Imports;

/// <summary>The sheet that was sent, with what became of each row beside it. Slugs and SKUs of what was made stand in it, so that it can be sent again.</summary>
public static class ResultSheet
{
    public static IEnumerable<IReadOnlyList<SheetCell>> Rows(ImportSheet sheet, IReadOnlyDictionary<int, ImportRowOutcome> outcomes, Language language)
    {
        ImportColumn[] added = [.. new[] { ImportColumn.Slug, ImportColumn.Sku }.Where(column => sheet.PlaceOf(column) is null)];
        int[] kept = [.. sheet.Headers.Cells.Index().Where(header => ImportColumn.Of(header.Item.Text)?.Kind != ColumnKind.Result).Select(header => header.Index)];
        yield return
        [
            .. added.Select(column => new SheetCell(column.Header.In(language))),
            .. kept.Select(place => sheet.Headers[place]),
            new(ImportColumn.Status.Header.In(language)), new(ImportColumn.Faults.Header.In(language)),
        ];
        foreach (var row in sheet.Rows)
        {
            var outcome = outcomes.GetValueOrDefault(row.Number);
            yield return
            [
                .. added.Select(column => new SheetCell((column == ImportColumn.Slug ? outcome?.Slug : outcome?.Sku) ?? "")),
                .. kept.Select(place => Filled(sheet, row, place, outcome)),
                new(outcome is null ? "" : NameOf(outcome.Status).In(language)),
                new(string.Join("\n", outcome?.Faults.Select(fault => (fault.Column is null ? "" : fault.Column + ": ") + fault.Message.In(language)) ?? [])),
            ];
        }
    }

    /// <summary>What became of a row, in a word or two.</summary>
    public static LocalizedText NameOf(ImportRowStatus status) => status switch
    {
        ImportRowStatus.Made => new("Đã tạo", "Made"),
        ImportRowStatus.Changed => new("Đã sửa", "Changed"),
        ImportRowStatus.Unchanged => new("Không đổi", "Unchanged"),
        ImportRowStatus.Waits => new("Đã lưu nháp; nhập lại dòng này để thêm gói bán sau khi được duyệt", "Draft saved; import the row again for its pack once it is approved"),
        ImportRowStatus.Refused => new("Không nhận", "Refused"),
        _ => new("Chưa nhận vì dòng khác có lỗi", "Left out, since other rows are wrong"),
    };

    private static SheetCell Filled(ImportSheet sheet, SheetRow row, int place, ImportRowOutcome? outcome) =>
        place == sheet.PlaceOf(ImportColumn.Version) && outcome?.Version is { } version ? new(version)
        : row[place].Text.Trim().Length > 0 ? row[place]
        : place == sheet.PlaceOf(ImportColumn.Slug) ? new(outcome?.Slug ?? "")
        : place == sheet.PlaceOf(ImportColumn.Sku) ? new(outcome?.Sku ?? "")
        : row[place];
}
