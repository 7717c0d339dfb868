using System.Text.Json.Serialization;

namespace SupplyChain.Transfers;

/// <summary>A transfer's number, chosen by the client.</summary>
[GenerateSerializer, Immutable, Alias("transfer-id")]
[JsonConverter(typeof(IdentifierJsonConverter<TransferId>))]
public readonly record struct TransferId([property: Id(0)] string Value)
    : IIdentifier<TransferId>, IComparable<TransferId>
{
    /// <inheritdoc/>
    public static TransferId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator TransferId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TransferId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
