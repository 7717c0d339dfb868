using FluentAssertions;
using Xunit;

namespace SupplyChain.Inventory;

/// <summary>What the availability of a product hears from the stock items.</summary>
public sealed class ReportingStock(OneSilo silo)
{
    [Fact]
    public async Task The_first_goods_in_a_warehouse_are_known_before_the_receipt_is_answered()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        (await world.Availability("SKU").Reported()).Should().ContainSingle().Which.OnHand.Should().Be(5);

        for (var more = 2; more < 12; more++)
        {
            await world.StockItem("SKU", $"W{more}").Receive(new($"R{more}", 0, 7, OccurredAt.Now, false));
            (await world.Availability("SKU").Reported()).Should().HaveCount(more);
        }
    }
}
