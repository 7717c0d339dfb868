using SupplyChain.Access;

namespace SupplyChain.Imports;

/// <summary>The profiles of a tenant that people saved: <c>tenant/all</c>.</summary>
[GrainInterfaceType("import-profiles"), Alias("import-profiles"), Needs(Permission.Read), Scoped(Scope.Closed)]
public interface IImportProfilesGrain : IGrainWithStringKey
{
    /// <summary>The id of the one actor that a tenant has.</summary>
    const string Id = "all";

    /// <summary>Saves or replaces one.</summary>
    [Alias("put"), Needs(Permission.Write)] Task<ImportProfileReply> Put(PutImportProfile command);

    /// <summary>Deletes one.</summary>
    [Alias("delete"), Needs(Permission.Write)] Task<ImportProfileReply> Delete(DeleteImportProfile command);

    /// <summary>All of them, by name.</summary>
    [Alias("all")] Task<Items<ImportProfileText>> All();
}
