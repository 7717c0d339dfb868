using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SupplyChain;

/// <summary>
/// The program that <c>SUPPLYCHAIN_PROGRAM</c> names, such as a published one, or the executable of the same
/// configuration; both lie in one place for everything that is built.
/// </summary>
public static class TestedProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a verb to its end.</summary>
    /// <param name="settings">What is in its environment beside what is in ours.</param>
    /// <param name="arguments">The verb and its options.</param>
    /// <returns>Its exit code, and everything it wrote.</returns>
    public static Task<(int Code, string Said)> RunAsync(
        IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = HowToStart(arguments);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return EndedAsync(start);
    }

    internal static async Task<(int Code, string Said)> EndedAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
        return (process.ExitCode, await answer + await complaint);
    }

    internal static ProcessStartInfo HowToStart(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable(), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.TryAdd(
            "DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        return start;
    }

    private static string Executable()
    {
        if (Environment.GetEnvironmentVariable("SUPPLYCHAIN_PROGRAM") is { Length: > 0 } named)
            return Path.GetFullPath(named);
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var name = OperatingSystem.IsWindows() ? "supplychain.exe" : "supplychain";
        var path = Path.Combine(here.Parent!.Parent!.FullName, "SupplyChain.Host", here.Name, name);
        return File.Exists(path) ? path : throw new FileNotFoundException("The node is not built.", path);
    }
}
