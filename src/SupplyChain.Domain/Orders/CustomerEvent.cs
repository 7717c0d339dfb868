namespace SupplyChain.Orders;

/// <summary>What can happen to a customer.</summary>
public abstract record CustomerEvent
{
    private CustomerEvent() { }

    /// <summary>The key that its personal data is sealed with was destroyed.</summary>
    [EventType("customer.erased", Since = 2)]
    public sealed record Erased : CustomerEvent;
}
