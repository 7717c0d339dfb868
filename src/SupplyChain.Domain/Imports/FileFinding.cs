namespace SupplyChain.Imports;

/// <summary>Something noticed in a file, as it is stored.</summary>
/// <param name="Row">The row's number, 1 for the one below the heading; 0 is the file as a whole.</param>
/// <param name="Column">The column's heading; empty for the whole row.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">For people.</param>
public sealed record FileFinding(int Row, string Column, ImportSeverity Severity, string Code, string Message)
{
    /// <summary>The finding as callers see it.</summary>
    public ImportFinding ToContract() => new(Row, Column, Severity, Code, Message);
}
