using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Marketplace.Data.Import;

/// <summary>
/// Brings catalogue files into the database: every record is checked and every fault told by file, record and field; with one fault
/// nothing is written. Records are matched by their ids, so a second run of the same files changes nothing.
/// </summary>
public sealed class CatalogueImport(MarketplaceDb db, TimeProvider clock)
{
    public async Task<ImportReport> RunAsync(ImportFiles files, CancellationToken cancellationToken)
    {
        List<ImportFault> faults = [];
        var scope = await ImportScope.LoadAsync(db, clock, cancellationToken);
        foreach (var (file, list) in ImportFiles.Known)
        {
            await using var stream = files.Open(file);
            if (stream is not null)
            {
                await ReadAsync(stream, file, list, scope, faults, cancellationToken);
            }
        }

        if (faults.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new(0, 0, 0, faults);
        }

        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries().Where(entry => !entry.Metadata.IsOwned()).ToList();
        var created = entries.Count(entry => entry.State == EntityState.Added);
        var changed = entries.Count(entry => entry.State == EntityState.Modified);
        var unchanged = entries.Count(entry => entry.State == EntityState.Unchanged);
        await db.SaveChangesAsync(cancellationToken);
        return new(created, changed, unchanged, []);
    }

    private static async Task ReadAsync(
        Stream stream, string file, string list, ImportScope scope, List<ImportFault> faults, CancellationToken cancellationToken)
    {
        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        }
        catch (JsonException broken)
        {
            var line = broken.LineNumber + 1;
            faults.Add(new(file, "", "", new($"Không đọc được JSON ở dòng {line}.", $"Is not valid JSON at line {line}.")));
            return;
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty(list, out var records)
                || records.ValueKind != JsonValueKind.Array)
            {
                faults.Add(new(file, "", list, new($"Thiếu danh sách \"{list}\".", $"The list \"{list}\" is missing.")));
                return;
            }

            var (read, idField) = Reader(list);
            HashSet<string> seen = [];
            foreach (var (index, json) in records.EnumerateArray().Index())
            {
                var record = new ImportRecord(file, idField, index, json, faults);
                if (!seen.Add(record.Name))
                {
                    record.Fault(idField, "Mã bị lặp trong tệp.", "The id occurs twice in the file.");
                    continue;
                }

                var before = faults.Count;
                read(record, scope, () => faults.Count == before);
            }
        }
    }

    private static (ReadRecord Read, string IdField) Reader(string list) => list switch
    {
        "legalTexts" => (ReferenceRows.LegalText, "code"),
        "productGroups" => (ReferenceRows.ProductGroup, "code"),
        "districts" => (ReferenceRows.District, "code"),
        "communes" => (ReferenceRows.Commune, "code"),
        "producers" => (ProducerRows.Producer, "id"),
        "products" => (ProductRows.Product, "id"),
        _ => throw new InvalidOperationException($"No reader for {list}."),
    };
}

/// <summary>Reads one record into the database's objects. <paramref name="sound"/> says whether the record has shown no fault yet.</summary>
internal delegate void ReadRecord(ImportRecord record, ImportScope scope, Func<bool> sound);
