namespace Marketplace.Data.Sqlite;

/// <summary>
/// A lock that the operating system keeps for an open file and lets go of when the process ends, however it ends.
/// The file stays where it is: removing it would let two processes lock two files of the same name.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>The lock, or null when another holds it.</summary>
    /// <exception cref="DatabaseUnusableException">The file cannot be made.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new DatabaseUnusableException(
                $"Data__Directory is {Path.GetDirectoryName(path)}, to which this user may not write ({refused.Message.TrimEnd('.')}): name a folder that it may write to.");
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
