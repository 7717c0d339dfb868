using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>What a line would get.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Sku">What.</param>
/// <param name="Quantity">Units asked for.</param>
/// <param name="Allocated">Units that would be reserved.</param>
/// <param name="Backordered">Units that would wait.</param>
/// <param name="Allocations">Where they would come from, and why.</param>
/// <param name="Promise">When the last reserved unit would arrive; null when none would, or when unknown.</param>
/// <param name="Waits">Why the rest would wait; null when none would.</param>
[GenerateSerializer, Immutable, Alias("quoted-line")]
public sealed record QuotedLine(
    [property: Id(0)] int Line,
    [property: Id(1)] Sku Sku,
    [property: Id(2)] long Quantity,
    [property: Id(3)] long Allocated,
    [property: Id(4)] long Backordered,
    [property: Id(5)] Items<QuotedUnits> Allocations,
    [property: Id(6)] DateOnly? Promise,
    [property: Id(7)] Rejections? Waits);
