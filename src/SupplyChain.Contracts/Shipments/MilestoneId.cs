using System.Text.Json.Serialization;

namespace SupplyChain.Shipments;

/// <summary>A milestone's number within its shipment, chosen by the client.</summary>
[GenerateSerializer, Immutable, Alias("milestone-id")]
[JsonConverter(typeof(IdentifierJsonConverter<MilestoneId>))]
public readonly record struct MilestoneId([property: Id(0)] string Value)
    : IIdentifier<MilestoneId>, IComparable<MilestoneId>
{
    /// <inheritdoc/>
    public static MilestoneId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator MilestoneId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(MilestoneId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
