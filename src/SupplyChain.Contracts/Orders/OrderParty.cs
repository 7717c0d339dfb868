namespace SupplyChain.Orders;

/// <summary>On whose behalf an order is changed.</summary>
[GenerateSerializer, Alias("order-party")]
public enum OrderParty
{
    /// <summary>Who ordered.</summary>
    Customer = 1,

    /// <summary>Who delivers.</summary>
    Supplier = 2,
}
