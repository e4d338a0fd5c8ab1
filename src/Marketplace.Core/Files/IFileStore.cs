namespace Marketplace.Core.Files;

/// <summary>Where files lie that people have given: a folder of this machine, or a bucket that several nodes share. A store that cannot be reached throws.</summary>
public interface IFileStore
{
    /// <summary>
    /// Keeps the rest of the stream under a key that nothing lies under yet: all of it or nothing. False when something does, which stays as it is.
    /// </summary>
    Task<bool> PutAsync(FileKey key, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>The file, for reading; null when nothing lies under the key. The caller lets go of it.</summary>
    Task<StoredFile?> OpenAsync(FileKey key, CancellationToken cancellationToken);

    /// <summary>Removes the file; it is no fault when there is none.</summary>
    Task DeleteAsync(FileKey key, CancellationToken cancellationToken);

    /// <summary>Whether something lies under the key.</summary>
    Task<bool> ExistsAsync(FileKey key, CancellationToken cancellationToken);
}

/// <summary>An open file and its length in bytes.</summary>
public sealed record StoredFile(Stream Content, long Length) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
