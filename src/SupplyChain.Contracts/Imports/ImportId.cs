using System.Text.Json.Serialization;

namespace SupplyChain.Imports;

/// <summary>An import job's number.</summary>
[GenerateSerializer, Immutable, Alias("import-id")]
[JsonConverter(typeof(IdentifierJsonConverter<ImportId>))]
public readonly record struct ImportId([property: Id(0)] string Value) : IIdentifier<ImportId>, IComparable<ImportId>
{
    /// <inheritdoc/>
    public static ImportId Of(string value) => new(value);

    /// <summary>An identifier is written as plain text in code.</summary>
    public static implicit operator ImportId(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ImportId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
