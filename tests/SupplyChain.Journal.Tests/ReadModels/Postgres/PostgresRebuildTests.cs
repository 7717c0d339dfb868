using SupplyChain.Inventory;

namespace SupplyChain.Journal.ReadModels.Postgres;

/// <summary>Tables are built anew in a schema of their own and take the place of those in use.</summary>
public sealed class PostgresRebuildTests : IAsyncLifetime
{
    private const string Schema = """
        SELECT string_agg(text, E'\n' ORDER BY text) FROM (
            SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
                || coalesce(collation_name, '') || ' ' || coalesce(column_default, '') AS text
            FROM information_schema.columns WHERE table_schema = 'supplychain_tables_2'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'supplychain_tables_2'
            UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'supplychain_tables_2'::regnamespace
        ) AS everything
        """;

    private readonly World _world = Worlds.Corrected();
    private PostgresReadSide _read = null!;

    public async ValueTask InitializeAsync()
    {
        _read = (PostgresReadSide)await PostgresReadSide.OpenAsync(_world.Journal);
        await _read.CaughtUpAsync();
    }

    public ValueTask DisposeAsync() => _read.DisposeAsync();

    [Fact]
    public async Task A_rebuild_leaves_columns_indexes_and_constraints_as_they_were()
    {
        var before = await _read.AskAsync<string>(Schema);

        await _read.Projection.RebuildAsync().Soon();

        (await _read.AskAsync<string>(Schema)).Should().Be(before).And.Contain("orders_by_placed");
    }

    [Fact]
    public async Task A_rebuild_while_orders_come_in_misses_none_and_questions_are_answered()
    {
        await using var other = await _read.JoinAsync();
        await _read.ExecuteAsync("DELETE FROM products");
        var asked = 0;

        var rebuild = other.Projection.RebuildAsync();
        for (var i = 0; !rebuild.IsCompleted || i < 50; i++)
        {
            _world.Place($"M-{i}", "B", 1);
            asked += (await _read.Models.OrdersAsync("demo", new(), new())).Items.Count;
        }
        await rebuild.Soon();
        await _read.CaughtUpAsync();

        asked.Should().BePositive();
        await using var fresh = await (await PostgresReadSide.OpenAsync(_world.Journal)).CaughtUpAsync();
        _read.Dump().Should().Equal(fresh.Dump());
        (await _read.Models.ProductsAsync("demo", new())).Items.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_rebuild_waits_for_whoever_needs_the_tables_as_they_are()
    {
        var tables = _read.Source.OpenTables();
        var before = tables.Dump();
        var rebuild = _read.Projection.RebuildAsync();
        _world.Product("Z");
        await _read.CaughtUpAsync();
        await Task.Delay(TimeSpan.FromSeconds(2.5));

        rebuild.IsCompleted.Should().BeFalse();
        tables.Dump().Should().Equal(before);
        tables.Dispose();

        await rebuild.Soon();
        _read.Dump().Should().NotEqual(before);
    }

    [Fact]
    public async Task A_rebuild_goes_on_when_the_one_who_did_it_is_gone()
    {
        await using var other = await _read.JoinAsync();
        using var tables = _read.Source.OpenTables(); // nothing can be exchanged yet
        var rebuild = other.Projection.RebuildAsync();
        while (!await _read.AskAsync<bool>("SELECT to_regclass('supplychain_tables_2_next.orders') IS NOT NULL"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        await _read.Projection.StopAsync(default);
        tables.Dispose();

        await rebuild.Soon();
        await using var fresh = await (await PostgresReadSide.OpenAsync(_world.Journal)).CaughtUpAsync();
        other.Dump().Should().Equal(fresh.Dump());
    }
}
