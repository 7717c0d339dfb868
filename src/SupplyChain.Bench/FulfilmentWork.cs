using SupplyChain.Shipments;

namespace SupplyChain.Bench;

/// <summary>Sees orders through: placed, released, dispatched, delivered.</summary>
internal sealed class FulfilmentWork(SupplyChainClient client, OrderMaker maker) : IClientWork
{
    private static readonly MilestoneKind[] Milestones = [MilestoneKind.Dispatched, MilestoneKind.Delivered];

    /// <inheritdoc/>
    public Task<Outcome> DoAsync() => Outcome.OfAsync(Operation.Fulfilment, async () =>
    {
        var (number, order) = maker.Next();
        var placed = await client.Orders.PlaceAsync(number, order);
        if (Outcome.Refusal(placed) is { } notPlaced)
            return notPlaced;
        var released = await client.Orders.ReleaseAsync(number, new());
        if (Outcome.Refusal(released) is { } notReleased)
            return notReleased;
        foreach (var shipment in released.Value!.Shipments)
        {
            foreach (var milestone in Milestones)
            {
                var told = await client.Shipments.RecordAsync(shipment, new($"{milestone}", milestone));
                if (Outcome.Refusal(told) is { } notTold)
                    return notTold;
            }
        }
        return released.Value.Shipments.Count > 0 ? null : "nothing was shipped";
    });
}
