using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Marketplace.Search.Lucene;

/// <summary>Where the versions of the index lie, and which one is the current.</summary>
internal abstract class IndexVersions
{
    /// <summary>No version has been made yet.</summary>
    public const int None = 0;

    /// <summary>The pointer cannot be read or points nowhere.</summary>
    public const int Unreadable = -1;

    public abstract int Current { get; }

    public abstract int Next();

    public abstract Directory Open(int version);

    /// <summary>Makes a version the current one, at once and as a whole.</summary>
    public abstract void Publish(int version);

    /// <summary>Removes the versions before the current one that nobody writes to. Later ones may be in the making.</summary>
    public abstract void RemoveOld();

    public abstract void Remove(int version);
}

/// <summary>Numbered folders, and a file beside them that names the current one.</summary>
internal sealed class VersionsOnDisk : IndexVersions
{
    private const string Pointer = "current";
    private readonly string _root;

    public VersionsOnDisk(string root)
    {
        _root = root;
        System.IO.Directory.CreateDirectory(root);
    }

    public override int Current
    {
        get
        {
            try
            {
                var text = File.ReadAllText(Path.Combine(_root, Pointer));
                return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 && System.IO.Directory.Exists(FolderOf(version))
                    ? version
                    : Unreadable;
            }
            catch (FileNotFoundException)
            {
                return None;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return Unreadable;
            }
        }
    }

    public override int Next() => Existing().Append(0).Max() + 1;

    /// <summary>
    /// Read with plain reads. Mapped, as FSDirectory.Open would have it, each list that a search opens leaves a weak handle behind, and every
    /// collection of garbage looks at all of them: pauses grow with the searches made, to tens of milliseconds.
    /// </summary>
    public override Directory Open(int version) => new SimpleFSDirectory(FolderOf(version));

    public override void Publish(int version)
    {
        var fresh = Path.Combine(_root, Pointer + ".new");
        File.WriteAllText(fresh, version.ToString(CultureInfo.InvariantCulture));
        File.Move(fresh, Path.Combine(_root, Pointer), overwrite: true);
    }

    public override void RemoveOld()
    {
        var current = Current;
        foreach (var version in Existing().Where(version => version < current))
        {
            using var directory = Open(version);
            using var writing = directory.MakeLock(global::Lucene.Net.Index.IndexWriter.WRITE_LOCK_NAME);
            if (writing.Obtain())
            {
                writing.Dispose();
                Remove(version);
            }
        }
    }

    public override void Remove(int version)
    {
        try
        {
            System.IO.Directory.Delete(FolderOf(version), recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Somebody still reads it; it is removed after the next swap.
        }
    }

    private string FolderOf(int version) => Path.Combine(_root, version.ToString(CultureInfo.InvariantCulture));

    private List<int> Existing() =>
        [.. System.IO.Directory.EnumerateDirectories(_root).Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0).Where(version => version > 0)];
}

/// <summary>Versions that live as long as the process: for tests and tools.</summary>
internal sealed class VersionsInMemory : IndexVersions
{
    private readonly ConcurrentDictionary<int, RAMDirectory> _versions = [];
    private int _current;

    public override int Current => _current;

    public override int Next() => _versions.Keys.Append(0).Max() + 1;

    public override Directory Open(int version) => _versions.GetOrAdd(version, _ => new RAMDirectory());

    public override void Publish(int version) => _current = version;

    public override void RemoveOld()
    {
        foreach (var version in _versions.Keys.Where(version => version < _current))
        {
            Remove(version);
        }
    }

    public override void Remove(int version) => _versions.TryRemove(version, out _);
}
