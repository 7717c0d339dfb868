using System.Text.Json.Serialization;

namespace SupplyChain.Inventory;

/// <summary>A goods receipt's number, chosen by the client.</summary>
[GenerateSerializer, Immutable, Alias("receipt-id")]
[JsonConverter(typeof(IdentifierJsonConverter<ReceiptId>))]
public readonly record struct ReceiptId([property: Id(0)] string Value) : IIdentifier<ReceiptId>, IComparable<ReceiptId>
{
    /// <inheritdoc/>
    public static ReceiptId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator ReceiptId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ReceiptId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
