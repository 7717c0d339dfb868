using SupplyChain.Orders;

namespace SupplyChain.Transfers;

/// <summary>
/// Looking ahead: the same decisions as the actor takes, on a copy. It takes no turn, so a command that changes the
/// transfer does not wait for it.
/// </summary>
public sealed partial class TransferGrain : IForeseeingActor
{
    /// <inheritdoc/>
    public async Task<ForeseenOwner> Foresee(ForeseeOrder query)
    {
        var transfer = await ReadNewest(state => state);
        if (transfer.Document is not { } document)
        {
            return new(new([], [], []) { Orders = 0, OrdersLookedAt = 0 }, query.Before);
        }
        var looked = await new OrderSourcing(GrainFactory, Tenant).Look(
            transfer.Lines.Values.Select(line => line.Sku), null, [document.From]);
        var stock = looked.After(query.Before);
        var undispatched = transfer.UndispatchedShipments();
        var picked = await _shipments.PickedOrLater(undispatched);
        var outlook = new TransferOutlook(transfer, stock, DateOnly.FromDateTime(Now.Date), Now);
        if (query.Leave is { } leave)
        {
            var cancelled = undispatched.Where(id => !picked.Contains(id)).ToHashSet();
            outlook.Happen(state => Transfer.Decide(state, leave, cancelled));
        }
        if (query.Lose is { } lose)
        {
            outlook.Happen(state => Transfer.Decide(state, lose));
        }
        var seen = outlook.Consequences();
        if (query.Leave?.Warehouse == document.From)
        {
            seen = seen with
            {
                Transfers = seen.Transfers.Select(change => change with
                {
                    Waiting = transfer.Lines.Values.Sum(line => line.Waiting),
                    Picked = outlook.Transfer.Reservations.Where(units => !units.HasLeft).Sum(units => units.Quantity),
                }).ToItems(),
            };
        }
        return new(seen, query.Before.Then(stock, outlook.Stock, transfer.Owner));
    }
}
