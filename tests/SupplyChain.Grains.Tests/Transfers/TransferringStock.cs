using FluentAssertions;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Transfers;

public sealed class TransferringStock(OneSilo silo)
{
    [Fact]
    public async Task Goods_go_from_one_warehouse_to_the_other_and_are_in_transit_between()
    {
        var world = await Between("SKU", 10);

        var requested = await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 6)]));
        requested.Status.Should().Be(ReplyStatus.Created);
        requested.Value!.Status.Should().Be(TransferStatus.Reserved);
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(6);

        var shipment = (await world.Transfer("T1").Release(new())).Value!.Shipments[0].Id;
        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Dispatched));
        (await world.Transfer("T1").Get())!.Lines[0].InTransit.Should().Be(6);
        (await world.Stock("SKU", "W1")).Should().Match<Inventory.StockLevel>(at => at.OnHand == 4 && at.Reserved == 0);
        (await world.Stock("SKU", "W2")).OnHand.Should().Be(0);

        var received = await world.Transfer("T1").Receive(new("R1"));
        received.Value!.Status.Should().Be(TransferStatus.Received);
        (await world.Stock("SKU", "W2")).OnHand.Should().Be(6);
        (await world.Transfer("T1").Receive(new("R1"))).Status.Should().Be(ReplyStatus.Replayed);
        (await world.Stock("SKU", "W2")).OnHand.Should().Be(6);
        (await world.Shipment(shipment).Get())!.Status.Should().Be(ShipmentStatus.Delivered);
    }

    [Fact]
    public async Task It_waits_in_the_queue_like_an_order_and_before_one_that_is_less_urgent()
    {
        var world = await Between("SKU", 2);
        var requested = await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 5)], Priority: 2));
        requested.Value!.Status.Should().Be(TransferStatus.PartiallyReserved);
        requested.Value.Lines[0].Waiting.Should().Be(3);

        (await world.Place("O1", "SKU", 1, priority: 4, pinned: "W1")).Value!.Lines[0].Backordered.Should().Be(1);
        await world.Receive("W1", "SKU", 3);

        (await world.EventuallyTransfer("T1", transfer => transfer.Lines[0].Waiting == 0)).Lines[0].Reserved
            .Should().Be(5);
        (await world.Order("O1").Get())!.Lines[0].Backordered.Should().Be(1);
    }

    [Fact]
    public async Task What_arrives_serves_the_lines_that_wait_for_it()
    {
        var world = await Between("SKU", 4);
        await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 4)]));
        await world.Place("O1", "SKU", 3, pinned: "W2");
        var shipment = (await world.Transfer("T1").Release(new())).Value!.Shipments[0].Id;
        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Dispatched));

        (await world.Transfer("T1").Receive(new("R1", [new(1, 3)], Final: true))).Value!.Lines[0].Short.Should().Be(1);

        (await world.Order("O1").Get())!.Lines[0].Backordered.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_gives_its_units_to_those_who_wait()
    {
        var world = await Between("SKU", 4);
        await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 4)]));
        await world.Transfer("T1").Release(new());
        await world.Place("O1", "SKU", 3, pinned: "W1");

        (await world.Transfer("T1").Cancel(new("no need"))).Value!.Status.Should().Be(TransferStatus.Cancelled);

        await world.Eventually("O1", order => order.Lines[0].Backordered == 0);
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(3);
    }

    [Fact]
    public async Task A_closing_of_the_source_makes_it_wait_and_an_opening_serves_it_again()
    {
        var world = await Between("SKU", 4);
        await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 4)]));

        await world.Warehouse("W1").Close(new("strike"));
        (await world.EventuallyTransfer("T1", transfer => transfer.Lines[0].Waiting == 4)).Status
            .Should().Be(TransferStatus.Waiting);
        (await world.Stock("SKU", "W1")).Reserved.Should().Be(0);

        await world.Warehouse("W1").Open(new("over"));
        await world.EventuallyTransfer("T1", transfer => transfer.Lines[0].Reserved == 4);
    }

    [Fact]
    public async Task Units_that_a_count_finds_missing_wait_again_and_the_shipment_carries_the_rest()
    {
        var world = await Between("SKU", 4);
        await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 4)]));
        var shipment = (await world.Transfer("T1").Release(new())).Value!.Shipments[0].Id;

        await world.Adjust("W1", "SKU", -1);

        await world.EventuallyTransfer("T1", transfer => transfer.Lines[0] is { Waiting: 1, Released: 3 });
        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Dispatched));
        (await world.EventuallyTransfer("T1", transfer => transfer.Lines[0].InTransit == 3)).Lines[0].Waiting
            .Should().Be(1);
    }

    [Fact]
    public async Task A_picked_shipment_that_loses_every_unit_is_cancelled()
    {
        var world = await Between("SKU", 4);
        await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 4)]));
        var shipment = (await world.Transfer("T1").Release(new())).Value!.Shipments[0].Id;
        await world.Shipment(shipment).Record(new("m1", MilestoneKind.Picked));

        await world.Adjust("W1", "SKU", -4);

        await world.EventuallyTransfer(
            "T1", transfer => transfer.Shipments.Count == 0 && transfer.Lines[0].Waiting == 4);
        (await world.Shipment(shipment).Get())!.Status.Should().Be(ShipmentStatus.Cancelled);
        (await world.Transfer("T1").Cancel(new("no need"))).Value!.Status.Should().Be(TransferStatus.Cancelled);
    }

    [Fact]
    public async Task Another_body_under_its_number_and_unknown_places_are_refused()
    {
        var world = await Between("SKU", 4);
        await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 4)]));

        (await world.Transfer("T1").Request(new("W1", "W2", [new("SKU", 3)]))).Refusal.Should().Be(Refusal.Conflict);
        (await world.Transfer("T2").Request(new("W1", "W9", [new("NONE", 3)]))).Faults
            .Select(fault => (fault.Pointer, fault.Code)).Should().Equal(
                ("/to", FaultCodes.UnknownWarehouse), ("/lines/0/sku", FaultCodes.UnknownSku));
        (await world.Transfer("T2").Get()).Should().BeNull();
        (await world.Transfer("T2").Release(new())).Status.Should().Be(ReplyStatus.NotFound);
    }

    private async Task<World> Between(Inventory.Sku sku, long units)
    {
        var world = await silo.NewWorld().With("W1", sku, units);
        await world.Warehouses("W2");
        return world;
    }
}
