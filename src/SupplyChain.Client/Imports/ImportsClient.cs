namespace SupplyChain.Imports;

/// <summary>Imports of files that lie in the import folder of the nodes.</summary>
public sealed class ImportsClient
{
    private readonly Calls _calls;

    internal ImportsClient(Calls calls) => _calls = calls;

    /// <summary>Starts an import.</summary>
    public Task<ImportReply> StartAsync(
        ImportId id, StartImport import, CancellationToken cancellationToken = default) =>
        _calls.Send<ImportReply, ImportReport>(
            "import.start", id.Value, [], () => Actor(id).Start(import), cancellationToken);

    /// <summary>What an import has done so far; null when there is none.</summary>
    public Task<ImportReport?> GetAsync(ImportId id, CancellationToken cancellationToken = default) =>
        _calls.Find("import.get", id.Value, () => Actor(id).Get(), cancellationToken);

    private IImportGrain Actor(ImportId id) => _calls.Actor<IImportGrain>(id.Value);
}
