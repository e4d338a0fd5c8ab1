using System.Runtime.CompilerServices;

namespace Marketplace.Tests;

/// <summary>The files of this repository as a reviewer sees them, without what builds and installs put beside them.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "node_modules", ".git", ".svelte-kit", "gql", "data", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = Find();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    public static StreamReader Open(string relative) => File.OpenText(PathOf(relative));

    public static bool Has(string relative) => Path.Exists(PathOf(relative));

    /// <summary>The files under a folder whose names end so, relative to the root and with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Walk(PathOf(folder)).Where(file => endings.Length == 0 || endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !IsBuilt(inner)).SelectMany(Walk));

    /// <summary>A storefront's build is a folder "build" too, but the one at the root is written by hand.</summary>
    private static bool IsBuilt(string folder) => NotOurs.Contains(Path.GetFileName(folder)) || folder == PathOf("web/build");

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
