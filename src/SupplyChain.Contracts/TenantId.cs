using System.ComponentModel;
using System.Text.Json.Serialization;

namespace SupplyChain;

/// <summary>The organisation that owns an entity; part of every key.</summary>
[GenerateSerializer, Immutable, Alias("tenant-id")]
[JsonConverter(typeof(IdentifierJsonConverter<TenantId>))]
[TypeConverter(typeof(IdentifierTypeConverter<TenantId>))]
public readonly record struct TenantId([property: Id(0)] string Value) : IIdentifier<TenantId>, IComparable<TenantId>
{
    /// <inheritdoc/>
    public static TenantId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator TenantId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TenantId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
