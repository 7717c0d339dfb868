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
        Reserved reserved => One(reserved.Key.Owner),
        ReservationReduced reduced => One(reduced.Key.Owner),
        _ => Orders(OwnersIn(@event)),
    };

    /// <summary>Those of an event of a product's queue, each once.</summary>
    public static IEnumerable<OrderId> Of(BacklogEvent @event) => Orders(OwnersIn(@event));

    private static OrderId[] One(DemandOwner owner) => owner.Order is { } order ? [order] : [];

    private static IEnumerable<OrderId> Orders(IEnumerable<DemandOwner> owners) =>
        owners.Select(owner => owner.Order).OfType<OrderId>();

    private static IEnumerable<DemandOwner> OwnersIn(StockEvent @event) => @event switch
    {
        ReservationsDropped dropped => dropped.Dropped.Select(drop => drop.Key.Owner).Distinct(),
        Moved moved => (moved.Consumed ?? []).Concat(moved.Restored ?? []).Select(line => line.Reservation.Owner)
            .Distinct(),
        _ => [],
    };

    private static IEnumerable<DemandOwner> OwnersIn(BacklogEvent @event) => @event switch
    {
        Queued queued => queued.Lines.Select(line => line.Owner).Distinct(),
        StoodBy stood => stood.Lines.Select(line => line.Owner).Distinct(),
        GrantsProposed proposed => proposed.Grants.Select(grant => grant.Owner).Distinct(),
        Granted granted => granted.Grants.Select(grant => grant.Owner).Distinct(),
        OwnersAsked asked => asked.Owners.Distinct(),
        OwnersTold told => told.Owners.Distinct(),
        _ => [],
    };
}
