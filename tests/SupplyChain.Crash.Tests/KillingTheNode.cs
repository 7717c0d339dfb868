using System.Globalization;
using Xunit;

namespace SupplyChain;

/// <summary>
/// The node is a process of its own and dies by SIGKILL in the middle of traffic. Few kills each time; more are
/// <c>SUPPLYCHAIN_CRASH_KILLS=20 dotnet test tests/SupplyChain.Crash.Tests -c Release</c>, and
/// <c>SUPPLYCHAIN_CRASH_SEED=…</c> repeats the traffic of a seed (not its timing).
/// </summary>
public sealed class KillingTheNode(ITestOutputHelper output)
{
    private const int UsualKills = 5;

    [Fact]
    public async Task What_was_acknowledged_is_there_exactly_once_whenever_the_process_dies()
    {
        var seed = Setting("SUPPLYCHAIN_CRASH_SEED") ?? Random.Shared.Next();
        var kills = Setting("SUPPLYCHAIN_CRASH_KILLS") ?? UsualKills;
        output.WriteLine($"seed {seed}, {kills} kills");
        var directory = Directory.CreateTempSubdirectory("supplychain-crash-");
        try
        {
            var findings = await new Siege(seed, kills, directory.FullName, output.WriteLine).FindAsync();
            Assert.True(findings.Count == 0, $"Seed {seed}, {kills} kills:\n{string.Join('\n', findings)}");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
