using SupplyChain.Operations;

namespace SupplyChain.Journal.ReadModels;

/// <summary>What is kept of figures is what adding up every line would say.</summary>
public abstract class KeptKpiContract
{
    private static readonly KpiGrouping?[] Groupings = [null, .. Enum.GetValues<KpiGrouping>()];
    private readonly Func<IJournal, Task<ReadSide>> _open;

    private protected KeptKpiContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Figures_of_any_history_and_period_equal_those_added_up_over_its_lines(int seed)
    {
        var history = new RandomHistory(seed);
        await using var read = await _open(history.World.Journal);
        for (var i = 0; i < 400; i++)
        {
            history.Step(i);
            if (i % 80 == 79)
            {
                await read.CaughtUpAsync();
                await CompareAsync(read, history);
            }
        }

        history.Accepted.Should().BeGreaterThan(200);
        (await read.VerifyAsync(history.World.Now)).Violations
            .Should().NotContain(violation => violation.Invariant == "read-tables");
        var before = read.Dump();
        await read.Projection.RebuildAsync().Soon();
        read.Dump().Should().Equal(before);
    }

    [Fact]
    public async Task What_nothing_counts_in_has_no_row()
    {
        var world = new World();
        world.Warehouse("WH-1");
        world.Product("A");
        world.Receive("R-1", "WH-1", ("A", 10));
        world.Place("O-1", World.OrderOf("A", 5, value: new(7m, "EUR")) with { RequestedBy = new(2026, 3, 10) });
        world.Release("O-1", new Orders.ReleaseShipment("S-1", [1], Mode: "Air"));
        world.Milestone("S-1", Shipments.MilestoneKind.Delivered, new(2026, 3, 9, 0, 0, 0, default));
        await using var read = await (await _open(world.Journal)).CaughtUpAsync();
        Kept(read).Should().HaveCount(5 * 4, "an ever, a year, a month and a day for each grouping, and nothing due");

        world.Void("S-1", world.Shipment("S-1").Milestones.Keys.Single());
        await read.CaughtUpAsync();

        Kept(read).Should().HaveCount(
            5 + 5 * 3, "an ever for each grouping, and a year, a month and a day it is due in");
    }

    private static IEnumerable<string> Kept(ReadSide read) =>
        read.Dump().Where(row => row.StartsWith("kpi", StringComparison.Ordinal));

    private static async Task CompareAsync(ReadSide read, RandomHistory history)
    {
        var (one, other, today) = (history.Day(), history.Day(), history.Day());
        (DateOnly?, DateOnly?)[] periods =
        [
            (null, null), (one, null), (null, other), (one < other ? one : other, one < other ? other : one),
            (one, one.AddDays(1)), (one, one), (other, other.AddDays(40)),
            (new(one.Year, 1, 1), new(one.Year + 1, 1, 1)),
            (DateOnly.MinValue, DateOnly.MaxValue),
        ];
        foreach (var (from, to) in periods)
        {
            foreach (var grouping in Groupings)
            {
                var query = new KpiQuery(from, to, grouping);
                var kept = await read.Models.KpisAsync("demo", query, today);
                var counted = await read.Pool.ReadAsync(
                    session => KpisFromLines.Read(session, "demo", query, today), default);
                kept.Should().Be(counted, "that is what the lines say: {0} on {1}", query, today);
            }
        }
    }
}
