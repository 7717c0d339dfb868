using System.Text.Json.Serialization;

namespace SupplyChain.Access;

/// <summary>A key's id: what its text begins with behind <c>sc_</c>.</summary>
[GenerateSerializer, Immutable, Alias("key-id")]
[JsonConverter(typeof(IdentifierJsonConverter<KeyId>))]
public readonly record struct KeyId([property: Id(0)] string Value) : IIdentifier<KeyId>, IComparable<KeyId>
{
    /// <inheritdoc/>
    public static KeyId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator KeyId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(KeyId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
