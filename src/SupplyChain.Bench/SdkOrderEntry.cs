using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>Through the SDK.</summary>
internal sealed class SdkOrderEntry(SupplyChainClient client) : IOrderEntry
{
    /// <inheritdoc/>
    public async Task<string?> PlaceAsync(OrderId number, PlaceOrder order)
    {
        try
        {
            var reply = await client.Orders.PlaceAsync(number, order, CancellationToken.None);
            return reply switch
            {
                { Replayed: true } => "placed by an earlier run; take another --seed",
                { Accepted: false } => reply.Refusal?.ToString() ?? reply.Status.ToString(),
                { Value.Status: OrderStatus.Allocated } => null,
                _ => reply.Value!.Status.ToString(),
            };
        }
        catch (Exception failure) when (failure is BusyException or UnavailableException)
        {
            return failure.GetType().Name;
        }
    }

    /// <summary>The client is another's.</summary>
    public void Dispose()
    {
    }
}
