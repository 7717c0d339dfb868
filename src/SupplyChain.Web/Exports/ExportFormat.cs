namespace SupplyChain.Exports;

/// <summary>What an export is written as.</summary>
internal enum ExportFormat
{
    /// <summary>RFC 4180.</summary>
    Csv,

    /// <summary>A workbook of a spreadsheet program (ECMA-376).</summary>
    Xlsx,
}
