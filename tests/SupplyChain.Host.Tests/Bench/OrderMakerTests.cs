using FluentAssertions;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>What the orders of a measurement want.</summary>
public sealed class OrderMakerTests
{
    private const int Many = 4_000;

    private static readonly OrderLoad Load = new()
    {
        Clients = 1,
        Duration = TimeSpan.FromSeconds(1),
        Warmup = TimeSpan.FromSeconds(1),
        Warehouses = 2,
        Skus = 50,
        Lines = 3,
        Seed = 5,
    };

    [Fact]
    public void The_same_seed_is_the_same_load() => Make(Skew.Zipf).Should().Equal(Make(Skew.Zipf));

    [Theory]
    [InlineData("Uniform")]
    [InlineData("Zipf")]
    [InlineData("Hot")]
    public void The_lines_of_an_order_are_of_different_products(string skew) =>
        Make(Enum.Parse<Skew>(skew)).Should().OnlyContain(
            order => order.Order.Lines.Select(line => line.Sku).Distinct().Count() == Load.Lines);

    [Fact]
    public void Every_product_is_wanted_about_as_often_as_any_other() =>
        Wanted(Skew.Uniform).Values.Should().HaveCount(Load.Skus).And.OnlyContain(
            times => times > Many * Load.Lines / Load.Skus / 2 && times < Many * Load.Lines / Load.Skus * 2);

    [Fact]
    public void The_most_wanted_product_is_wanted_far_more_often_than_the_twentieth()
    {
        var wanted = Wanted(Skew.Zipf);

        wanted[Load.Sku(0)].Should().BeGreaterThan(6 * wanted[Load.Sku(19)]);
    }

    [Fact]
    public void The_hot_product_is_the_first_line_of_every_order() =>
        Make(Skew.Hot).Should().OnlyContain(order => order.Order.Lines[0].Sku.Value == Load.HotSku);

    private static Dictionary<string, int> Wanted(Skew skew) => Make(skew)
        .SelectMany(order => order.Order.Lines)
        .CountBy(line => line.Sku.Value)
        .ToDictionary();

    private static List<NumberedOrder> Make(Skew skew)
    {
        var maker = new OrderMaker(Load, skew, OrderMaker.Popularity(Load.Skus, skew), client: 0);
        return [.. Enumerable.Range(0, Many).Select(_ => maker.Next())];
    }
}
