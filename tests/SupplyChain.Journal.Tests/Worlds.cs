using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal;

/// <summary>Worlds in which something of everything has happened.</summary>
internal static class Worlds
{
    /// <summary>
    /// O-1 delivered, O-2 on its way, O-3 and O-4 wait, O-5 served by the backlog, O-6 short, O-7 cancelled, O-8 with a
    /// cancelled shipment, O-9 moved out of a closed warehouse, O-10 picked in it.
    /// </summary>
    public static World Busy(World? world = null)
    {
        world ??= new();
        foreach (var warehouse in new[] { "WH-1", "WH-2", "WH-3" })
        {
            world.Warehouse(warehouse);
        }
        foreach (var sku in new[] { "A", "B", "C", "D" })
        {
            world.Product(sku);
        }
        world.Receive("R-1", "WH-1", ("A", 10), ("B", 20), ("A", 5));
        world.Receive("R-2", "WH-2", ("B", 10));
        world.Place("O-1", "A", 4);
        world.Release("O-1", new ReleaseShipment("S-1", [1], Mode: "Ocean"));
        world.Milestone("S-1", MilestoneKind.Picked);
        world.Milestone("S-1", MilestoneKind.Delivered);
        world.Place("O-2", "A", 3);
        world.Release("O-2");
        world.Milestone("O-2~1", MilestoneKind.Dispatched);
        world.Place("O-3", "C", 7);
        world.Place("O-4", "D", 5);
        world.Place("O-5", "D", 2);
        world.Receive("R-3", "WH-3", ("D", 6));
        world.Replenish("D");
        world.Place("O-6", "A", 8);
        world.Release("O-6");
        world.Adjust("ADJ-1", "WH-1", "A", -2);
        world.Place("O-7", "B", 2);
        world.Cancel("O-7");
        world.Place("O-8", "B", 2);
        world.Release("O-8");
        world.CancelShipment("O-8~1");
        world.Receive("R-4", "WH-3", ("C", 3));
        world.Place("O-9", World.OrderOf("B", 9, pinned: null));
        world.Place("O-10", World.OrderOf("B", 6, pinned: "WH-1"));
        world.Release("O-10");
        world.Milestone("O-10~1", MilestoneKind.Picked);
        world.Close("WH-1");
        foreach (var number in new[] { "O-8", "O-9", "O-10" })
        {
            world.Leave(number, "WH-1");
        }
        world.FinishClosing("WH-1");
        world.Adjust("ADJ-2", "WH-2", "B", 1);
        return world;
    }

    /// <summary>
    /// Then some is not as it was: O-11 amended after it was released, and not dispatched after all; the closed
    /// warehouse open again.
    /// </summary>
    public static World Corrected(World? world = null)
    {
        world = Busy(world);
        world.Receive("R-5", "WH-2", ("A", 5));
        world.Place("O-11", World.OrderOf("A", 5, pinned: "WH-2"));
        world.Release("O-11");
        world.Amend("O-11", new(new DateOnly(2026, 12, 24)));
        world.Milestone("O-11~1", MilestoneKind.Dispatched);
        world.Void("O-11~1", world.Shipment("O-11~1").Milestones.Keys.Single());
        world.Open("WH-1");
        world.Milestone("O-10~1", MilestoneKind.Dispatched);
        return world;
    }
}
