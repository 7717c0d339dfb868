using SupplyChain.Inventory;
using SupplyChain.Shipments;
using static SupplyChain.Orders.OrderEvent;

namespace SupplyChain.Orders;

/// <summary>What an order hears of its shipments; its actor asks for it in <c>OrderGrainNews.cs</c>.</summary>
public sealed partial record Order
{
    /// <summary>What a shipment says of itself; what is known already, or older, changes nothing.</summary>
    public static Decision<OrderEvent> Decide(Order order, ShipmentId id, ShipmentProgress progress)
    {
        if (!order.Shipments.TryGetValue(id.Value, out var known) || progress.Returns < known.Reversals)
        {
            return [];
        }
        var events = new List<OrderEvent>();
        if (progress.Status == ShipmentStatus.Cancelled && known.IsLive)
        {
            events.Add(new ShipmentCancelled(id));
        }
        var returned = progress.Returns > known.Reversals;
        if (returned)
        {
            events.Add(new ShipmentReturned(id, progress.Returns));
        }
        if (progress.GoodsIssued && (returned || known.State != OrderShipmentState.Shipped))
        {
            events.Add(new Shipped(id, progress.DispatchedAt, progress.Issued.Select(IssuedUnits.Of).ToItems()));
        }
        var before = returned ? known with { Outcome = [], DeliveredAt = null } : known;
        if (progress.GoodsIssued)
        {
            var outcome = Outcome(id, progress);
            if ((outcome.Lines, outcome.OccurredAt) != (before.Outcome, before.DeliveredAt))
            {
                events.Add(outcome);
            }
        }
        return Decision.Record<OrderEvent>([.. events]);
    }

    /// <summary>What became of the goods; nothing while none has arrived.</summary>
    private static Delivered Outcome(ShipmentId id, ShipmentProgress progress) =>
        progress.Status == ShipmentStatus.Delivered
            ? new(id, progress.DeliveredAt, progress.Lines.Select(CarriedLine.Of).ToItems())
            : new(id, null, []);
}
