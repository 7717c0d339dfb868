using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>A stock adjustment's number, chosen by the client.</summary>
[GenerateSerializer, Immutable, Alias("adjustment-id")]
[JsonConverter(typeof(IdentifierJsonConverter<AdjustmentId>))]
public readonly record struct AdjustmentId([property: Id(0)] string Value)
    : IIdentifier<AdjustmentId>, IComparable<AdjustmentId>
{
    /// <inheritdoc/>
    public static AdjustmentId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator AdjustmentId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AdjustmentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
