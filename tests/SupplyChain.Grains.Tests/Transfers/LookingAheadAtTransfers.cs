using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Transfers;

/// <summary>What a closing or a loss of stock would mean for transfers is said before, and then happens.</summary>
public sealed class LookingAheadAtTransfers(OneSilo silo)
{
    [Fact]
    public async Task A_closing_makes_wait_cancels_and_leaves_what_was_foreseen_of_it()
    {
        var world = await Populated();
        await Request(world, "RESERVED", "W1", "W2", 3);
        var planned = await Released(world, "PLANNED", 4);
        var picked = await Released(world, "PICKED", 5);
        (await world.Shipment(picked).Record(new("m1", MilestoneKind.Picked))).Accepted.Should().BeTrue();
        await Request(world, "WAITING", "W1", "W2", 10); // 8 of them are left.
        await Request(world, "BOUND", "W2", "W1", 2);
        var before = await silo.RecordedAsync(world);

        var seen = (await Preview(world).Close(new("W1", new("flood")))).EnsureAccepted().Consequences;

        (await silo.RecordedAsync(world)).Should().BeEquivalentTo(before, "nothing is written");
        (seen.Orders, seen.TransfersConcerned, seen.TransfersLookedAt).Should().Be((0, 5, 5));
        await world.Warehouse("W1").Close(new("flood"));
        foreach (var change in seen.Transfers)
        {
            var wait = change.WouldWait + change.Waiting;
            var after = await world.EventuallyTransfer(change.Transfer, transfer =>
                change.To == "W1" || transfer.Lines[0].Waiting == wait);
            seen.WouldWait.Where(part => part.Owner == DemandOwner.Of("transfer", change.Transfer.Value))
                .Sum(part => part.Quantity).Should().Be(change.WouldWait);
            after.Shipments.Select(shipment => shipment.Id).Intersect(change.CancelledShipments).Should().BeEmpty();
            if (change.From == "W1")
            {
                (after.Lines[0].Reserved + after.Lines[0].Released).Should().Be(change.Picked);
            }
            else
            {
                after.Lines.Sum(line => line.Waiting + line.Reserved + line.Released + line.InTransit)
                    .Should().Be(change.Bound);
            }
        }
        seen.WouldWait.Should().OnlyContain(part => part.Reason == RejectionReason.Closed);
        seen.Transfers.Should().BeEquivalentTo(
        [
            new TransferChange("RESERVED", "W1", "W2") { WouldWait = 3 },
            new TransferChange("PLANNED", "W1", "W2") { WouldWait = 4, CancelledShipments = [planned] },
            new TransferChange("PICKED", "W1", "W2") { Picked = 5 },
            new TransferChange("WAITING", "W1", "W2") { WouldWait = 8, Waiting = 2 },
            new TransferChange("BOUND", "W2", "W1") { Bound = 2 },
        ]);
        (await world.Shipment(planned).Get())!.Status.Should().Be(ShipmentStatus.Cancelled);
        (await world.Shipment(picked).Get())!.Status.Should().Be(ShipmentStatus.Picked);
        var closing = (await world.Warehouse("W1").Get())!.Closing!;
        closing.BackorderedLines.Should().Be(seen.WouldWait.Select(part => (part.Owner, part.Line)).Distinct().Count());
    }

    [Fact]
    public async Task An_order_that_a_closing_moves_is_foreseen_beside_the_transfers_that_wait()
    {
        var world = await Populated();
        await Request(world, "FIRST", "W1", "W2", 6, priority: 1);
        await world.Place("O1", "SKU", 7, priority: 2);

        var seen = (await Preview(world).Close(new("W1", new("flood")))).EnsureAccepted().Consequences;

        (seen.Orders, seen.TransfersConcerned).Should().Be((1, 1));
        await world.Warehouse("W1").Close(new("flood"));
        var moved = seen.WouldMove.Where(move => move is { Order.Value: "O1", To.Value: "W2" })
            .Sum(move => move.Quantity);
        var waits = seen.WouldWait.Where(wait => wait.Order == "O1").Sum(wait => wait.Quantity);
        (moved, waits).Should().Be((2, 5));
        await world.Eventually("O1", order => order.Lines[0].Allocated == moved && order.Lines[0].Backordered == waits
            && order.Allocations.All(held => held.Warehouse == "W2"));
        await world.EventuallyTransfer("FIRST", transfer => transfer.Lines[0].Waiting == 6);
    }

