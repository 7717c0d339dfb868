namespace SupplyChain.Imports;

/// <summary>
/// What other actors say to an import: <c>tenant/import</c>. Clients use <see cref="IImportGrain"/>.
/// </summary>
[GrainInterfaceType("import-actor"), Alias("import-actor")]
public interface IImportActor : IGrainWithStringKey
{
    /// <summary>Takes up a job that was cut off.</summary>
    [Alias("resume")] Task Resume();
}
