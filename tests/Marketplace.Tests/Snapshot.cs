using System.Runtime.CompilerServices;

namespace Marketplace.Tests;

/// <summary>Files that a reviewer reads as a diff. At a desk a change rewrites them; in CI it fails.</summary>
internal static class Snapshot
{
    public static void Matches(string file, string actual, [CallerFilePath] string here = "")
    {
        var path = PathOf(file, here);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("CI") is null && (!File.Exists(path) || File.ReadAllText(path) != text))
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>The schema stands at the root, where the storefront and outsiders read it; tables and requests stand beside the tests.</summary>
    private static string PathOf(string file, string here)
    {
        var tests = here[..(here.LastIndexOf("Marketplace.Tests", StringComparison.Ordinal) + "Marketplace.Tests".Length)];
        return file == "schema.graphql" ? Path.GetFullPath(Path.Combine(tests, "..", "..", file)) : Path.Combine(tests, "snapshots", file);
    }
}
