using System.Text.Json;
using SupplyChain.Inventory;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Tables;

namespace SupplyChain.Journal.ReadModels;

public abstract class ProjectionContract
{
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = Worlds.Corrected();

    private protected ProjectionContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    [Fact]
    public async Task Tables_do_not_depend_on_where_the_projection_was_interrupted()
    {
        var rows = _world.Journal.Rows;
        var growing = MemoryJournal.Of(rows.Take(rows.Count / 3));
        await using var read = await OpenAsync(growing);
        foreach (var row in rows.Skip(rows.Count / 3))
        {
            growing.Add(row);
            if (row.Position.Number % 37 == 0)
            {
                await read.RestartAsync();
            }
        }
        await read.CaughtUpAsync();

        await using var atOnce = await OpenAsync(_world.Journal);
        read.Dump().Should().Equal(atOnce.Dump());
    }

    [Fact]
    public async Task Two_projectors_of_the_same_tables_take_every_event_in_once()
    {
        var growing = new MemoryJournal();
        await using var read = await OpenAsync(growing);
        await read.Projection.StopAsync(default);
        using (var one = await read.NewProjectorAsync())
        using (var other = await read.NewProjectorAsync())
        {
            foreach (var chunk in _world.Journal.Rows.Chunk(7))
            {
                Array.ForEach(chunk, growing.Add);
                await Task.WhenAll(Task.Run(() => DrainAsync(one)), Task.Run(() => DrainAsync(other)));
            }
        }

        await using var alone = await OpenAsync(_world.Journal);
        read.Dump().Should().Equal(alone.Dump());
    }

    [Fact]
    public async Task A_projector_that_was_overtaken_loses_and_goes_on_from_there()
    {
        var growing = MemoryJournal.Of(_world.Journal.Rows.Take(20));
        await using var read = await OpenAsync(growing);
        await read.Projection.StopAsync(default);
        using var paused = await read.NewProjectorAsync();
        using var other = await read.NewProjectorAsync();
        foreach (var row in _world.Journal.Rows.Skip(20))
        {
            growing.Add(row);
        }
        await DrainAsync(other);
        var before = read.Dump();

        await paused.StepAsync(default);

        read.Dump().Should().Equal(before);
        paused.Position.Should().Be(other.Position);
        await using var alone = await OpenAsync(_world.Journal);
        before.Should().Equal(alone.Dump());
    }

    [Fact]
    public async Task Tables_do_not_depend_on_which_release_wrote_the_movements()
    {
        var rows = _world.Journal.Rows;
        var raised = rows.Count / 2;
        var growing = MemoryJournal.Of(rows.Take(raised).Select(OlderRelease.Wrote));
        await using var read = await OpenAsync(growing);
        foreach (var row in rows.Skip(raised))
        {
            growing.Add(row);
            if (row.Position.Number % 37 == 0)
            {
                await read.RestartAsync();
            }
        }
        await read.CaughtUpAsync();

        await using var atOnce = await OpenAsync(_world.Journal);
        ButBytes(read).Should().Equal(ButBytes(atOnce));
        await using var old = await OpenAsync(MemoryJournal.Of(rows.Select(OlderRelease.Wrote)));
        ButBytes(old).Should().Equal(ButBytes(atOnce));
        var report = await read.VerifyAsync(_world.Now.AddDays(1));
        report.Violations.Should().BeEmpty();
        growing.Rows.Select(row => row.Type).Should().Contain(["stock.received", "stock.issued", "stock.moved"]);
    }

    /// <summary>The rows without those that count bytes: an older release wrote the same in others.</summary>
    private static IEnumerable<string> ButBytes(ReadSide read) =>
        read.Dump().Where(row => !row.StartsWith("tenant_usage", StringComparison.Ordinal));

