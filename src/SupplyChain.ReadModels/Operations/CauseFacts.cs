using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Operations;

/// <summary>What an exception is about, as far as its cause knows.</summary>
internal sealed record CauseFacts
{
    /// <summary>Nothing is known.</summary>
    public static readonly CauseFacts None = new();

    /// <summary>The order.</summary>
    public string? Order { get; init; }

    /// <summary>Its lines.</summary>
    public Items<int> Lines { get; init; }

    /// <summary>The products of these lines.</summary>
    public Items<Sku> Skus { get; init; }

    /// <summary>Where.</summary>
    public Items<WarehouseId> Warehouses { get; init; }

    /// <summary>The day that is promised.</summary>
    public DateOnly? Promise { get; init; }

    /// <summary>The day that is expected.</summary>
    public DateOnly? Expected { get; init; }

    /// <summary>Rows that were refused.</summary>
    public long? Rows { get; init; }

    /// <summary>The lines as the tables keep them.</summary>
    public string LinesText => string.Join(' ', Lines);

    /// <summary>The products as the tables keep them: no id holds a space.</summary>
    public string SkusText => string.Join(' ', Skus.Select(sku => sku.Value));

    /// <summary>The warehouses as the tables keep them.</summary>
    public string WarehousesText => string.Join(' ', Warehouses.Select(warehouse => warehouse.Value));
}
