namespace SupplyChain.Imports;

/// <summary>How far an import is.</summary>
[GenerateSerializer, Alias("import-status")]
public enum ImportStatus
{
    /// <summary>Accepted, not begun.</summary>
    Queued = 1,

    /// <summary>Under way.</summary>
    Running = 2,

    /// <summary>Every row is accounted for.</summary>
    Completed = 3,

    /// <summary>The file could not be read.</summary>
    Failed = 4,
}
