using Npgsql;

namespace SupplyChain;

/// <summary>Steps that several trials take.</summary>
internal static class TrialSteps
{
    private const double Even = 0.1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A connection string that leads through a proxy.</summary>
    public static string Before(this TcpProxy proxy, string postgres) =>
        new NpgsqlConnectionStringBuilder(postgres) { Host = "127.0.0.1", Port = proxy.Port }.ConnectionString;

    /// <summary>The same database at another place.</summary>
    public static string At(this string postgres, string hosts) =>
        new NpgsqlConnectionStringBuilder(postgres) { Host = hosts }.ConnectionString;

    /// <summary>A client of the SDK that finds the gateways in the database, as nodes come and go.</summary>
    public static Task<SupplyChainClient> ConnectAsync(string postgres, string? key = null) =>
        SupplyChainClient.ConnectAsync(new SupplyChainClientOptions { Key = key }.UsePostgres(postgres));

    /// <summary>Waits until a node says that it is ready, or that it is not.</summary>
    /// <returns>How long it took; null when the time was up first.</returns>
    public static Task<TimeSpan?> BecomesAsync(this FleetMember member, bool ready, TimeSpan patience)
    {
        var health = new Uri(member.Node.Url, "health/ready").ToString();
        return Deadline.WaitAsync(patience, async () =>
            await member.Http.TrySendAsync(HttpMethod.Get, health) is { } said && said.Acknowledged == ready);
    }

    /// <summary>Waits for the next success, and tells how long it took.</summary>
    public static async Task NextSuccessAsync(this Trial trial, string name)
    {
        var from = trial.Load.Elapsed;
        trial.Tell(name, await Deadline.WaitAsync(Patience, () => Task.FromResult(trial.Load.LastSuccess > from)));
    }

    /// <summary>The silos and how many actors each has.</summary>
    public static async Task<List<SeenSilo>> SilosAsync(this Trial trial) =>
        (await trial.Fleet.AnyAlive().Http.GetAsync<SeenStatus>("status")).Silos!;

    /// <summary>Waits until no silo has a tenth more or less than the mean.</summary>
    /// <returns>How long it took; null when the time was up first.</returns>
    public static Task<TimeSpan?> EvenAsync(this Trial trial, TimeSpan patience) => Deadline.WaitAsync(
        patience, async () =>
        {
            var actors = (await trial.SilosAsync()).ConvertAll(silo => silo.Actors);
            var mean = actors.Average();
            return actors.Count > 1 && actors.TrueForAll(own => Math.Abs(own - mean) <= Even * mean);
        });

    /// <summary>A whole trial of three nodes, one of which stands still for a while.</summary>
    public static async Task StandStillAsync(this Trial trial, TimeSpan afterwards, TimeSpan lasting)
    {
        await trial.Fleet.JoinAsync(3);
        await trial.UnderLoadAsync(afterwards, async () =>
        {
            var paused = trial.Fleet.Members[1].Node;
            await paused.SignalAsync("STOP");
            await Task.Delay(lasting);
            await paused.SignalAsync("CONT");
        });
        await trial.JudgeAsync();
    }

    /// <summary>A whole trial of two nodes whose way to the database becomes slow for a while.</summary>
    public static async Task SlowlyAsync(this Trial trial, int server, TimeSpan delay, TimeSpan lasting)
    {
        await using var proxy = new TcpProxy(server);
        var through = proxy.Before(trial.Postgres);
        await trial.Fleet.JoinAsync(trial.Fleet.Start(through));
        await trial.Fleet.JoinAsync(trial.Fleet.Start(through));
        await trial.UnderLoadAsync(TimeSpan.FromSeconds(5), async () =>
        {
            proxy.Delay = delay;
            await Task.Delay(lasting);
            proxy.Delay = TimeSpan.Zero;
        });
        await trial.JudgeAsync();
    }
}
