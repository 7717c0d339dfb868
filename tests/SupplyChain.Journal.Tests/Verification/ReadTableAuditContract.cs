using SupplyChain.Journal.ReadModels;

namespace SupplyChain.Journal.Verification;

/// <summary>Read tables verify, and whatever is changed in them is found.</summary>
public abstract class ReadTableAuditContract
{
    private static readonly DateTimeOffset Later = Appending.Now.AddDays(1);

    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = Worlds.Busy();

    private protected ReadTableAuditContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    [Fact]
    public async Task A_world_that_ran_by_the_rules_verifies()
    {
        await using var read = await OpenAsync();

        var report = await read.VerifyAsync(Later);

        report.Violations.Should().BeEmpty();
        report.Ok.Should().BeTrue();
        report.Pending.Should().Be(0);
        report.Events.Should().Be(_world.Journal.Rows.Count);
        report.Streams.Should().Be(_world.Journal.Rows.Select(row => row.Stream).Distinct().Count());
        report.Checked.Should().BeEquivalentTo(
            "never-oversell", "conservation", "nothing-undecided", "reservations-match", "one-effect-per-cause",
            "shipment-custody", "versions-without-gap", "hash-chain", "events-readable",
            "tenant-isolation", "read-tables");
    }

    [Theory]
    [InlineData("UPDATE orders SET status = 4 WHERE number = 'O-1'")]
    [InlineData("UPDATE order_lines SET delivered_on = delivered_on + 1 WHERE number = 'O-1'")]
    [InlineData("UPDATE orders SET due = 1 WHERE number = 'O-9'")]
    [InlineData("UPDATE order_lines SET held_in = 'WH-9' WHERE number = 'O-9'")]
    [InlineData("UPDATE order_holds SET lines = lines + 1 WHERE number = 'O-9'")]
    [InlineData("DELETE FROM order_holds WHERE number = 'O-9'")]
    [InlineData("UPDATE stock SET received = received + 1 WHERE sku = 'A'")]
    [InlineData("UPDATE stock SET movements = movements + 1 WHERE sku = 'D'")]
    [InlineData("UPDATE stock SET reserved = reserved + 1 WHERE sku = 'A'")]
    [InlineData("DELETE FROM stock WHERE sku = 'D'")]
    [InlineData("UPDATE shipments SET tenant = 'other' WHERE id = 'S-1'")]
    [InlineData("UPDATE warehouses SET closed_reason = NULL")]
    [InlineData("DELETE FROM products WHERE sku = 'C'")]
    [InlineData("UPDATE kpis SET on_time = on_time + 1 WHERE grouping = 0 AND span = 0")]
    [InlineData("DELETE FROM kpis WHERE grouping = 3")]
    [InlineData("INSERT INTO kpi_due VALUES ('demo', 0, 2, 24300, '', 1)")]
    [InlineData("INSERT INTO due_work VALUES ('demo', 'order', 'O-1', 1, 0, 1)")]
    public async Task A_read_table_that_says_something_else_is_found(string change)
    {
        await using var read = await OpenAsync();
        await read.RestartAsync(async () => (await read.ExecuteAsync(change)).Should().BePositive());

        var report = await read.VerifyAsync(Later);

        report.Violations.Should().NotBeEmpty().And.OnlyContain(violation => violation.Invariant == "read-tables");
    }

    private async Task<ReadSide> OpenAsync() => await (await _open(_world.Journal)).CaughtUpAsync();
}
