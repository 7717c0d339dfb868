namespace SupplyChain.Imports;

/// <summary>Starts an import of a file that lies in the node's import folder.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="File">The file's name in the import folder.</param>
/// <param name="DryRun">Only report, write nothing.</param>
[GenerateSerializer, Immutable, Alias("start-import")]
public sealed record StartImport(
    [property: Id(0)] string Profile, [property: Id(1)] string File, [property: Id(2)] bool DryRun);
