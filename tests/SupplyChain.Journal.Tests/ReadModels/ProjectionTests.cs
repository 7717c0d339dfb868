using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Inventory;
using SupplyChain.Journal.ReadModels.Sqlite;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Orders;

namespace SupplyChain.Journal.ReadModels;

public sealed class ProjectionTests
{
    private static readonly (string Name, string Columns)[] Tables =
    [
        ("checkpoint", "position, events"),
        ("due_work", "tenant, kind, id, work, since, version"),
        ("orders", "tenant, number, sort_at, customer, placed_at, status, units, backordered, warehouses, version"),
        ("order_lines", "tenant, number, line, allocated, backordered, shipped, delivered, delivered_on, open"),
        ("order_skus", "tenant, sku, sort_at, number"),
        ("order_warehouses", "tenant, warehouse, sort_at, number"),
        ("order_holds", "tenant, warehouse, number, shipment, units"),
        ("stock", "tenant, sku, warehouse, on_hand, reserved, rationed, version"),
        ("stock_ledger", "tenant, sku, warehouse, version, type, quantity, on_hand, reserved, cause, number"),
        ("shipments", "tenant, id, number, warehouse, mode, status, warehouse_closed, eta_at, promise, version"),
        ("warehouses", "tenant, id, name, closed_reason, resourced_lines, version"),
        ("products", "tenant, sku, description, version"),
        ("exceptions", "tenant, id, kind, entity, since, resolved_at, units, reason"),
    ];

    private readonly World _world = Worlds.Busy();

    [Fact]
    public async Task Tables_do_not_depend_on_where_the_projection_was_interrupted()
    {
        var rows = _world.Journal.Rows;
        var growing = MemoryJournal.Of(rows.Take(rows.Count / 3));
        await using var read = await new ReadSide(growing).CaughtUpAsync();
        foreach (var row in rows.Skip(rows.Count / 3))
        {
            growing.Add(row);
            if (row.Position.Number % 37 == 0)
            {
                await read.RestartAsync();
            }
        }
        await read.CaughtUpAsync();

        await using var atOnce = await new ReadSide(_world.Journal).CaughtUpAsync();
        Dump(read).Should().Equal(Dump(atOnce));
    }

    [Fact]
    public async Task Two_projectors_of_one_file_take_every_event_in_once()
    {
        using var directory = new TemporaryDirectory();
        var file = new ReadFile(Path.Combine(directory.Path, "read.db"), TimeProvider.System);
        var growing = new MemoryJournal();
        using (var one = new Projector(growing, file.OpenWriter(), 100, NullLogger.Instance))
        using (var other = new Projector(growing, file.OpenWriter(), 100, NullLogger.Instance))
        {
            foreach (var chunk in _world.Journal.Rows.Chunk(7))
            {
                Array.ForEach(chunk, growing.Add);
                await Task.WhenAll(Task.Run(() => DrainAsync(one)), Task.Run(() => DrainAsync(other)));
            }
        }

        await using var alone = await new ReadSide(_world.Journal).CaughtUpAsync();
        using var tables = new ReadTables(file.OpenReader(), () => { });
        Dump(tables).Should().Equal(Dump(alone));
    }

