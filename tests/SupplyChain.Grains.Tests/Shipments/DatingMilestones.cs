using FluentAssertions;
using SupplyChain.Journal;
using SupplyChain.Transfers;
using Xunit;

namespace SupplyChain.Shipments;

/// <summary>When an owner's events happened that a shipment's milestones made.</summary>
public sealed class DatingMilestones(OneSilo silo)
{
    private static readonly DateTimeOffset Left = new(2025, 3, 2, 8, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Arrived = Left.AddDays(2);

    [Fact]
    public async Task An_order_shipped_with_the_dispatch_and_was_delivered_with_the_delivery()
    {
        var (world, shipment) = await ReleasedAsync();

        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Dispatched, Left));
        await world.Shipment(shipment).Record(new("m2", MilestoneKind.Delivered, Arrived));

        (await DatesAsync(world, "order", "O1")).Should().Equal(
            ("order.shipped", Left.UtcDateTime), ("order.delivered", Arrived.UtcDateTime));
    }

    [Fact]
    public async Task A_delivery_says_nothing_of_when_the_goods_left()
    {
        var (world, shipment) = await ReleasedAsync();

        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Delivered, Arrived));

        (await DatesAsync(world, "order", "O1")).Should().Equal(
            ("order.shipped", null), ("order.delivered", Arrived.UtcDateTime));
    }

    [Fact]
    public async Task An_unknown_delivery_is_not_dated_by_the_dispatch()
    {
        var (world, shipment) = await ReleasedAsync();

        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Dispatched, Left));
        await world.Shipment(shipment).Record(new("m2", MilestoneKind.Delivered, OccurredAt.Unknown));

        (await DatesAsync(world, "order", "O1")).Should().Equal(
            ("order.shipped", Left.UtcDateTime), ("order.delivered", null));
    }

    [Fact]
    public async Task A_transfer_shipped_when_its_goods_left_or_at_an_unknown_time()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Warehouses("W2");
        foreach (var (id, at) in new[] { ("T1", OccurredAt.At(Left)), ("T2", OccurredAt.Unknown) })
        {
            var transfer = world.Actor<ITransferGrain>(id);
            await transfer.Request(new("W1", "W2", [new("SKU", 2)]));
            var shipment = (await transfer.Release(new())).Value!.Shipments[0].Id;
            await world.Shipment(shipment).Record(new("m1", MilestoneKind.Dispatched, at));
        }

        (await DatesAsync(world, "transfer", "T1")).Should().Equal(("transfer.shipped", Left.UtcDateTime));
        (await DatesAsync(world, "transfer", "T2")).Should().Equal(("transfer.shipped", null));
    }

    private async Task<(World World, ShipmentId Shipment)> ReleasedAsync()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 5);
        await world.Place("O1", "SKU", 5);
        return (world, (await world.Order("O1").Release(new())).Value!.Shipments[0]);
    }

    private async Task<IEnumerable<(string Type, DateTime? OccurredAt)>> DatesAsync(
        World world, string kind, string id) =>
        from row in await silo.Journal.ReadStreamAsync(new(world.Tenant, kind, id), 1)
        where row.Type.EndsWith(".shipped", StringComparison.Ordinal)
            || row.Type.EndsWith(".delivered", StringComparison.Ordinal)
        select (row.Type, row.OccurredAt?.UtcDateTime);
}
