using Npgsql;
using SupplyChain.Inventory;
using SupplyChain.Journal.Postgres;
using SupplyChain.Journal.Verification;
using SupplyChain.Orders;
using SupplyChain.Tables.Postgres;

namespace SupplyChain.Journal.ReadModels.Postgres;

/// <summary>
/// Nodes of this release and of the one before it use one database: that one has its read tables beside the journal.
/// </summary>
public sealed class PostgresLayoutTests : IAsyncLifetime
{
    // What a node of the release before has while it projects, and what it wrote.
    private const string Projects = """
        SELECT pg_advisory_lock(x'537570706c795265'::bigint);
        INSERT INTO feature_readers (node, reads_up_to, seen_at) VALUES ('older', 2, clock_timestamp());
        UPDATE checkpoint SET position = '0-0-1', events = 1;
        INSERT INTO products (tenant, sku, description, version) VALUES ('demo', 'OLD', 'of the release before', 1);
        """;

    private const string Former = """
        SELECT string_agg(c::text, '/') || string_agg(r::text, '/') || string_agg(p::text, '/')
        FROM public.checkpoint c, public.rebuilds r, public.products p
        """;

    private readonly World _world = Worlds.Corrected();
    private NpgsqlConnection _older = null!;
    private PostgresReadSide _read = null!;

    /// <summary>A database that the release before made, while a node of it projects.</summary>
    public async ValueTask InitializeAsync()
    {
        var connectionString = await (await RunningPostgres.SharedAsync()).CreateDatabaseAsync();
        _older = new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await _older.OpenAsync();
        var scripts = PostgresMigrations.With(PostgresReadModelServices.Scripts);
        PostgresMigrations.Apply(
            _older, scripts.TakeWhile(script => !script.Sql.Contains(PostgresLayout.Schema)).ToList());
        await using (var projects = new NpgsqlCommand(Projects, _older))
        {
            await projects.ExecuteNonQueryAsync();
        }
        _read = new(connectionString);
        await _read.StartAsync(_world.Journal);
        await _read.CaughtUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        await _older.DisposeAsync();
    }

    [Fact]
    public async Task Every_read_table_lies_in_the_schema_of_its_form()
    {
        var tables = await _read.AskAsync<string[]>($"""
            SELECT array_agg(tablename::text) FROM pg_tables WHERE schemaname = '{PostgresLayout.Schema}'
            """);

        tables.Should().BeEquivalentTo([.. AggregateReadModels.Tables.Select(table => table.Name), "rebuilds"]);
    }

    [Fact]
    public async Task The_tables_of_the_release_before_stay_as_its_nodes_left_them()
    {
        var before = await _read.AskAsync<string>(Former);

        _world.Place("N-1", "A", 1);
        await _read.Projection.RebuildAsync().Soon();
        await _read.CaughtUpAsync();

        (await _read.AskAsync<string>(Former)).Should().Be(before).And.Contain("OLD");
        (await _read.Models.ProductsAsync("demo", new())).Items.Should().HaveCount(4)
            .And.NotContain(product => product.Sku == new Sku("OLD"));
        (await _read.VerifyAsync(_world.Now.AddDays(1))).Violations.Should()
            .NotContain(violation => violation.Invariant == "read-tables");
    }

    [Fact]
    public async Task They_are_gone_once_its_nodes_cannot_come_back()
    {
        await _read.RestartAsync();
        await _read.CaughtUpAsync();
        (await _read.AskAsync<bool>("SELECT to_regclass('public.stock_ledger') IS NULL")).Should().BeFalse();

        await using (var reads = new NpgsqlCommand("BEGIN; SELECT count(*) FROM public.stock_ledger", _older))
        {
            await reads.ExecuteNonQueryAsync();
            await _read.RestartAsync(() => _read.ExecuteAsync("UPDATE feature_level SET level = 3"));
            _world.Place("N-1", "A", 1);
            await _read.CaughtUpAsync();
            (await _read.AskAsync<bool>("SELECT to_regclass('public.stock_ledger') IS NULL")).Should().BeFalse();
            reads.CommandText = "COMMIT";
            await reads.ExecuteNonQueryAsync();
        }
        await _read.RestartAsync();
        await _read.CaughtUpAsync();

        (await _read.AskAsync<string[]>("SELECT array_agg(tablename::text) FROM pg_tables WHERE schemaname = 'public'"))
            .Should().Contain("snapshots").And.NotContain("stock_ledger")
            .And.NotContain(AggregateReadModels.Tables.Select(table => table.Name)).And.NotContain("rebuilds");
        (await _read.Models.OrdersAsync("demo", new(), new(1_000))).Items.Should()
            .Contain(order => order.Number == new OrderId("N-1"));
    }

    [Fact]
    public async Task The_server_has_looked_at_tables_that_have_just_grown()
    {
        const string HasLooked = $"""
            SELECT last_analyze IS NOT NULL FROM pg_stat_user_tables
            WHERE schemaname = '{PostgresLayout.Schema}' AND relname = 'orders'
            """;
        (await _read.AskAsync<bool>(HasLooked)).Should().BeFalse();

        for (var order = 0; order < 700; order++)
            _world.Place($"N-{order}", "A", 1);
        await _read.CaughtUpAsync();

        (await _read.AskAsync<bool>(HasLooked)).Should().BeTrue();
    }

    [Fact]
    public async Task New_tables_are_not_listed_from_before_they_show_what_the_journal_has()
    {
        using var gate = new ManualResetEventSlim();
        await _read.RestartAsync(
            () => _read.ExecuteAsync("UPDATE rebuilds SET done = -1"), Watched.Over(_world.Journal, gate.Wait));
        for (var tries = 0; !_read.Projection.IsFilling && tries < 500; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
        _world.Place("N-1", "A", 1);
        var listed = _read.Models.OrdersAsync("demo", new(), new(1_000));
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        listed.IsCompleted.Should().BeFalse();
        _read.Projection.RebuildPercent.Should().NotBeNull();

        gate.Set();

        (await listed.Soon()).Items.Should().Contain(order => order.Number == new OrderId("N-1"));
        _read.Projection.IsFilling.Should().BeFalse();
        _read.Projection.RebuildPercent.Should().BeNull();
    }
}
