using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>A line that would wait for a product.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Line">The line as the backlog would know it.</param>
[GenerateSerializer, Immutable, Alias("would-be-waiting")]
public sealed record WouldBeWaiting([property: Id(0)] Sku Sku, [property: Id(1)] WaitingLine Line);
