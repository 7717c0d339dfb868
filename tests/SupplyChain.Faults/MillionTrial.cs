using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>
/// A million orders while nodes join, leave, die and come back, and the database too; about an hour on two cores.
/// <c>SUPPLYCHAIN_FAULTS_ORDERS=20000 … -explicit only -class '*MillionTrial'</c> takes fewer.
/// </summary>
public sealed class MillionTrial(OneServer server, ITestOutputHelper output)
{
    private const int Nodes = 3;
    private const int SentAgain = 5_000;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan QuietWithin = TimeSpan.FromMinutes(10);

    [Fact(Explicit = true)]
    public async Task A_million_orders_while_nodes_come_and_go()
    {
        var (seed, wanted) = (TrialSettings.Seed, TrialSettings.Orders);
        output.WriteLine($"{wanted} orders, seed {seed}");
        var database = await server.Postgres.CreateDatabaseAsync();
        await using var audit = await JournalAudit.BeginAsync(database);
        await using var fleet = new Fleet(database);
        await fleet.JoinAsync(Nodes);
        await using var client = await TrialSteps.ConnectAsync(database);
        var notebook = new Notebook();
        var flood = new OrderFlood(client, notebook, seed, wanted);
        await flood.PrepareAsync();
        var orders = flood.RunAsync();
        var faults = await StrikeUntilAsync(orders, fleet, flood, new Random(seed));
        await orders;
        output.WriteLine(Invariant(
            $"{flood.Elapsed:hh\\:mm\\:ss} {faults} faults, {flood.PerSecond:0} orders/s; {Told(flood)}"));
        await JudgeAsync(fleet, client, flood, notebook, audit);
    }

    private static string Told(OrderFlood flood) => Invariant(
        $"{flood.Acknowledged} orders, {flood.Repeated} repeated, gap {flood.LongestGap.TotalSeconds:0.0} s at most");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private async Task<int> StrikeUntilAsync(Task end, Fleet fleet, OrderFlood flood, Random random)
    {
        var faults = 0;
        while (await Task.WhenAny(end, Task.Delay(Between)) != end)
        {
            var before = flood.Elapsed;
            var what = await StrikeAsync(faults++, fleet, random);
            var took = flood.Elapsed - before;
            output.WriteLine(Invariant(
                $"{before:hh\\:mm\\:ss} {what}, done after {took.TotalSeconds:0.0} s; {Told(flood)}"));
        }
        return faults;
    }

    /// <summary>One fault of each kind, one after the other, and again; afterwards there are three nodes.</summary>
    private async Task<string> StrikeAsync(int number, Fleet fleet, Random random)
    {
        var all = fleet.Members;
        var (one, another) = (all[random.Next(Nodes)], all[random.Next(Nodes)]);
        switch (number % 7)
        {
            case 0:
                await fleet.JoinAsync();
                await Task.Delay(Between / 2);
                await Fleet.KillAsync(one);
                fleet.Forget(one);
                return "one joined, then one was killed";
            case 1:
                await one.Node.SignalAsync("TERM");
                await one.Node.GoneAsync();
                await fleet.ReplaceAsync([one], samePorts: true);
                return "one left and came back";
            case 2:
                await server.Postgres.KillAsync();
                await server.Postgres.StartAgainAsync();
                return "PostgreSQL was killed and came back";
            case 3:
                await Fleet.KillAsync(one);
                await fleet.ReplaceAsync([one], samePorts: true);
                return "one was killed and came back";
            case 4:
                foreach (var member in all)
                {
                    await member.Node.SignalAsync("TERM");
                    await member.Node.GoneAsync();
                    await fleet.ReplaceAsync([member], samePorts: true);
                }
                return "all were restarted, one after the other";
            case 5:
                FleetMember[] some = [.. all.Where(member => member == one || member == another)];
                await Fleet.KillAsync(some);
                await fleet.ReplaceAsync(some, samePorts: false);
                return $"{some.Length} were killed and came back elsewhere";
            default:
                await Fleet.KillAsync(all);
                await fleet.ReplaceAsync(all, samePorts: true);
                return "all were killed and came back";
        }
    }

    private async Task JudgeAsync(
        Fleet fleet, SupplyChainClient client, OrderFlood flood, Notebook notebook, JournalAudit audit)
    {
        var http = fleet.AnyAlive().Http;
        var quiet = await Deadline.WaitAsync(
            QuietWithin, async () => (await http.GetAsync<SeenStatus>("status")).Quiet);
        quiet.Should().NotBeNull("all that was begun has to end");
        notebook.Faults.Take(20).Should().BeEmpty();
        (await flood.ReplayAsync(SentAgain)).Should().BeEmpty();

        var listed = await http.ListAsync<SeenListedOrder>("orders");
        listed.Should().HaveCount(notebook.Orders.Count);
        FindOdd(listed, notebook.Orders).Take(20).Should().BeEmpty();

        var audited = await audit.FindAsync(notebook, listed.Select(order => new HeldUnits(
            order.Number, 1, notebook.Orders[order.Number].Skus[0], order.Warehouses[0], order.Units)));
        output.WriteLine($"{audited.Events} events, {audited.Lost} lost, {audited.Duplicated} doubled");
        audited.Told.Should().BeEmpty();

        var watch = Stopwatch.StartNew();
        var verified = await client.Operations.VerifyAsync();
        output.WriteLine(Invariant(
            $"quiet after {quiet:mm\\:ss}; verified {verified.Events} events in {watch.Elapsed.TotalSeconds:0} s"));
        verified.Violations.Take(20).Should().BeEmpty();
        verified.Ok.Should().BeTrue();
    }

    /// <summary>Listed orders that were not acknowledged, are listed twice, or are not allocated whole.</summary>
    private static IEnumerable<string> FindOdd(
        IReadOnlyList<SeenListedOrder> listed, IReadOnlyDictionary<string, Operation> acknowledged)
    {
        var seen = new HashSet<string>();
        return from order in listed
               let wanted = acknowledged.GetValueOrDefault(order.Number)
               where !seen.Add(order.Number) || order.Status != "Allocated" || order.Warehouses.Count != 1
                   || order.Units != wanted?.Units
               select $"{order}, acknowledged were {wanted?.Units} units";
    }
}
