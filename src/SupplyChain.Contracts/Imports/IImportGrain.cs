namespace SupplyChain.Imports;

/// <summary>One import job: <c>tenant/import</c>.</summary>
[GrainInterfaceType("import"), Alias("import")]
public interface IImportGrain : IGrainWithStringKey
{
    /// <summary>Accepts the job and starts it.</summary>
    [Alias("start")] Task<ImportReply> Start(StartImport command);

    /// <summary>What it has done so far; null when there is no such job.</summary>
    [Alias("get")] Task<ImportReport?> Get();

    /// <summary>Takes up a job that was cut off.</summary>
    [Alias("resume")] Task Resume();
}
