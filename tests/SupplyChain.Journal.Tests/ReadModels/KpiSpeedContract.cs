using System.Diagnostics;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels;

/// <summary>
/// How long figures take over a million lines. Not run with the other tests:
/// <c>SupplyChain.Journal.Tests -explicit only -class '*SqliteKpiSpeedTests' -showliveoutput</c>.
/// </summary>
public abstract class KpiSpeedContract
{
    private const int Lines = 1_000_000;
    private const int LinesAtOnce = 1_000;
    private const int Customers = 500;
    private static readonly KpiGrouping?[] Groupings = [null, .. Enum.GetValues<KpiGrouping>()];
    private static readonly string[] Modes = ["Air", "Ocean", "Truck"];
    private static readonly DateOnly First = new(2023, 7, 14);
    private static readonly DateOnly Today = First.AddDays(1_096);
    private readonly Func<IJournal, Task<ReadSide>> _open;

    private protected KpiSpeedContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    [Fact(Explicit = true)]
    public async Task A_million_lines_answer_in_50_ms()
    {
        await using var read = await _open(new MemoryJournal());
        await read.Projection.StopAsync(default);
        using var writer = await read.NewWriterAsync();
        Say($"{await FillAsync(writer):0} lines/s written with their figures");

        var slowest = TimeSpan.Zero;
        foreach (var grouping in Groupings)
        {
            foreach (var (name, query) in Periods(grouping))
            {
                var kept = await MeasureAsync(() => read.Models.KpisAsync("demo", query, Today));
                var counted = Stopwatch.GetTimestamp();
                var lines = await read.Pool.ReadAsync(
                    session => KpisFromLines.Read(session, "demo", query, Today), default);
                Say($"{grouping?.ToString() ?? "all",-9} {name,-14} {kept.TotalMilliseconds,6:0.0} ms; over the lines "
                    + $"{Stopwatch.GetElapsedTime(counted).TotalMilliseconds,6:0} ms");
                slowest = kept > slowest ? kept : slowest;
                (await read.Models.KpisAsync("demo", query, Today)).Should().Be(lines);
            }
        }

        slowest.Should().BeLessThan(TimeSpan.FromMilliseconds(50));
    }

    [Fact(Explicit = true)]
    public async Task What_taking_in_an_event_costs()
    {
        var world = new World();
        world.Warehouse("WH-1");
        world.Receive("R-1", "WH-1", ("A", 1_000_000), ("B", 1_000_000));
        for (var i = 0; i < 5_000; i++)
        {
            var day = First.AddDays(i % 40);
            world.Place($"O-{i}", new(
                $"CUST-{i % Customers}", new($"C{i % 40}"), [new(1, "A", 3), new(2, "B", 2, Value: new(5, "EUR"))],
                RequestedBy: day));
            world.Release($"O-{i}", new Orders.ReleaseShipment($"S-{i}", [1, 2], Modes[i % 3]));
            world.Milestone($"S-{i}", Shipments.MilestoneKind.Delivered, new(day.AddDays(i % 5 - 3), default, default));
        }
        await using var read = await (await _open(world.Journal)).CaughtUpAsync();
        var took = new List<TimeSpan>();
        for (var i = 0; i < 7; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await read.Projection.RebuildAsync();
            took.Add(Stopwatch.GetElapsedTime(began));
        }
        Say($"{world.Journal.Rows.Count / took.Min().TotalSeconds:0} events/s of {world.Journal.Rows.Count}, "
            + $"at best of {string.Join(", ", took.Select(one => $"{one.TotalSeconds:0.00}"))} s");
    }

    private static IEnumerable<(string Name, KpiQuery Query)> Periods(KpiGrouping? grouping) =>
    [
        ("ever", new(null, null, grouping)),
        ("a year", new(new(2024, 1, 1), new(2025, 1, 1), grouping)),
        ("30 days", new(Today.AddDays(-30), Today, grouping)),
        ("the worst", new(new(2023, 7, 16), new(2026, 6, 15), grouping)),
        ("until today", new(null, Today, grouping)),
    ];

    /// <summary>The median of some, after the first ones.</summary>
    private static async Task<TimeSpan> MeasureAsync(Func<Task<KpiReply>> ask)
    {
        var took = new List<TimeSpan>();
        for (var i = 0; i < 25; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask();
            took.Add(Stopwatch.GetElapsedTime(began));
        }
        return took.Skip(4).Order().ElementAt(10);
    }

    private static async Task<double> FillAsync(ITableWriter writer)
    {
        var random = new Random(1);
        var (table, kpis) = (new OrderLineTable(writer), new KpiTable(writer));
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Lines; i += LinesAtOnce)
        {
            var orders = Enumerable.Range(i, LinesAtOnce).Select(number => (
                new StreamId("demo", Orders.Order.Kind, $"O-{number}"),
                new OrderRows(null, [], []), new OrderRows(null, [Line(number, random)], []))).ToArray();
            await writer.WriteAsync(writer.Position, new(LinesAtOnce, false, false), () =>
            {
                Array.ForEach(orders, order => table.Write(order.Item1, Appending.Now, [], order.Item3.Lines));
                kpis.Write(orders);
            }, default);
        }
        return Lines / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>They were delivered one after the other over three years; one of fifty is not, and late.</summary>
    private static OrderLineRow Line(int number, Random random)
    {
        var due = First.AddDays((int)(number * 1_090L / Lines));
        var open = random.Next(50) == 0;
        return new(
            1, $"SKU-{random.Next(1_000)}", true, null, 5, 0, 0, 0, null, null, 0, null, 5, open ? 0 : 5, 0, 5, 5, 0,
            due, open ? null : due.AddDays(random.Next(-4, 3)), open, !open,
            new(random.Next(1, 100_000) / 100m, random.Next(3) == 0 ? "EUR" : "USD"),
            $"CUST-{random.Next(Customers)}", $"C{random.Next(40)}", Modes[number % 3],
            $"WH-{random.Next(25)}");
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);
}
