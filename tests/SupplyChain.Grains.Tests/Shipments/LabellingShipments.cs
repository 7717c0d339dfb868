using FluentAssertions;
using Xunit;

namespace SupplyChain.Shipments;

public sealed class LabellingShipments(OneSilo silo)
{
    [Fact]
    public async Task A_shipment_gets_one_code_and_keeps_it_and_another_gets_another()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        var (first, second) = (await Released(world, "O1"), await Released(world, "O2"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(one => world.Shipment(one % 2 == 0 ? first : second).Label()));

        replies.Should().OnlyContain(reply => reply.Accepted);
        var codes = replies.GroupBy(reply => reply.Value!.Id, reply => reply.Value!.Sscc!);
        codes.Should().HaveCount(2).And.OnlyContain(shipment => shipment.Distinct().Count() == 1);
        codes.Select(shipment => shipment.First()).Should().OnlyHaveUniqueItems();
        replies.Should().OnlyContain(reply => Sscc.IsValid(reply.Value!.Sscc));
        (await world.Shipment(first).Get())!.Sscc.Should().Be(replies[0].Value!.Sscc);
    }

    [Fact]
    public async Task A_cancelled_shipment_and_one_that_is_not_there_get_none()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        var shipment = await Released(world, "O1");
        await world.Shipment(shipment).Cancel(new("not today"));

        (await world.Shipment(shipment).Label()).Refusal.Should().Be(Refusal.ShipmentCancelled);
        (await world.Shipment("NONE").Label()).Status.Should().Be(ReplyStatus.NotFound);
    }

    private static async Task<ShipmentId> Released(World world, string order)
    {
        await world.Place(order, "SKU", 1);
        return (await world.Order(order).Release(new())).Value!.Shipments[0];
    }
}
