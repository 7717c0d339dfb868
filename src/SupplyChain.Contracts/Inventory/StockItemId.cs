using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>One product in one warehouse; written <c>sku@warehouse</c>.</summary>
[GenerateSerializer, Immutable, Alias("stock-item-id")]
public readonly record struct StockItemId([property: Id(0)] Sku Sku, [property: Id(1)] WarehouseId Warehouse)
{
    /// <summary>Reads <c>sku@warehouse</c>; neither part can contain an <c>@</c>.</summary>
    public static StockItemId Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            ? new(text[..at], text[(at + 1)..])
            : throw new FormatException($"'{text}' is not sku@warehouse.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Sku}@{Warehouse}";
}
