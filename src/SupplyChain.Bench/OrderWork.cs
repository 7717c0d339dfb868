namespace SupplyChain.Bench;

/// <summary>Places orders.</summary>
internal sealed class OrderWork(IOrderEntry entry, OrderMaker maker) : IClientWork
{
    /// <inheritdoc/>
    public async Task<Outcome> DoAsync()
    {
        var (number, order) = maker.Next();
        return new(Operation.Order, await entry.PlaceAsync(number, order));
    }
}
