using System.Diagnostics;
using SupplyChain;

namespace ClusterSample;

/// <summary>The show: what is done to the cluster, in which order.</summary>
internal sealed class Show(Database database, string folder) : IAsyncDisposable
{
    private const string Names = "ABCD";
    private const int AtFirst = 3;
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(2);

    private readonly Silo[] _silos = [.. Names.Select(name => new Silo($"{name}", database.ConnectionString, folder))];

    /// <summary>Plays all acts.</summary>
    /// <param name="actTime">How long an act takes.</param>
    /// <param name="perSecond">Orders per second.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>0 when nothing was lost, nothing happened twice, and every invariant is true.</returns>
    public static async Task<int> RunAsync(TimeSpan actTime, int perSecond, CancellationToken stop)
    {
        Screen.Say("Starting a private PostgreSQL server and three silos …");
        await using var database = await Database.StartAsync();
        var folder = Directory.CreateTempSubdirectory("supplychain-sample-");
        try
        {
            await using var show = new Show(database, folder.FullName);
            await Task.WhenAll(show._silos.Take(AtFirst).Select(silo => silo.StartAsync())).WaitAsync(stop);
            // The cluster's gateways stand in its database, so the client finds silos that join later, too.
            await using var client = await SupplyChainClient.ConnectAsync(
                new SupplyChainClientOptions().UsePostgres(database.ConnectionString), stop);
            return await show.PlayAsync(client, actTime, perSecond, stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos)
            await silo.DisposeAsync();
    }

    private async Task<int> PlayAsync(
        SupplyChainClient client, TimeSpan actTime, int perSecond, CancellationToken stop)
    {
        var customers = new Customers(client, perSecond);
        await Patience.UntilAnsweredAsync(
            async () =>
            {
                await customers.StockAsync(stop);
                return true;
            },
            stop);
        var auditor = new Auditor(client, customers);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var allSeen = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var screen = Screen.Open(_silos, customers, auditor, client, perSecond);
        var auditing = auditor.FollowAsync(allSeen.Token);
        var ordering = customers.OrderAsync(enough.Token, stop);
        foreach (var (title, deed) in Acts(screen))
        {
            var watch = Stopwatch.StartNew();
            screen.Begin(customers.Act = new Act(title));
            await deed().WaitAsync(stop);
            await Task.Delay(actTime > watch.Elapsed ? actTime - watch.Elapsed : TimeSpan.Zero, stop);
            screen.End();
        }
        await enough.CancelAsync();
        await ordering;
        await await Task.WhenAny(auditor.CatchUpAsync(stop), auditing);
        screen.Note("every invariant is checked");
        var report = await Patience.UntilAnsweredAsync(() => client.Operations.VerifyAsync(stop), stop);
        await allSeen.CancelAsync();
        await auditing;
        await screen.DisposeAsync();
        return screen.Sum(report);
    }

    private IEnumerable<(string Title, Func<Task> Deed)> Acts(Screen screen)
    {
        yield return ("Three silos share the work", () => Task.CompletedTask);
        yield return ("Silo B is killed (kill -9)", () => Done(() => Called("B").Kill()));
        yield return ("Silo D joins; actors move to it by themselves", Called("D").StartAsync);
        yield return ("PostgreSQL is killed and comes back", async () =>
        {
            await database.KillAsync();
            screen.Database = "killed";
            await Task.Delay(Outage);
            screen.Database = "recovering";
            await database.StartAgainAsync();
            screen.Database = "serving";
        }
        );
        yield return ("Silo C is drained; it hands its actors over", Called("C").DrainAsync);
        yield return ("Two silos carry on", () => Task.CompletedTask);
    }

    private Silo Called(string name) => _silos.Single(silo => silo.Name == name);

    private static Task Done(Action deed)
    {
        deed();
        return Task.CompletedTask;
    }
}
