using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SupplyChain;

/// <summary>
/// A sample as an integrator has it: copied out of the repository, on the packages that <c>dotnet pack</c> made of what
/// is tested.
/// </summary>
public sealed class CopiedSample : IDisposable
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
    /// <exception cref="InvalidOperationException">It did not end in time; the message has what it said.</exception>
    public async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        await using var running = Begin(arguments);
        return await running.EndsAsync(Patience) is { } code
            ? (code, running.Said)
            : throw new InvalidOperationException($"It did not end within {Patience}: {running.Said}");
    }

    /// <summary>Runs it until something is there, then kills it.</summary>
    /// <exception cref="InvalidOperationException">It ended, or the time was up; the message has what it
    /// said.</exception>
    public async Task KilledAsync(Func<Task<bool>> seen, params string[] arguments)
    {
        await using var running = Begin(arguments);
        var came = await Deadline.WaitAsync(Patience, async () => !running.IsAlive || await seen());
        if (came is null || !running.IsAlive)
            throw new InvalidOperationException($"It did not work until it was to be killed: {running.Said}");
    }

    /// <summary>Starts it.</summary>
    public RunningSample Begin(params string[] arguments)
    {
        var packages = Path.Combine(Repository(), "artifacts", "package", "release");
        if (!Directory.Exists(packages))
            throw new InvalidOperationException("'dotnet pack -c Release src/packages.slnf' has to be run before.");
        var start = new ProcessStartInfo("dotnet", ["run", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName,
        };
        start.Environment["RestoreAdditionalProjectSources"] = packages;
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return new(start);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Repository([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
