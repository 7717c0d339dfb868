namespace SupplyChain;

/// <summary>A page of a list as it is seen from outside.</summary>
public sealed record SeenPage<T>(List<T> Items, string? Next);

/// <summary>An order as it is seen from outside.</summary>
public sealed record SeenOrder(
    string Number, string Status, long Version, string Customer, int Priority, DateTimeOffset PlacedAt,
    List<SeenLine> Lines, List<SeenAllocation> Allocations, List<string> Shipments);

/// <summary>A line of an order as it is seen from outside.</summary>
public sealed record SeenLine(
    int Line, string Sku, long Quantity, long Allocated, long Backordered, long Shipped, long Delivered, long Cancelled,
    string? Warehouse);

/// <summary>An allocation as it is seen from outside.</summary>
public sealed record SeenAllocation(
    int Line, string Sku, string Warehouse, long Quantity, string Status, string? Shipment, SeenReason? Why);

/// <summary>The reason of an allocation as it is seen from outside.</summary>
public sealed record SeenReason(string? Rule);

/// <summary>Where a product lies as it is seen from outside.</summary>
public sealed record SeenStock(string Sku, List<SeenStockItem> Items, SeenTotals Totals);

/// <summary>A stock item as it is seen from outside.</summary>
public sealed record SeenStockItem(string Sku, string Warehouse, long OnHand, long Reserved, long Available);

/// <summary>A product's sums as they are seen from outside.</summary>
public sealed record SeenTotals(long OnHand, long Reserved, long Available);

/// <summary>A node's status as it is seen from outside.</summary>
public sealed record SeenStatus(
    string LastEvent, string ProjectedEvent, long LagMs, long DueWork, List<SeenSilo>? Silos = null)
{
    /// <summary>Everything that was begun is finished, and the lists show it.</summary>
    public bool Quiet => DueWork == 0 && LastEvent == ProjectedEvent;
}

/// <summary>A silo as it is seen from outside.</summary>
public sealed record SeenSilo(string Name, string Status, int Actors, List<SeenKind>? Kinds = null);

/// <summary>How many actors of a kind a silo has.</summary>
public sealed record SeenKind(string Kind, int Actors);

/// <summary>The answer to a verification.</summary>
public sealed record SeenVerification(bool Ok, long Events, long Streams, List<SeenViolation> Violations);

/// <summary>A violation that the verification found.</summary>
public sealed record SeenViolation(string? Invariant, string? Stream, long? Version, string Message);
