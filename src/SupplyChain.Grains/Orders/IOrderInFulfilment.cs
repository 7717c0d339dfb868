namespace SupplyChain.Orders;

/// <summary>An order as its fulfilment sees it.</summary>
internal interface IOrderInFulfilment
{
    /// <summary>The newest state; it may not be durable yet.</summary>
    Order State { get; }

    /// <summary>Whose order it is.</summary>
    TenantId Tenant { get; }

    /// <summary>Cluster time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Until when the caller waits.</summary>
    DateTimeOffset Deadline { get; }

    /// <summary>Records a step, without waiting until it is durable.</summary>
    Decision<OrderEvent> Record(Func<Order, Decision<OrderEvent>> decide);

    /// <summary>Waits until everything that was recorded is durable.</summary>
    Task Recorded();
}
