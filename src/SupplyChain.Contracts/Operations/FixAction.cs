namespace SupplyChain.Operations;

/// <summary>What would end an exception.</summary>
[GenerateSerializer, Alias("fix-action")]
public enum FixAction
{
    /// <summary>Source the order's reserved, unreleased units again: <c>POST /orders/{number}/resource</c>.</summary>
    Resource = 1,

    /// <summary>Agree the expected day with the customer: <c>PATCH /orders/{number}</c>.</summary>
    AgreeDate = 2,

    /// <summary>Receive more of the product: <c>PUT /receipts/{id}</c>.</summary>
    Receive = 3,

    /// <summary>Open the warehouse again: <c>POST /warehouses/{id}/open</c>.</summary>
    OpenWarehouse = 4,
}
