namespace Marketplace.Benchmarks.Sizes;

/// <summary>What lies on the disk.</summary>
internal static class Disk
{
    public static long BytesOf(string directory) => new DirectoryInfo(directory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public static long BytesOf(string directory, string pattern) => new DirectoryInfo(directory).EnumerateFiles(pattern).Sum(file => file.Length);
}
