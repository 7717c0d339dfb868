using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>What twenty programs do at the same moment, over HTTP.</summary>
public sealed class ManyAtOnce(OneNode node)
{
    [Theory]
    [InlineData(true, "Backordered")]
    [InlineData(false, "Rejected")]
    public async Task Twenty_clients_want_the_last_unit_and_one_gets_it(bool mayWait, string others)
    {
        var (sku, warehouse) = (Fresh("S"), Fresh("W"));
        await node.WarehouseAsync(warehouse, 53.55, 9.99);
        await node.ProductAsync(sku);
        await node.ReceiveAsync(warehouse, sku, 1);

        var orders = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            node.PlaceAsync(Fresh("O"), OneNode.Order(sku, 1, backorder: mayWait))));

        orders.Count(order => order.Status == "Allocated").Should().Be(1);
        orders.Count(order => order.Status == others).Should().Be(19);
        var stock = await node.Http.GetAsync<SeenStock>($"stock/{sku}");
        stock.Totals.Should().Be(new SeenTotals(OnHand: 1, Reserved: 1, Available: 0));
    }

    [Fact]
    public async Task The_same_order_sent_twenty_times_at_once_is_one_order_and_nineteen_replays()
    {
        var (sku, warehouse, number) = (Fresh("S"), Fresh("W"), Fresh("O"));
        await node.WarehouseAsync(warehouse, 53.55, 9.99);
        await node.ProductAsync(sku);
        await node.ReceiveAsync(warehouse, sku, 100);
        var body = NodeHttp.Bytes(OneNode.Order(sku, 3));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            node.Http.SendAsync(HttpMethod.Put, $"orders/{number}", body)));

        answers.Count(answer => answer.Status == 201 && answer.Member("replayed") == bool.FalseString).Should().Be(1);
        answers.Count(answer => answer.Status == 200 && answer.Member("replayed") == bool.TrueString).Should().Be(19);
        answers.Should().OnlyContain(answer => answer.Member("status") == "Allocated");
        (await node.Http.GetAsync<SeenStock>($"stock/{sku}")).Totals.Reserved.Should().Be(3);
    }

    private static string Fresh(string kind) => $"{kind}-{Guid.NewGuid():N}";
}
