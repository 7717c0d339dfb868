using FluentAssertions;
using Npgsql;
using Xunit;

namespace SupplyChain.Bench.Sql;

/// <summary>What the nodes are compared with does the same work, and does it right.</summary>
public sealed class SqlOrderEntryTests
{
    private const int Clients = 8;
    private const int OrdersOfEach = 40;

    private static readonly OrderLoad Load = new()
    {
        Clients = Clients,
        Duration = TimeSpan.FromSeconds(1),
        Warmup = TimeSpan.FromSeconds(1),
        Warehouses = 3,
        Skus = 6,
        Lines = 3,
        Seed = 4,
    };

    [Theory]
    [InlineData("procedure", "Uniform")]
    [InlineData("procedure", "Hot")]
    [InlineData("interactive", "Zipf")]
    [InlineData("interactive", "Hot")]
    public async Task It_never_oversells_and_its_sums_add_up(string way, string skew)
    {
        await using var store = await CreateAsync(units: 60);

        var answers = await PlaceAsync(Entry(way, store), Enum.Parse<Skew>(skew));

        var placed = answers.Count(trouble => trouble is null);
        placed.Should().BePositive();
        answers.Should().Contain("not enough stock");
        answers.Should().OnlyContain(trouble => trouble == null || trouble == "not enough stock");
        (await AskAsync(store, "SELECT count(*) FROM orders")).Should().Be(placed);
        (await AskAsync(store, "SELECT count(*) FROM order_lines")).Should().Be(placed * Load.Lines);
        (await AskAsync(store, "SELECT count(*) FROM stock WHERE reserved > on_hand")).Should().Be(0);
        (await AskAsync(
            store,
            """
            SELECT count(*) FROM order_lines FULL JOIN reservations USING (number, line)
            WHERE order_lines.quantity IS DISTINCT FROM reservations.quantity
            """)).Should().Be(0, "each line is reserved, and nothing else is");
        (await AskAsync(
            store,
            """
            SELECT count(*) FROM stock LEFT JOIN (
                SELECT sku, warehouse, sum(reservations.quantity) AS units
                FROM reservations JOIN order_lines USING (number, line) GROUP BY sku, warehouse) AS held
            USING (sku, warehouse) WHERE reserved <> coalesce(units, 0)
            """)).Should().Be(0, "what is reserved is the sum of the reservations");
    }

    [Theory]
    [InlineData("procedure")]
    [InlineData("interactive")]
    public async Task Every_line_comes_from_the_nearest_warehouse_while_that_has_enough(string way)
    {
        await using var store = await CreateAsync(units: 1_000_000);
        var order = Orders(Skew.Uniform, client: 0).Next();

        (await Entry(way, store).PlaceAsync(order.Number, order.Order)).Should().BeNull();

        var nearest = SqlOrder.Of(order.Order, Load.Places()).Nearest[0];
        (await AskAsync(store, $"SELECT count(*) FROM reservations WHERE warehouse = {nearest}"))
            .Should().Be(Load.Lines);
    }

    [Theory]
    [InlineData("procedure", 1)]
    [InlineData("interactive", 5)]
    public async Task Its_statements_are_prepared_and_its_commits_durable(string way, int statements)
    {
        var server = (await RunningPostgres.SharedAsync()).ConnectionString;
        await using var store = await SqlStore.CreateAsync(
            server, Load with { Clients = 1 }, units: 1_000_000, CancellationToken.None);
        var (entry, orders) = (Entry(way, store), Orders(Skew.Uniform, client: 0));

        for (var i = 0; i < 3; i++)
        {
            var (number, order) = orders.Next();
            (await entry.PlaceAsync(number, order)).Should().BeNull();
        }

        (await AskAsync(
            store, "SELECT count(*) FROM pg_prepared_statements WHERE statement ~ '\\$[0-9]'")).Should().Be(statements);
        (await AskAsync(
            store,
            """
            SELECT count(*) FROM pg_settings
            WHERE name = 'synchronous_commit' AND setting = 'on' AND source = 'client'
            """)).Should().Be(1);
    }

    [Fact]
    public void The_nearest_warehouse_is_the_first()
    {
        var order = Orders(Skew.Uniform, client: 0).Next().Order;
        var shipTo = new Network.GeoPoint(order.ShipTo.Latitude!.Value, order.ShipTo.Longitude!.Value);

        var sorted = SqlOrder.Of(order, Load.Places());

        sorted.Nearest.Should().HaveCount(Load.Warehouses).And.OnlyHaveUniqueItems();
        sorted.Nearest.Select(warehouse => Network.GreatCircle.DistanceKm(Load.Places()[warehouse], shipTo))
            .Should().BeInAscendingOrder();
    }

    [Theory]
    [InlineData("Uniform")]
    [InlineData("Hot")]
    public void Lines_come_in_one_order_of_products_the_most_wanted_last(string skew)
    {
        var order = Orders(Enum.Parse<Skew>(skew), client: 0).Next().Order;

        var skus = SqlOrder.Of(order, Load.Places()).Lines.Select(line => line.Sku.Value).ToArray();

        skus.Should().BeEquivalentTo(order.Lines.Select(line => line.Sku.Value))
            .And.BeInDescendingOrder(StringComparer.Ordinal);
        skus.Contains(Load.HotSku).Should().Be(skew == "Hot");
        if (skew == "Hot")
            skus[^1].Should().Be(Load.HotSku);
    }

    private static async Task<SqlStore> CreateAsync(long units) => await SqlStore.CreateAsync(
        (await RunningPostgres.SharedAsync()).ConnectionString, Load, units, CancellationToken.None);

    private static SqlOrderEntry Entry(string way, SqlStore store) =>
        way == "procedure" ? new ProcedureEntry(store, Load) : new TransactionEntry(store, Load);

    private static OrderMaker Orders(Skew skew, int client) =>
        new(Load, skew, OrderMaker.Popularity(Load.Skus, skew), client);

    private static async Task<string?[]> PlaceAsync(SqlOrderEntry entry, Skew skew)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var (maker, own) = (Orders(skew, client), new List<string?>());
            for (var i = 0; i < OrdersOfEach; i++)
            {
                var (number, order) = maker.Next();
                own.Add(await entry.PlaceAsync(number, order));
            }
            return own;
        })));
        return [.. answers.SelectMany(own => own)];
    }

    private static async Task<long> AskAsync(SqlStore store, string sql)
    {
        await using NpgsqlCommand ask = store.Source.CreateCommand(sql);
        return (long)(await ask.ExecuteScalarAsync())!;
    }
}
