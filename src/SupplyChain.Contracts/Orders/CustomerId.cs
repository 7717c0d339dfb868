using System.Text.Json.Serialization;

namespace SupplyChain.Orders;

/// <summary>The customer who ordered.</summary>
[GenerateSerializer, Immutable, Alias("customer-id")]
[JsonConverter(typeof(IdentifierJsonConverter<CustomerId>))]
public readonly record struct CustomerId([property: Id(0)] string Value)
    : IIdentifier<CustomerId>, IComparable<CustomerId>
{
    /// <inheritdoc/>
    public static CustomerId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator CustomerId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(CustomerId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
