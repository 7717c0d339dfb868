namespace SupplyChain.Imports;

/// <summary>Starts an import of the file that was stored for it.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="DryRun">Only report, write nothing.</param>
[GenerateSerializer, Immutable, Alias("start-import")]
public sealed record StartImport([property: Id(0)] string Profile, [property: Id(1)] bool DryRun);
