using System.Text.Json.Serialization;

namespace SupplyChain.Events;

/// <summary>What a reader of events calls itself.</summary>
[GenerateSerializer, Immutable, Alias("consumer-name")]
[JsonConverter(typeof(IdentifierJsonConverter<ConsumerName>))]
public readonly record struct ConsumerName([property: Id(0)] string Value)
    : IIdentifier<ConsumerName>, IComparable<ConsumerName>
{
    /// <inheritdoc/>
    public static ConsumerName Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator ConsumerName(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ConsumerName other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
