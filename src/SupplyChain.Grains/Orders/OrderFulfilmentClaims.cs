using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>How a ship-complete order gets all of its lines together when some of them wait.</summary>
internal sealed partial class OrderFulfilment
{
    /// <summary>
    /// Claims every waiting line of a ship-complete order; keeps all or nothing. When not all can be had nothing is
    /// claimed: the products that are short ask again once they are there, the others are kept from no other order.
    /// </summary>
    public async Task ClaimAll(ClaimPlace place)
    {
        if (!State.Lines.Values.Any(line => line.Backordered > 0))
        {
            return;
        }
        var plan = await SourceWaiting();
        var claimed = new List<(Sku Sku, LineGrant Grant)>();
        var short_ = plan.Unallocated.Where(line => !line.IsWithdrawn).Select(line => line.Line).ToList();
        // In the order of the products: of two orders that claim the same ones, one gets all.
        foreach (var line in plan.Allocations.GroupBy(units => (units.Sku, units.Line)).OrderBy(line => line.Key))
        {
            var (sku, number) = line.Key;
            var from = line.Select(units => units.Warehouse).ToItems();
            var reply = await Supply(sku).Claim(new(State.Number, number, from) { Place = place });
            claimed.AddRange(reply.Grants.Select(grant => (sku, LineGrant.Of(grant))));
            if (reply.Grants.Sum(grant => grant.Quantity) < State.Lines[number].Backordered)
            {
                short_.Add(number);
                break;
            }
        }
        if (claimed.Count > 0)
        {
            Record(order => Order.DecideClaimed(order, claimed));
        }
        Record(order => Order.DecideFoundShort(order, short_));
        await Recorded();
        foreach (var grants in claimed.GroupBy(claim => claim.Sku))
        {
            await Settle(grants.Key, grants.Select(claim => claim.Grant));
        }
    }

    /// <summary>Where all that waits could come from together, stock included that is kept for waiting lines.</summary>
    private async Task<SourcingPlan> SourceWaiting()
    {
        var waiting = Order.Undecide(State);
        var products = State.Lines.Values.Where(line => line.Backordered > 0)
            .Select(line => (line.Sku, line.Pinned)).ToList();
        var sourcing = new OrderSourcing(grains, Tenant, CountedStock.EvenRationed);
        await sourcing.Ask(products, Point(State.ShipTo!), Freshness.AsKnown);
        var plan = sourcing.Plan(waiting);
        if (plan.Unallocated.Length > 0)
        {
            await sourcing.Ask(products, Point(State.ShipTo!), Freshness.Confirmed);
            plan = sourcing.Plan(waiting);
        }
        return plan;
    }
}
