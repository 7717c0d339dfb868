namespace SupplyChain.Orders;

/// <summary>Why an order was rejected.</summary>
/// <param name="Code">The stable code, <c>insufficient-stock</c> or <c>warehouse-closed</c>.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Lines">The lines that could not be served.</param>
[SchemaName("OrderRejection")]
public sealed record OrderRejectionAnswer(string Code, string Message, Items<int> Lines)
{
    internal static OrderRejectionAnswer? Of(OrderRejection? rejection) =>
        rejection is null ? null : new(rejection.Code, rejection.Message, rejection.Lines);
}
