using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Npgsql;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain;

/// <summary>A program of its own, with the SDK.</summary>
public sealed class ConnectingFromOutside
{
    private static readonly PlaceOrder Order = new("C-1", new("DE"), [new(1, "LAMP", 4)]);

    [Fact]
    public async Task Orders_are_placed_once_and_calls_find_another_node_when_theirs_was_killed()
    {
        await using var nodes = await Nodes.NoneAsync();
        var two = await Task.WhenAll(nodes.StartAsync(), nodes.StartAsync());
        await using var chain = await ConnectAsync(two.Select(node => node.Gateway));
        await StockAsync(chain);

        var first = await chain.Orders.PlaceAsync("O-1", Order);
        var again = await chain.Orders.PlaceAsync("O-1", Order);
        var other = await chain.Orders.PlaceAsync("O-1", Order with { Customer = "C-2" });

        first.Value!.Status.Should().Be(OrderStatus.Allocated);
        (first.Replayed, again.Replayed, again.Value!.Version).Should().Be((false, true, first.Value.Version));
        other.Refusal.Should().Be(Refusal.Conflict);

        two[0].Kill();
        for (var n = 2; n < 12; n++)
            (await PlacedAsync(chain, $"O-{n}")).Status.Should().Be(OrderStatus.Allocated);
        (await chain.Inventory.GetStockAsync("LAMP")).Items.Should().ContainSingle().Which.Reserved.Should().Be(44);
    }

    [Fact]
    public async Task Gateways_are_found_in_the_database_by_a_user_who_may_read_two_tables()
    {
        await using var nodes = await Nodes.NoneAsync();
        var node = await nodes.StartAsync();
        var user = $"erp_{Guid.NewGuid():N}";
        await using (var source = NpgsqlDataSource.Create(nodes.Postgres))
        {
            await using var command = source.CreateCommand(
                $"CREATE ROLE {user} LOGIN PASSWORD 'erp'; GRANT SELECT ON OrleansQuery, orleans_members TO {user}");
            await command.ExecuteNonQueryAsync();
        }
        var asErp = new NpgsqlConnectionStringBuilder(nodes.Postgres) { Username = user, Password = "erp" };
        await using var chain = await SupplyChainClient.ConnectAsync(
            new SupplyChainClientOptions().UsePostgres(asErp.ConnectionString));
        await StockAsync(chain);

        await nodes.StartAsync();
        node.Kill();

        (await PlacedAsync(chain, "O-1")).Status.Should().Be(OrderStatus.Allocated);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_no_cluster_answers_the_sdk_says_so(bool someoneListens)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        if (!someoneListens)
            silent.Stop();
        var patience = TimeSpan.FromSeconds(2);

        await FluentActions.Awaiting(() => SupplyChainClient.ConnectAsync(new()
        {
            Gateways = [$"127.0.0.1:{port}"], ConnectDeadline = patience,
        })).Should().ThrowAsync<UnavailableException>().WithMessage($"*127.0.0.1:{port} answered within 2 s*");
    }

    /// <summary>What is unavailable for longer than one call may take is asked for again, with the same id.</summary>
    private static async Task<OrderDetails> PlacedAsync(SupplyChainClient chain, string number)
    {
        OrderReply? reply = null;
        var placed = await Deadline.WaitAsync(TimeSpan.FromSeconds(30), async () =>
        {
            try
            {
                reply = await chain.Orders.PlaceAsync(number, Order);
                return true;
            }
            catch (UnavailableException)
            {
                return false;
            }
        });
        placed.Should().NotBeNull();
        return reply!.Value!;
    }

    private static async Task StockAsync(SupplyChainClient chain)
    {
        await chain.Warehouses.PutAsync("rotterdam", new("Rotterdam", 51.9, 4.1));
        await chain.Inventory.PutProductAsync("LAMP", new("Lamp"));
        await chain.Inventory.RecordReceiptAsync("R-1", new("rotterdam", [new("LAMP", 100)]));
    }

    private static Task<SupplyChainClient> ConnectAsync(IEnumerable<string> gateways) =>
        SupplyChainClient.ConnectAsync(new() { Gateways = [.. gateways] });
}
