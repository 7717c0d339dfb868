namespace SupplyChain.Imports;

/// <summary>One import job: <c>tenant/import</c>.</summary>
[GrainInterfaceType("import"), Alias("import")]
public interface IImportGrain : IGrainWithStringKey
{
    /// <summary>Stores a part of its file; once the job was accepted, nothing changes any more.</summary>
    /// <returns>What is wrong with the part; nothing when it is stored.</returns>
    [Alias("store")] Task<Items<Fault>> Store(StoreImportPart command);

    /// <summary>Accepts the job and starts it.</summary>
    [Alias("start")] Task<ImportReply> Start(StartImport command);

    /// <summary>What it has done so far; null when there is no such job.</summary>
    [Alias("get")] Task<ImportReport?> Get();

    /// <summary>Takes up a job that was cut off.</summary>
    [Alias("resume")] Task Resume();
}
