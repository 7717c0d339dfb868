using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;

namespace SupplyChain;

/// <summary>
/// A sample as an integrator has it: copied out of the repository, on the packages that <c>dotnet pack</c> made of what
/// is tested.
/// </summary>
internal sealed class CopiedSample : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supplychain-sample-");

    /// <param name="name">Its folder in <c>samples</c>.</param>
    public CopiedSample(string name)
    {
        foreach (var file in new DirectoryInfo(Path.Combine(Repository(), "samples", name)).GetFiles())
            file.CopyTo(Path.Combine(_folder.FullName, file.Name));
    }

    /// <summary>What is in its environment beside what is in ours.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>The path of a file beside it.</summary>
    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Runs it to its end, as its README says.</summary>
    /// <returns>Its exit code, and everything it said.</returns>
    public async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments, out var said);
        var ended = process.WaitForExitAsync();
        var inTime = await Task.WhenAny(ended, Task.Delay(Patience)) == ended;
        process.Kill(entireProcessTree: true);
        await ended;
        inTime.Should().BeTrue("it ends within {0}: {1}", Patience, Text(said));
        return (process.ExitCode, Text(said));
    }

    /// <summary>Runs it until something is there, then kills it.</summary>
    public async Task KilledAsync(Func<Task<bool>> seen, params string[] arguments)
    {
        using var process = Start(arguments, out var said);
        var came = await Deadline.WaitAsync(Patience, async () => process.HasExited || await seen());
        var early = process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        (came is not null && !early).Should().BeTrue("it works until it is killed: {0}", Text(said));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private Process Start(string[] arguments, out StringBuilder said)
    {
        var packages = Path.Combine(Repository(), "artifacts", "package", "release");
        Directory.Exists(packages).Should().BeTrue("'dotnet pack -c Release src/packages.slnf' has to be run before");
        var start = new ProcessStartInfo("dotnet", ["run", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName,
        };
        start.Environment["RestoreAdditionalProjectSources"] = packages;
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        var text = said = new StringBuilder();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(text, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(text, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void Keep(StringBuilder said, string? line)
    {
        lock (said)
            said.AppendLine(line);
    }

    private static string Text(StringBuilder said)
    {
        lock (said)
            return said.ToString();
    }

    private static string Repository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
