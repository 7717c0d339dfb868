using Xunit;

namespace SupplyChain;

/// <summary>
/// Faults in an order that follows from a seed: <c>SUPPLYCHAIN_FAULTS_MINUTES=30 … -explicit only -class
/// '*RandomTrial'</c>.
/// </summary>
public sealed class RandomTrial(OneServer server, ITestOutputHelper output)
{
    private const int Nodes = 3;

    [Fact(Explicit = true)]
    public async Task One_fault_after_the_other()
    {
        await using var trial = await Trial.BeginAsync("random faults", server, output);
        await using var proxy = new TcpProxy(server.Postgres.Port);
        var through = proxy.Before(trial.Postgres);
        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => trial.Fleet.JoinAsync(trial.Fleet.Start(through))));
        var random = new Random(trial.Seed);
        await trial.UnderLoadAsync(TimeSpan.FromSeconds(10), async () =>
        {
            var faults = 0;
            for (; trial.Load.Elapsed < TrialSettings.RandomFor; faults++)
            {
                await StrikeAsync(trial, proxy, random);
                await ReviveAsync(trial, random);
                await Task.Delay(random.Next(8_000));
            }
            trial.Tell("faults", $"{faults}");
        });
        await trial.JudgeAsync();
    }

    private async Task StrikeAsync(Trial trial, TcpProxy proxy, Random random)
    {
        var members = trial.Fleet.Members;
        var (one, another) = (members[random.Next(Nodes)], members[random.Next(Nodes)]);
        var kind = random.Next(8);
        output.WriteLine($"{trial.Load.Elapsed:mm\\:ss} fault {kind}");
        switch (kind)
        {
            case 0:
                await Fleet.KillAsync(one);
                break;
            case 1 when one != another:
                await Fleet.KillAsync(one, another);
                break;
            case 2:
                await Fleet.KillAsync(members);
                break;
            case 3:
                await one.Node.SignalAsync("STOP");
                await Task.Delay(random.Next(1_000, 15_000));
                await one.Node.SignalAsync("CONT");
                break;
            case 4:
                await one.Node.SignalAsync("TERM");
                await one.Node.GoneAsync();
                break;
            case 5:
                await server.Postgres.KillAsync();
                await Task.Delay(random.Next(5_000));
                await server.Postgres.StartAgainAsync();
                break;
            case 6:
                proxy.Delay = TimeSpan.FromMilliseconds(random.Next(500));
                await Task.Delay(random.Next(1_000, 8_000));
                proxy.Delay = TimeSpan.Zero;
                break;
            default:
                proxy.Cut();
                await Task.Delay(random.Next(500, 8_000));
                proxy.Mend();
                break;
        }
    }

    /// <summary>Nodes that died or ended themselves are started again.</summary>
    private static async Task ReviveAsync(Trial trial, Random random)
    {
        // One that stood still and was given up ends as soon as it hears of it.
        await Task.Delay(random.Next(500, 3_000));
        var dead = trial.Fleet.Members.Where(member => !member.Node.IsAlive).ToList();
        await trial.Fleet.ReplaceAsync(dead, samePorts: random.Next(2) == 0);
    }
}
