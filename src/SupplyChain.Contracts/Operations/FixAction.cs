namespace SupplyChain.Operations;

/// <summary>What would end an exception, or help it.</summary>
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

    /// <summary>Expedite: priority 1, before what waits with a lower one: <c>PATCH /orders/{number}</c>.</summary>
    Expedite = 5,

    /// <summary>Order what waits for one warehouse from wherever it is best, on a line of its own: <c>PATCH
    /// /orders/{number}</c>.</summary>
    Unpin = 6,

    /// <summary>Cancel a shipment that has not left; its goods can be released anew: <c>POST
    /// /shipments/{id}/cancel</c>.</summary>
    CancelShipment = 7,

    /// <summary>Mend the refused rows and import them again: <c>GET /imports/{id}/refused</c>, <c>POST
    /// /imports</c>.</summary>
    MendRows = 8,
}
