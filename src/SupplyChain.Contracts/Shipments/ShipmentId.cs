using System.Text.Json.Serialization;

namespace SupplyChain.Shipments;

/// <summary>A shipment's number.</summary>
[GenerateSerializer, Immutable, Alias("shipment-id")]
[JsonConverter(typeof(IdentifierJsonConverter<ShipmentId>))]
public readonly record struct ShipmentId([property: Id(0)] string Value)
    : IIdentifier<ShipmentId>, IComparable<ShipmentId>
{
    /// <inheritdoc/>
    public static ShipmentId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator ShipmentId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ShipmentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
