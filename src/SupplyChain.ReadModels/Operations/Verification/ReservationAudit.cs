using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations.Verification;

/// <summary>
/// Every reservation belongs to exactly one open line of its owner, and every line has what it says, unit for unit.
/// What owners say comes from each kind's <see cref="IOwnedDemands"/>.
/// </summary>
internal sealed class ReservationAudit(Findings findings, JournalFold fold)
{
    /// <summary>Reservation ↔ demand, both directions.</summary>
    public const string Reservations = "reservations-match";

    private readonly StockAudit _stock = fold.Of<StockAudit>();
    private readonly FoldedStates<Backlog, BacklogEvent> _backlogs = fold.Of<Backlog, BacklogEvent>();

    private readonly Dictionary<string, IOwnedDemands> _demands = AggregateReadModels.All
        .Where(aggregate => aggregate.Demands is not null)
        .ToDictionary(aggregate => aggregate.Kind, aggregate => aggregate.Demands!);

    /// <summary>Judges every reservation, and every unit that an owner says is reserved for it.</summary>
    public void Conclude()
    {
        foreach (var (stream, item) in _stock.Items)
        {
            var id = StockItemId.Parse(stream.Id);
            foreach (var (key, units) in item.Reservations)
            {
                if (!IsWanted(stream.Tenant, id, key, units))
                {
                    findings.Unless(
                        Involved(stream.Tenant, id, key, null), Reservations, stream,
                        $"{units} units are reserved as {key}, and no open line says so.");
                }
            }
        }
        foreach (var demands in _demands.Values)
        {
            foreach (var owner in demands.Owners(fold))
            {
                Judge(owner, demands.Find(owner, fold)!);
            }
        }
    }

    /// <summary>Judges what one owner says.</summary>
    private void Judge(StreamId owner, OwnerFacts facts)
    {
        foreach (var held in facts.Reservations.Where(held => held.Units > 0))
        {
            var units = Reserved(owner.Tenant, held);
            if (units != held.Units || (held.Key.Owner.Kind, held.Key.Owner.Id) != (owner.Kind, owner.Id))
            {
                findings.Unless(
                    Involved(owner.Tenant, held.StockItem, held.Key, held.Shipment), Reservations, owner,
                    $"Line {held.Key.Line} has {held.Units} units of {held.StockItem} as {held.Key}, "
                    + $"reserved are {units}.");
            }
        }
    }

    private long Reserved(TenantId tenant, ReservedUnits held) =>
        _stock.Items.GetValueOrDefault(new(tenant, StockItem.Kind, held.StockItem.ToString()))
            ?.Reservations.GetValueOrDefault(held.Key) ?? 0;

    private bool IsWanted(TenantId tenant, StockItemId item, ReservationKey key, long units)
    {
        if (Find(tenant, key.Owner) is not { } owner)
        {
            return false;
        }
        var own = owner.Reservations.FirstOrDefault(held => held.Key == key);
        if (own is not null)
        {
            return (own.StockItem, own.Units) == (item, units);
        }
        var granted = key.Origin == ReservationOrigin.Backlog
            ? _backlogs.Find(tenant, item.Sku.Value)?.Unsettled.GetValueOrDefault(key.Attempt)
            : null;
        return granted is not null && owner.HasLine(key.Line)
            && (granted.Demand, granted.Warehouse, granted.Quantity) == (key.Demand, item.Warehouse, units);
    }

    /// <summary>What an owner says of its demands; null when there is none.</summary>
    private OwnerFacts? Find(TenantId tenant, DemandOwner owner) =>
        _demands.GetValueOrDefault(owner.Kind)?.Find(new(tenant, owner.Kind, owner.Id), fold);

    /// <summary>The streams that may be at it.</summary>
    private StreamFacts?[] Involved(TenantId tenant, StockItemId item, ReservationKey key, ShipmentId? shipment)
    {
        shipment ??= Find(tenant, key.Owner)?.Reservations.FirstOrDefault(held => held.Key == key)?.Shipment;
        return
        [
            fold.Streams.Find(tenant, key.Owner.Kind, key.Owner.Id),
            fold.Streams.Find(tenant, StockItem.Kind, item.ToString()),
            fold.Streams.Find(tenant, Backlog.Kind, item.Sku.Value),
            shipment is { } id ? fold.Streams.Find(tenant, Shipment.Kind, id.Value) : null,
        ];
    }
}
