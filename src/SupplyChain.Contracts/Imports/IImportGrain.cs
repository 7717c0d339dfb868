using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain.Imports;

/// <summary>One import job: <c>tenant/import</c>.</summary>
[GrainInterfaceType("import"), Alias("import"), Needs(Permission.Read), Scoped(Scope.Closed)]
public interface IImportGrain : IGrainWithStringKey
{
    /// <summary>Stores a part of its file; once the job was accepted, nothing changes any more.</summary>
    /// <returns>What is wrong with the part; nothing when it is stored.</returns>
    [Alias("store"), Needs(Permission.Write), Adds] Task<Items<Fault>> Store(StoreImportPart command);

    /// <summary>Accepts the job and starts it.</summary>
    [Alias("start"), Needs(Permission.Write), Adds] Task<ImportReply> Start(StartImport command);

    /// <summary>What it has done so far; null when there is no such job.</summary>
    [Alias("get")] Task<ImportReport?> Get();

    /// <summary>How the file that was stored for it begins; null when there is none.</summary>
    [Alias("preview")] Task<ImportPreview?> Preview(PreviewImport query);

    /// <summary>The rows it refused, as they were sent; null when its file is not kept any more.</summary>
    [Alias("refused-rows")] Task<SentRows?> RefusedRows(ReadRefusedRows query);
}
