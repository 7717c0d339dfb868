using System.Diagnostics;
using System.Runtime.InteropServices;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>The samples that visitors are shown run to their end.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class SampleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task The_cluster_of_the_sample_loses_silos_and_its_database_and_nothing_else()
    {
        var said = await RunAsync("ClusterSample", "--act", "5", "--rate", "30");

        said.Should().Contain("B killed").And.Contain("C left").And.Contain("Nothing was lost");
        said.Should().Contain(" 0 lost, 0 duplicated").And.Contain("verify: 0 violations");
    }

    /// <summary>Runs a sample to its end.</summary>
    /// <returns>What it said.</returns>
    private static async Task<string> RunAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program(name), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.TryAdd(
            "DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")));
        using var sample = Process.Start(start)!;
        var said = sample.StandardOutput.ReadToEndAsync();
        var complained = sample.StandardError.ReadToEndAsync();
        var ended = sample.WaitForExitAsync();
        var inTime = await Task.WhenAny(ended, Task.Delay(Patience)) == ended;
        sample.Kill(entireProcessTree: true);
        await ended;

        inTime.Should().BeTrue("it ends within {0}: {1}{2}", Patience, await said, await complained);
        sample.ExitCode.Should().Be(0, "{0}{1}", await said, await complained);
        return await said;
    }

    /// <summary>Built beside the tests, in the same configuration.</summary>
    private static string Program(string name)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, name, here.Name, name);
    }
}
