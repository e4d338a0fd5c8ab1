using Marketplace.Core.Files;

namespace Marketplace.Files.Storage;

/// <summary>
/// Files in a folder of this machine. A file is written beside its place and then moved there, so that nobody ever reads half of one and a
/// crash leaves none. Kinds of content are not kept: the key's ending says them.
/// </summary>
/// <param name="directory">Made when the first file comes.</param>
public sealed class FolderFiles(string directory) : IFileStore
{
    /// <summary>No key begins with a full stop, so none names this folder.</summary>
    private const string Unfinished = ".unfinished";

    /// <summary>On Unix a move looks first and renames then, over whatever has come in between. Several machines on one folder are not kept apart by this.</summary>
    private readonly Lock _naming = new();

    public async Task<bool> PutAsync(FileKey key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        var place = PlaceOf(key);
        if (File.Exists(place))
        {
            return false;
        }

        var beside = Directory.CreateDirectory(Path.Combine(directory, Unfinished));
        var part = Path.Combine(beside.FullName, Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(file, cancellationToken);

                // On the disk before it is named: a power cut must not leave a name without its bytes.
                file.Flush(flushToDisk: true);
            }

            return Move(part, place);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public Task<StoredFile?> OpenAsync(FileKey key, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(PlaceOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return Task.FromResult<StoredFile?>(new StoredFile(file, file.Length));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<StoredFile?>(null);
        }
    }

    public Task DeleteAsync(FileKey key, CancellationToken cancellationToken)
    {
        var place = PlaceOf(key);
        try
        {
            File.Delete(place);
            RemoveWhenEmpty(Path.GetDirectoryName(place)!);
        }
        catch (DirectoryNotFoundException)
        {
            // Then the file is not there either.
        }

        return Task.CompletedTask;
    }

    public Task<bool> ExistsAsync(FileKey key, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PlaceOf(key)));

    /// <summary>Inside the folder, whatever the key: keys hold no part that leads up, and none that a file system reads as anything but a name.</summary>
    private string PlaceOf(FileKey key) => Path.Combine([directory, .. key.Value.Split('/')]);

    private bool Move(string part, string place)
    {
        while (true)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            try
            {
                lock (_naming)
                {
                    File.Move(part, place, overwrite: false);
                }

                return true;
            }
            catch (DirectoryNotFoundException)
            {
                // Its last other file was removed just now, and the folder with it.
            }
            catch (IOException) when (File.Exists(place))
            {
                return false;
            }
        }
    }

    private void RemoveWhenEmpty(string folder)
    {
        if (Path.GetFullPath(folder) == Path.GetFullPath(directory))
        {
            return;
        }

        try
        {
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Another file lies in it.
        }
    }
}
