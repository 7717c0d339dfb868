namespace SupplyChain.Orders;

/// <summary>
/// Ship-complete orders that were asked whether they can be served whole and could not: the queue goes on without them
/// until units come in. Soft state: who is forgotten is asked again.
/// </summary>
public sealed class PassedOver
{
    private readonly HashSet<OrderId> _asked = [];
    private readonly HashSet<OrderId> _orders = [];

    /// <summary>The orders.</summary>
    public IReadOnlySet<OrderId> Orders => _orders;

    /// <summary>These are about to be asked.</summary>
    public void Asking(IEnumerable<OrderId> orders) => _asked.UnionWith(orders);

    /// <summary>
    /// These were asked. Units that came in meanwhile they may not have seen, so they are asked once more then.
    /// </summary>
    public void Asked(IEnumerable<OrderId> orders) => _orders.UnionWith(orders.Where(_asked.Remove));

    /// <summary>Units came in.</summary>
    public void Forget()
    {
        _asked.Clear();
        _orders.Clear();
    }
}