    [Fact]
    public async Task A_rebuild_ends_with_the_same_tables()
    {
        await using var read = await new ReadSide(_world.Journal).CaughtUpAsync();
        var before = Dump(read);

        await read.Projection.RebuildAsync().Soon();

        Dump(read).Should().Equal(before);
        read.Projection.RebuildPercent.Should().BeNull();
        (await read.Models.ProductsAsync("demo", new())).Items.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_rebuild_repairs_what_was_changed_by_hand()
    {
        await using var read = await new ReadSide(_world.Journal).CaughtUpAsync();
        await read.RestartAsync(() =>
        {
            using var connection = new SqliteFile(read.Path, TimeSpan.FromSeconds(5)).OpenWriter();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM orders";
            command.ExecuteNonQuery();
        });

        await read.Projection.RebuildAsync().Soon();

        (await read.VerifyAsync(Appending.Now.AddDays(1))).Violations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("this is no database, and it is long enough to look like one to nobody")]
    [InlineData("")]
    public async Task A_file_that_cannot_be_used_is_made_anew(string content)
    {
        await using var read = await new ReadSide(_world.Journal).CaughtUpAsync();
        var before = Dump(read);

        await read.RestartAsync(() => File.WriteAllText(read.Path, content));

        Dump(await read.CaughtUpAsync()).Should().Equal(before);
    }

    [Fact]
    public async Task Tables_ahead_of_a_journal_that_was_taken_back_start_over()
    {
        await using var read = await new ReadSide(_world.Journal).CaughtUpAsync();
        var older = MemoryJournal.Of(_world.Journal.Rows.Take(40));

        await read.RestartAsync(journal: older);
        older.Add(_world.Journal.Rows[40]);
        while (read.Projection.Position != await older.TailPositionAsync())
        {
            await read.Signals.Progress.WaitAsync(read.Signals.Progress.Count, default).Soon();
        }

        await using var fresh = await new ReadSide(older).CaughtUpAsync();
        Dump(read).Should().Equal(Dump(fresh));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_does_not_hold_up_the_others()
    {
        var journal = MemoryJournal.Of(_world.Journal.Rows.Select(row =>
            row.Type == "order.placed" && row.Stream.Id == "O-1" ? row with { Schema = 99 } : row));
        await using var read = await new ReadSide(journal).CaughtUpAsync();

        var orders = await read.Models.OrdersAsync("demo", new(), new());

        orders.Items.Select(order => order.Number.Value).Should().NotContain("O-1").And.Contain(["O-2", "O-10"]);
        (await read.VerifyAsync(Appending.Now.AddDays(1))).Ok.Should().BeFalse();
    }

    [Fact]
    public async Task A_long_stream_goes_on_from_its_snapshot_unless_that_is_newer()
    {
        var world = new World();
        world.Warehouse("WH-1");
        for (var i = 0; i < 300; i++)
        {
            world.Receive($"R-{i}", "WH-1", ("A", 1));
        }
        var stream = new StreamId("demo", StockItem.Kind, "A@WH-1");
        await using var read = await new ReadSide(world.Journal).CaughtUpAsync();
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
        await using var read = new ReadSide(journal);
        var arrived = read.Models.WaitAsync();
        arrived.IsCompleted.Should().BeFalse();
        var row = _world.Journal.Rows[0] with { Stream = new("demo", "later", "L-1"), Type = "later.noted" };

        journal.Add(row with { Work = UnfinishedWork.Handover });
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
        await using var read = await new ReadSide(journal).CaughtUpAsync();

        (await read.Models.ReadAsync(2)).Select(due => due.Stream.Id).Should().Equal("old", "middle");
        (await read.Models.ReadAsync(9, UnfinishedWork.Handover)).Select(due => due.Stream.Id)
            .Should().Equal("middle", "new");
    }

    [Fact]
    public async Task Lag_is_the_age_of_the_oldest_event_not_shown()
    {
        await using var read = await new ReadSide(_world.Journal).CaughtUpAsync();
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
            StockItem.Evolve(stock, EventCodec.Decode<StockEvent>(row), row.RecordedAt));
        var data = JsonSerializer.SerializeToUtf8Bytes(state, EventCodec.Json);
        return world.Journal.SaveSnapshotAsync(stream, new(StockItem.StateSchema, version, data, rows[^1].Hash));
    }

    private static async Task DrainAsync(Projector projector)
    {
        while ((await projector.StepAsync(default)).Events > 0)
        {
        }
    }

    private static string[] Dump(ReadSide read)
    {
        using var tables = read.Store.OpenTables();
        return Dump((ReadTables)tables);
    }

    private static string[] Dump(ReadTables tables)
    {
        var rows = new List<string>();
        foreach (var (name, columns) in Tables)
        {
            tables.Each(name, columns, row => rows.Add($"{name}: {string.Join('|', row)}"));
        }
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
