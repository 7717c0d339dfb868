using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations.Verification;

/// <summary>What an entity refers to exists, and belongs to its own tenant.</summary>
internal sealed class TenantAudit(Findings findings, JournalFold fold)
{
    /// <summary>References stay inside the tenant.</summary>
    public const string Isolation = "tenant-isolation";

    /// <summary>Judges every reference.</summary>
    public void Conclude()
    {
        foreach (var (stream, item) in fold.Stock.Items)
        {
            foreach (var order in item.Reservations.Keys.Select(key => key.Order).Distinct())
            {
                Exists(stream, Order.Kind, order.Value);
            }
        }
        foreach (var ((tenant, receipt), effects) in fold.Stock.Received)
        {
            Exists(effects[0].Item with { Tenant = tenant }, Receipt.Kind, receipt.Value);
        }
        foreach (var ((tenant, adjustment), effects) in fold.Stock.Adjusted)
        {
            Exists(effects[0].Item with { Tenant = tenant }, Adjustment.Kind, adjustment.Value);
        }
        foreach (var ((tenant, shipment), issues) in fold.Stock.Issued)
        {
            Exists(issues[0].Item with { Tenant = tenant }, Shipment.Kind, shipment.Value);
        }
        foreach (var (stream, facts) in fold.Custody.Shipments)
        {
            if (facts.Plan is { } plan)
            {
                Exists(stream, Order.Kind, plan.Order.Value);
            }
        }
        foreach (var (stream, order) in fold.Orders.States)
        {
            foreach (var shipment in order.Shipments.Values.Where(shipment =>
                shipment.State is OrderShipmentState.Planned or OrderShipmentState.Shipped))
            {
                Exists(stream, Shipment.Kind, shipment.Plan.Id.Value);
            }
        }
    }

    private void Exists(StreamId from, string kind, string id)
    {
        if (fold.Streams.Find(from.Tenant, kind, id) is null)
        {
            findings.Violated(Isolation, from, null, $"It refers to {kind}/{id}, which its tenant does not have.");
        }
    }
}
