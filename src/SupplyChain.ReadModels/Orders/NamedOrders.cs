using SupplyChain.Inventory;
using static SupplyChain.Inventory.StockEvent;
using static SupplyChain.Orders.BacklogEvent;

namespace SupplyChain.Orders;

/// <summary>The orders that an event of another actor names.</summary>
internal static class NamedOrders
{
    /// <summary>Those of a stock item's event, each once.</summary>
    public static IEnumerable<OrderId> Of(StockEvent @event) => @event switch
    {
        Reserved reserved => [reserved.Key.Order],
        ReservationReduced reduced => [reduced.Key.Order],
        ReservationsDropped dropped => dropped.Dropped.Select(drop => drop.Key.Order).Distinct(),
        Moved moved => (moved.Consumed ?? []).Concat(moved.Restored ?? []).Select(line => line.Reservation.Order)
            .Distinct(),
        _ => [],
    };

    /// <summary>Those of an event of a product's queue, each once.</summary>
    public static IEnumerable<OrderId> Of(BacklogEvent @event) => @event switch
    {
        Queued queued => queued.Lines.Select(line => line.Order).Distinct(),
        StoodBy stood => stood.Lines.Select(line => line.Order).Distinct(),
        GrantsProposed proposed => proposed.Grants.Select(grant => grant.Order).Distinct(),
        Granted granted => granted.Grants.Select(grant => grant.Order).Distinct(),
        OrdersAsked asked => asked.Orders.Distinct(),
        BacklogEvent.OrdersTold told => told.Orders.Distinct(),
        _ => [],
    };
}
