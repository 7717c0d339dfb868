using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>A product's stock keeping unit.</summary>
[GenerateSerializer, Immutable, Alias("sku")]
[JsonConverter(typeof(IdentifierJsonConverter<Sku>))]
public readonly record struct Sku([property: Id(0)] string Value) : IIdentifier<Sku>, IComparable<Sku>
{
    /// <inheritdoc/>
    public static Sku Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator Sku(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(Sku other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
