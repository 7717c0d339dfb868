using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>An order's number, chosen by the client.</summary>
[GenerateSerializer, Immutable, Alias("order-id")]
[JsonConverter(typeof(IdentifierJsonConverter<OrderId>))]
public readonly record struct OrderId([property: Id(0)] string Value) : IIdentifier<OrderId>, IComparable<OrderId>
{
    /// <inheritdoc/>
    public static OrderId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator OrderId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(OrderId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