    [Fact]
    public async Task A_loss_takes_from_transfers_what_was_said_and_leaves_their_shipments_short()
    {
        var world = await Populated();
        await Request(world, "URGENT", "W1", "W2", 5, priority: 1);
        var shortened = await Released(world, "SHORT", 8, priority: 3);
        var emptied = await Released(world, "EMPTY", 4, priority: 5);
        var before = await silo.RecordedAsync(world);

        var seen = (await Preview(world).Adjust(new("ADJ", new("W1", "SKU", -11, "broken")))).EnsureAccepted();

        (await silo.RecordedAsync(world)).Should().BeEquivalentTo(before, "nothing is written");
        seen.Consequences.Transfers.Should().BeEquivalentTo(
        [
            new TransferChange("EMPTY", "W1", "W2") { WouldWait = 4, CancelledShipments = [emptied] },
            new TransferChange("SHORT", "W1", "W2") { WouldWait = 4, ShortShipments = [shortened] },
        ]);
        (seen.Consequences.Orders, seen.Consequences.TransfersLookedAt).Should().Be((0, 2));
        (await world.Adjust("W1", "SKU", -11, "ADJ")).Accepted.Should().BeTrue();
        foreach (var change in seen.Consequences.Transfers)
        {
            var after = await world.EventuallyTransfer(change.Transfer, transfer =>
                transfer.Lines[0].Waiting == change.WouldWait
                    && !transfer.Shipments.Any(shipment => change.CancelledShipments.Contains(shipment.Id)));
            after.Shipments.Sum(shipment => shipment.Units).Should().Be(8 - 4 - (change.Transfer == "EMPTY" ? 4 : 0));
        }
        (await world.Transfer("URGENT").Get())!.Lines[0].Reserved.Should().Be(5);
        (await world.Shipment(emptied).Get())!.Status.Should().Be(ShipmentStatus.Cancelled);
    }

    [Fact]
    public async Task More_stock_fills_a_transfer_that_waits()
    {
        var world = await Populated();
        await Request(world, "T1", "W1", "W2", 25);

        var seen = (await Preview(world).Adjust(new("ADJ", new("W1", "SKU", 4, "found")))).EnsureAccepted();

        seen.Consequences.WouldFill.Should().Equal(
            new UnitsToFill(DemandOwner.Of("transfer", "T1"), 1, "SKU", 4, "W1"));
        (seen.Consequences.Orders, seen.Consequences.TransfersConcerned).Should().Be((0, 1));
        await world.Adjust("W1", "SKU", 4, "ADJ");
        await world.EventuallyTransfer("T1", transfer => transfer.Lines[0].Reserved == 24);
    }

    private static IPreviewGrain Preview(World world) => world.Grains.GetGrain<IPreviewGrain>(world.Tenant.Value);

    private static async Task Request(
        World world, TransferId id, WarehouseId from, WarehouseId to, long units, int priority = 3) =>
        (await world.Transfer(id).Request(new(from, to, [new("SKU", units)], priority))).Accepted.Should().BeTrue();

    private static async Task<ShipmentId> Released(World world, TransferId id, long units, int priority = 3)
    {
        await Request(world, id, "W1", "W2", units, priority);
        return (await world.Transfer(id).Release(new())).Value!.Shipments.Should().ContainSingle().Subject.Id;
    }

    /// <summary>20 units in one warehouse, 2 in another.</summary>
    private async Task<World> Populated()
    {
        var world = await silo.NewWorld().With("W1", "SKU", 20);
        await world.Warehouses("W2");
        await world.Receive("W2", "SKU", 2);
        return world;
    }
}
