using System.Diagnostics;

namespace SupplyChain;

/// <summary>The program that lies beside the tests, as a process of its own.</summary>
internal static class OwnProgram
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(60);

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string[] args, TimeSpan? patience = null)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "supplychain.dll"), .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(patience ?? UsualPatience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output, await error);
    }
}
