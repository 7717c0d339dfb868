using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>The answer to a quote.</summary>
[GenerateSerializer, Immutable, Alias("quote-reply")]
public sealed record QuoteReply : Reply<QuoteDetails>;

/// <summary>What an order would get if it were placed now. Nothing is reserved for it.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="Promise">When the last of it would arrive; null when nothing would, or when it is not known.</param>
/// <param name="Rejection">Why it would be rejected, when it would.</param>
[GenerateSerializer, Immutable, Alias("quote-details")]
public sealed record QuoteDetails(
    [property: Id(0)] Items<QuotedLine> Lines,
    [property: Id(1)] DateOnly? Promise,
    [property: Id(2)] OrderRejection? Rejection);

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

/// <summary>Units of a line that a warehouse would give.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Arrival">When they would arrive; null when that is not known.</param>
/// <param name="Why">Why this warehouse.</param>
[GenerateSerializer, Immutable, Alias("quoted-units")]
public sealed record QuotedUnits(
    [property: Id(0)] WarehouseId Warehouse,
    [property: Id(1)] long Quantity,
    [property: Id(2)] DateOnly? Arrival,
    [property: Id(3)] Why Why);
