using SupplyChain.Tenants;

namespace SupplyChain.Journal.ReadModels;

/// <summary>What tenants use is kept by the day on which the journal recorded it.</summary>
public abstract class UsageContract
{
    private readonly Func<IJournal, Task<ReadSide>> _open;

    private protected UsageContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    [Fact]
    public async Task A_day_begins_at_midnight_UTC_and_tenants_do_not_count_for_each_other()
    {
        var demo = new World();
        demo.Warehouse("WH-1");
        demo.Product("A");
        demo.Receive("R-1", "WH-1", ("A", 10));
        var midnight = new DateTimeOffset(demo.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        demo.Now = midnight.AddSeconds(-2);
        demo.Place("O-1", World.OrderOf("A", 1));
        demo.Now = midnight.AddSeconds(-1);
        demo.Place("O-2", World.OrderOf("A", 1));
        var other = new World("other", demo.Journal) { Now = midnight };
        other.Product("B");
        await using var read = await (await _open(demo.Journal)).CaughtUpAsync();

        foreach (var tenant in (string[])["demo", "other"])
        {
            var rows = demo.Journal.Rows.Where(row => row.Stream.Tenant == tenant).ToArray();
            var (days, bytes) = await read.Models.UsageAsync(tenant, DateOnly.MinValue, DateOnly.MaxValue);
            days.Should().Equal(
                from row in rows
                group row by DateOnly.FromDateTime(row.RecordedAt.UtcDateTime) into day
                orderby day.Key
                select new UsageDay(
                    day.Key, day.Count(row => row.Type == "order.placed"), day.Count(),
                    day.Sum(row => row.Data.Length), 0));
            bytes.Should().Be(rows.Sum(row => row.Data.Length));
        }
        var next = DateOnly.FromDateTime(midnight.UtcDateTime);
        var used = await read.Models.UsedAsync(next);
        used["demo"].Orders.Should().Be(1, "O-1 was placed before midnight, and O-2 at midnight");
        used["other"].Should().Be((0, demo.Journal.Rows.Where(row => row.Stream.Tenant == "other")
            .Sum(row => (long)row.Data.Length)));
        (await read.Models.UsageAsync("demo", next, next)).Days.Should().BeEmpty();
    }

    [Fact]
    public async Task A_rebuild_counts_the_same_and_verifying_compares()
    {
        var history = new RandomHistory(7);
        for (var i = 0; i < 100; i++)
        {
            history.Step(i);
        }
        await using var read = await (await _open(history.World.Journal)).CaughtUpAsync();
        var before = read.Dump();

        await read.Projection.RebuildAsync().Soon();

        read.Dump().Should().Equal(before);
        before.Should().Contain(row => row.StartsWith("tenant_usage: demo|", StringComparison.Ordinal));
        await read.ExecuteAsync("UPDATE tenant_usage SET bytes = bytes + 1");
        (await read.VerifyAsync(history.World.Now)).Violations.Should().Contain(
            violation => violation.Invariant == "read-tables" && violation.Message.Contains("orders, events, bytes"));
    }
}