    [Fact]
    public async Task A_rebuild_ends_with_the_same_tables()
    {
        await using var read = await OpenAsync(_world.Journal);
        var before = read.Dump();

        await read.Projection.RebuildAsync().Soon();

        read.Dump().Should().Equal(before);
        read.Projection.RebuildPercent.Should().BeNull();
        (await read.Models.ProductsAsync("demo", new())).Items.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_rebuild_repairs_what_was_changed_by_hand()
    {
        await using var read = await OpenAsync(_world.Journal);
        await read.RestartAsync(() => read.ExecuteAsync("DELETE FROM orders"));

        await read.Projection.RebuildAsync().Soon();

        (await read.VerifyAsync(Appending.Now.AddDays(1))).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Tables_ahead_of_a_journal_that_was_taken_back_start_over()
    {
        await using var read = await OpenAsync(_world.Journal);
        var older = MemoryJournal.Of(_world.Journal.Rows.Take(40));

        await read.RestartAsync(journal: older);
        older.Add(_world.Journal.Rows[40]);
        while (read.Projection.Position != await older.TailPositionAsync())
        {
            await read.Signals.Progress.WaitAsync(read.Signals.Progress.Count, default).Soon();
        }

        await using var fresh = await OpenAsync(older);
        read.Dump().Should().Equal(fresh.Dump());
    }

    [Fact]
    public async Task A_damaged_stream_does_not_hold_up_the_others()
    {
        var journal = MemoryJournal.Of(_world.Journal.Rows.Select(row =>
            row.Type == "order.placed" && row.Stream.Id == "O-1" ? row with { Data = "{"u8.ToArray() } : row));
        await using var read = await OpenAsync(journal);

        var orders = await read.Models.OrdersAsync("demo", new(), new());

        orders.Items.Select(order => order.Number.Value).Should().NotContain("O-1").And.Contain(["O-2", "O-10"]);
        (await read.VerifyAsync(Appending.Now.AddDays(1))).Ok.Should().BeFalse();
    }

    [Fact]
    public async Task An_event_of_a_newer_version_stops_the_tables_before_it_and_says_so()
    {
        var journal = MemoryJournal.Of(_world.Journal.Rows);
        await using var read = await OpenAsync(journal);
        var before = read.Dump();
        var stoppedAt = read.Projection.Position;

        journal.Add(_world.Journal.Rows[^1] with { Type = "order.telepathed" });
        journal.Add(_world.Journal.Rows[0] with { Stream = new("demo", Order.Kind, "O-later") });
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (read.Projection.Stopped is null)
        {
            await Task.Delay(20, deadline.Token);
        }

        read.Projection.Stopped.Should().Contain("order.telepathed").And.Contain("newer version");
        read.Projection.Position.Should().Be(stoppedAt);
        read.Dump().Should().Equal(before);
    }

    [Fact]
    public async Task A_stock_item_whose_events_say_the_level_is_not_folded()
    {
        var world = new World();
        world.Warehouse("WH-1");
        world.Receive("R-1", "WH-1", ("A", 5));
        await using var read = await OpenAsync(world.Journal);
        await read.RestartAsync();

        world.Receive("R-2", "WH-1", ("A", 2));
        world.Place("O-1", "A", 4);
        await read.CaughtUpAsync();

        world.Journal.EventsReread.Should().Be(0);
        (await read.Models.StockAsync("demo", new(), new())).Items.Should().ContainSingle()
            .Which.Should().Be(world.Stock("A", "WH-1").Level(new("A", "WH-1"), isRationed: false));
    }

    [Fact]
    public async Task A_long_stream_goes_on_from_its_snapshot_unless_that_is_newer()
    {
        var world = new World();
        world.Journal.Level = FeatureLevel.First; // its movements do not say the level
        world.Warehouse("WH-1");
        for (var i = 0; i < 300; i++)
        {
            world.Receive($"R-{i}", "WH-1", ("A", 1));
        }
        var stream = new StreamId("demo", StockItem.Kind, "A@WH-1");
        await using var read = await OpenAsync(world.Journal);
        await SnapshotAsync(world, stream, 290);
        await read.RestartAsync();
        world.Receive("R-300", "WH-1", ("A", 1));
        await read.CaughtUpAsync();
        world.Journal.EventsReread.Should().Be(10, "the snapshot holds the first 290 events");

        await read.RestartAsync();
        world.Receive("R-301", "WH-1", ("A", 1));
        await SnapshotAsync(world, stream, 302);
        await read.CaughtUpAsync();

        (await read.Models.StockAsync("demo", new(), new())).Items.Should().ContainSingle()
            .Which.OnHand.Should().Be(302);
    }

    [Fact]
    public async Task Work_of_a_stream_nobody_knows_is_due_until_it_is_done()
    {
        var journal = new MemoryJournal();
        await using var read = await OpenAsync(journal);
        var arrived = read.Models.WaitAsync();
        arrived.IsCompleted.Should().BeFalse();
        var row = _world.Journal.Rows[0] with { Stream = new("demo", "later", "L-1") };

        journal.Add(row with { Work = (int)UnfinishedWork.Handover });
        await arrived.Soon();
        var due = await read.Models.ReadAsync(10);
        journal.Add(row);
        await read.CaughtUpAsync();

        due.Should().Equal(new DueWork(row.Stream, UnfinishedWork.Handover, row.RecordedAt, 1));
        (await read.Models.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Due_work_comes_by_age_and_by_sort()
    {
        var journal = new MemoryJournal();
        foreach (var (id, work, minute) in new[]
        {
            ("new", UnfinishedWork.Handover, 2), ("old", UnfinishedWork.Own, 0), ("middle", UnfinishedWork.Handover, 1),
        })
        {
            journal.Append(
                new("demo", Order.Kind, id), [new OrderEvent.GrantsReturned("A", [])], work,
                Appending.Now.AddMinutes(minute), null);
        }
        await using var read = await OpenAsync(journal);

        (await read.Models.ReadAsync(2)).Select(due => due.Stream.Id).Should().Equal("old", "middle");
        (await read.Models.ReadAsync(9, UnfinishedWork.Handover)).Select(due => due.Stream.Id)
            .Should().Equal("middle", "new");
    }

    [Fact]
    public async Task Lag_is_the_age_of_the_oldest_event_not_shown()
    {
        await using var read = await OpenAsync(_world.Journal);
        (await read.Projection.LagAsync(_world.Now.AddDays(1))).Should().Be(TimeSpan.Zero);
        await read.Projection.StopAsync(default);

        _world.Product("E");
        var first = _world.Now;
        _world.Product("F");

        (await read.Projection.LagAsync(first.AddSeconds(7))).Should().Be(TimeSpan.FromSeconds(7));
    }

    private static Task SnapshotAsync(World world, StreamId stream, int version)
    {
        var rows = world.Journal.Rows.Where(row => row.Stream == stream).Take(version).ToArray();
        var state = rows.Aggregate(StockItem.Initial, (stock, row) =>
            StockItem.Evolve(stock, EventCodec.Decode<StockEvent>(row.Type, row.Schema, row.Data), row.RecordedAt));
        var data = JsonSerializer.SerializeToUtf8Bytes(state, EventCodec.Json);
        return world.Journal.SaveSnapshotAsync(stream, new(StockItem.StateSchema, version, data, rows[^1].Hash));
    }

    private static async Task DrainAsync(Projector projector)
    {
        while ((await projector.StepAsync(default)).Events > 0)
        {
        }
    }

    private async Task<ReadSide> OpenAsync(IJournal journal) => await (await _open(journal)).CaughtUpAsync();
}
