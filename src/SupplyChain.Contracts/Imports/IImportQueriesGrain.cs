using SupplyChain.Access;

namespace SupplyChain.Imports;

/// <summary>Questions about many imports; keyed by tenant.</summary>
[GrainInterfaceType("import-queries"), Alias("import-queries"), Needs(Permission.Read), Scoped(Scope.Closed)]
public interface IImportQueriesGrain : IGrainWithStringKey
{
    /// <summary>Lists imports, the newest first.</summary>
    [Alias("list")] Task<Page<ImportSummary>> List(ListImports query);

    /// <summary>The profiles there are, by name.</summary>
    [Alias("profiles")] Task<Items<ImportProfileSummary>> Profiles();

    /// <summary>What a profile says; null when there is none.</summary>
    [Alias("profile")] Task<ImportProfileText?> Profile(GetImportProfile query);
}
