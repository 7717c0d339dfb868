using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace SupplyChain;

/// <summary>
/// The release before this one, built from its commit: nodes of both run side by side while a cluster is upgraded.
/// Making a release includes naming it here, with the commit its tag leads to.
/// </summary>
internal static class PreviousRelease
{
    /// <summary>What it is called.</summary>
    public const string Name = "v0.1.0";

    private const string Commit = "d4a4f54824304c22b0269e5e791e1cf2291e0365";
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Builds it, unless that was done before; skips the test where its commit is not at hand.</summary>
    /// <returns>The program.</returns>
    public static async Task<string> BuiltAsync()
    {
        var root = Path.GetFullPath("../..", Path.GetDirectoryName(ThisFile())!);
        var tree = Path.Combine(root, "artifacts", "previous", Name);
        var program = Path.Combine(tree, "artifacts", "bin", "SupplyChain.Host", "release", "supplychain");
        var done = Path.Combine(tree, "built");
        if (File.Exists(done) && await File.ReadAllTextAsync(done) == Commit)
            return program;
        Assert.SkipUnless(
            await RunAsync(root, "git", "cat-file", "-e", $"{Commit}^{{commit}}") is (0, _),
            $"The commit of {Name} is not in this clone: git fetch --unshallow");
        if (Directory.Exists(tree))
            Directory.Delete(tree, recursive: true);
        Directory.CreateDirectory(tree);
        await InsistAsync(root, "git", "archive", "--output", $"{tree}.tar", Commit);
        await InsistAsync(root, "tar", "-xf", $"{tree}.tar", "-C", tree);
        // It was analyzed when it was released.
        await InsistAsync(
            tree, "dotnet", "build", "src/SupplyChain.Host", "-c", "Release", "-v", "quiet", "-nodeReuse:false",
            "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:NuGetAudit=false");
        await File.WriteAllTextAsync(done, Commit);
        return program;
    }

    private static async Task InsistAsync(string directory, string program, params string[] arguments)
    {
        var (code, said) = await RunAsync(directory, program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)} ended with {code}:\n{said}");
    }

    private static async Task<(int Code, string Said)> RunAsync(
        string directory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // What the build that runs these tests says to its parts is not meant for another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.Ordinal)))
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(BuildTimeout);
        return (process.ExitCode, await said + await complaint);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
