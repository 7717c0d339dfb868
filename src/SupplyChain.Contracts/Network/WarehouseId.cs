using System.Text.Json.Serialization;

namespace SupplyChain.Network;

/// <summary>A warehouse, chosen by the client.</summary>
[GenerateSerializer, Immutable, Alias("warehouse-id")]
[JsonConverter(typeof(IdentifierJsonConverter<WarehouseId>))]
public readonly record struct WarehouseId([property: Id(0)] string Value)
    : IIdentifier<WarehouseId>, IComparable<WarehouseId>
{
    /// <inheritdoc/>
    public static WarehouseId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator WarehouseId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(WarehouseId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
