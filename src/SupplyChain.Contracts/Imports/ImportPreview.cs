namespace SupplyChain.Imports;

/// <summary>Looks at a file that was stored for an import that has not begun.</summary>
/// <param name="Delimiter">What stands between its cells; null to guess.</param>
/// <param name="Charset">Its encoding; null to guess.</param>
[GenerateSerializer, Immutable, Alias("preview-import")]
public sealed record PreviewImport(
    [property: Id(0)] string? Delimiter = null, [property: Id(1)] string? Charset = null);

/// <summary>How a file begins.</summary>
/// <param name="Trouble">Why it cannot be read like that; null when it can.</param>
/// <param name="Delimiter">What stands between its cells, as said or guessed.</param>
/// <param name="Charset">Its encoding, as said or guessed.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Rows">Its first rows.</param>
[GenerateSerializer, Immutable, Alias("import-preview")]
public sealed record ImportPreview(
    [property: Id(0)] string? Trouble,
    [property: Id(1)] string Delimiter,
    [property: Id(2)] string Charset,
    [property: Id(3)] Items<string> Headings,
    [property: Id(4)] Items<SentRow> Rows);
