namespace SupplyChain.Imports;

/// <summary>How bad a finding in a row is.</summary>
[GenerateSerializer, Alias("import-severity")]
public enum ImportSeverity
{
    /// <summary>A value was kept as unknown; the row was imported.</summary>
    Warning = 1,

    /// <summary>The row was refused.</summary>
    Error = 2,
}
