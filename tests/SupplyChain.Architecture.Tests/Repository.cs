using System.Runtime.CompilerServices;

namespace SupplyChain.Architecture;

/// <summary>The source tree these tests were compiled from.</summary>
internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    /// <summary>The full path of a file or folder.</summary>
    public static string File(string relative) => Path.Combine(Root, relative);

    /// <summary>Every C# file that somebody wrote, by its path from the root.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Sources() =>
        ((string[])["src", "tests", "samples"])
            .Select(File)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(path => (Path.GetRelativePath(Root, path), System.IO.File.ReadAllLines(path)));

    /// <summary>Every document that people read.</summary>
    public static IEnumerable<Document> Documents() =>
        Directory.EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(File("src"), "README.md", SearchOption.AllDirectories))
            .Concat(((string[])["docs", "samples"]).Select(File).SelectMany(
                folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Select(path => new Document(Path.GetRelativePath(Root, path), System.IO.File.ReadAllLines(path)));

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
