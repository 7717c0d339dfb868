namespace SupplyChain.Imports;

/// <summary>Stores a part of the file that an import is to read; the first part begins the file anew.</summary>
/// <param name="Number">Which part, from 0, one after the other.</param>
/// <param name="Bytes">The bytes; all parts but the last have <see cref="Limits.ImportPartBytes"/>.</param>
[GenerateSerializer, Immutable, Alias("store-import-part")]
public sealed record StoreImportPart([property: Id(0)] int Number, [property: Id(1)] byte[] Bytes)
{
    /// <summary>What is wrong with it; nothing in most cases.</summary>
    public Items<Fault> Validate() => this switch
    {
        { Number: < 0 } => [new("/number", FaultCodes.OutOfRange, "A part's number is 0 or more.")],
        { Bytes.Length: 0 or > Limits.ImportPartBytes } =>
            [new("/bytes", FaultCodes.OutOfRange, $"A part has 1 to {Limits.ImportPartBytes} bytes.")],
        { Number: var number, Bytes.Length: var length }
            when (long)number * Limits.ImportPartBytes + length > Limits.MaxImportBytes => [TooLarge],
        _ => [],
    };

    /// <summary>The file is larger than allowed.</summary>
    public static Fault TooLarge { get; } = new(
        "/file", FaultCodes.OutOfRange, $"A file has at most {Limits.MaxImportBytes >> 20} MiB.");
}
