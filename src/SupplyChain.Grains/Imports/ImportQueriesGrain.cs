using Orleans.Concurrency;
using SupplyChain.Operations;

namespace SupplyChain.Imports;

/// <summary>Answers questions about many imports.</summary>
[GrainType("import-queries"), StatelessWorker, Reentrant]
public sealed class ImportQueriesGrain(IReadModels readModels, KnownProfiles profiles) : Grain, IImportQueriesGrain
{
    /// <inheritdoc/>
    public Task<Page<ImportSummary>> List(ListImports query) => Queries.Run(() =>
        readModels.ImportsAsync(this.GetPrimaryKeyString(), query.Query, query.Page));

    /// <inheritdoc/>
    public Task<Items<ImportProfileSummary>> Profiles() => profiles.SummariesAsync(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public Task<ImportProfileText?> Profile(GetImportProfile query) =>
        profiles.FindTextAsync(this.GetPrimaryKeyString(), query.Name);
}
