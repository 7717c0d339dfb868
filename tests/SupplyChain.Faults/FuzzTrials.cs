using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>
/// What arrives is not what was meant: mutated documents at REST, mutated frames at the gateway. The long trials are
/// run as <c>SupplyChain.Faults -explicit only -showLiveOutput -class '*FuzzTrials'</c>;
/// <c>SUPPLYCHAIN_FAULTS_SEED=…</c> begins at that seed, <c>SUPPLYCHAIN_FAULTS_MUTANTS=…</c> says how many.
/// </summary>
public sealed class FuzzTrials(OneServer server, ITestOutputHelper output)
{
    private const int Short = 600;
    private const double MostGrowth = 1.5;

    private static readonly int FirstSeed = Setting("SEED", 1);
    private static readonly int Long = Setting("MUTANTS", 100_000);

    [Fact]
    public async Task Some_hundred_mutated_documents_are_refused_or_carried_out()
    {
        await using var fuzz = await RestFuzz.BeginAsync();
        await fuzz.SendAsync(FirstSeed, Short);
        output.WriteLine($"from seed {FirstSeed}: {fuzz.Statuses}");
        await fuzz.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task A_hundred_thousand_mutated_documents_are_refused_or_carried_out()
    {
        await using var fuzz = await RestFuzz.BeginAsync();
        var watch = Stopwatch.StartNew();
        await fuzz.SendAsync(FirstSeed, Long / 4);
        var warm = await PrivateBytesAsync(fuzz.Node);
        await fuzz.SendAsync(FirstSeed + Long / 4, Long - Long / 4);
        var end = await PrivateBytesAsync(fuzz.Node);
        Tell("documents", watch.Elapsed, warm, end);
        output.WriteLine(fuzz.Statuses);
        await fuzz.JudgeAsync();
        end.Should().BeLessThan((long)(warm * MostGrowth));
    }

    [Fact]
    public async Task Some_hundred_mutated_frames_end_their_own_connections_and_nothing_else()
    {
        await using var fuzz = await GatewayFuzz.BeginAsync(await server.Postgres.CreateDatabaseAsync());
        await fuzz.SendAsync(FirstSeed, Short);
        output.WriteLine($"from seed {FirstSeed}: {fuzz.Told}");
        await fuzz.JudgeAsync();
    }

    [Fact(Explicit = true)]
    public async Task A_hundred_thousand_mutated_frames_end_their_own_connections_and_nothing_else()
    {
        await using var fuzz = await GatewayFuzz.BeginAsync(await server.Postgres.CreateDatabaseAsync());
        var watch = Stopwatch.StartNew();
        await fuzz.SendAsync(FirstSeed, Long / 4);
        var warm = await PrivateBytesAsync(fuzz.Node);
        await fuzz.SendAsync(FirstSeed + Long / 4, Long - Long / 4);
        var end = await PrivateBytesAsync(fuzz.Node);
        Tell("frames", watch.Elapsed, warm, end);
        output.WriteLine(fuzz.Told);
        await fuzz.JudgeAsync();
        end.Should().BeLessThan((long)(warm * MostGrowth));
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable($"SUPPLYCHAIN_FAULTS_{name}") is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;

    /// <summary>Memory that belongs to the process alone.</summary>
    private static async Task<long> PrivateBytesAsync(RunningNode node)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{node.ProcessId}/smaps_rollup");
        return lines.Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])
            .Sum(kibibytes => long.Parse(kibibytes, CultureInfo.InvariantCulture)) * 1024;
    }

    private void Tell(string what, TimeSpan took, long warm, long end) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Long} {what} from seed {FirstSeed} in {took.TotalSeconds:0} s; private memory {warm >> 20} MiB after a "
        + $"quarter, {end >> 20} MiB at the end"));
}
