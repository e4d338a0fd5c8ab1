using Marketplace.Core.Files;
using Marketplace.Data.Imports;
using Marketplace.Files.Sheets;

namespace Marketplace.Api.Imports;

/// <summary>The files of imports in the store: what was sent, until it has been imported, and the result.</summary>
internal sealed class ImportFiles(IFileStore files)
{
    public Task<bool> KeepSourceAsync(SheetImport import, byte[] file, CancellationToken cancellationToken) =>
        files.PutAsync(SourceOf(import), new MemoryStream(file, writable: false), SheetWriter.ContentTypeOf(import.Format), cancellationToken);

    /// <summary>Null when it is gone.</summary>
    public async Task<byte[]?> SourceAsync(SheetImport import, CancellationToken cancellationToken)
    {
        if (await files.OpenAsync(SourceOf(import), cancellationToken) is not { } stored)
        {
            return null;
        }

        await using (stored)
        {
            using var whole = new MemoryStream();
            await stored.Content.CopyToAsync(whole, cancellationToken);
            return whole.ToArray();
        }
    }

    /// <summary>In the place of an earlier one, of a dry run or of a host that ended before it could say so.</summary>
    public async Task KeepResultAsync(SheetImport import, byte[] file, CancellationToken cancellationToken)
    {
        await files.DeleteAsync(ResultOf(import), cancellationToken);
        await files.PutAsync(ResultOf(import), new MemoryStream(file, writable: false), SheetWriter.ContentTypeOf(import.Format), cancellationToken);
    }

    public Task<StoredFile?> ResultAsync(SheetImport import, CancellationToken cancellationToken) => files.OpenAsync(ResultOf(import), cancellationToken);

    public Task DropSourceAsync(SheetImport import, CancellationToken cancellationToken) => files.DeleteAsync(SourceOf(import), cancellationToken);

    public async Task RemoveAsync(SheetImport import, CancellationToken cancellationToken)
    {
        await DropSourceAsync(import, cancellationToken);
        await files.DeleteAsync(ResultOf(import), cancellationToken);
    }

    private static FileKey SourceOf(SheetImport import) => FileKey.Of("imports", import.Id.ToString("N"), "sent." + SheetWriter.EndingOf(import.Format));

    private static FileKey ResultOf(SheetImport import) => FileKey.Of("imports", import.Id.ToString("N"), "result." + SheetWriter.EndingOf(import.Format));
}
