namespace SupplyChain.Imports;

/// <summary>Imports of files.</summary>
public sealed class ImportsClient
{
    private readonly Calls _calls;

    internal ImportsClient(Calls calls) => _calls = calls;

    /// <summary>
    /// Uploads a file and starts its import. Safe to repeat from the file's beginning, as long as it is the same file:
    /// an import that was begun reads what was uploaded first.
    /// </summary>
    /// <param name="id">The import's id, chosen by the caller.</param>
    /// <param name="import">How it is to be read.</param>
    /// <param name="file">CSV, gzip or not, at most <see cref="Limits.MaxImportBytes"/>; it is read to its end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The report as it is now; faults of <c>/profile</c> and <c>/file</c> are in the reply.</returns>
    public async Task<ImportReply> StartAsync(
        ImportId id, StartImport import, Stream file, CancellationToken cancellationToken = default)
    {
        var faults = Identifier.IsValid(id.Value) ? await UploadAsync(id, file, cancellationToken) : [];
        return await _calls.Send<ImportReply, ImportReport>(
            "import.start", id.Value, faults, () => Actor(id).Start(import), cancellationToken);
    }

    /// <summary>What an import has done so far; null when there is none.</summary>
    public Task<ImportReport?> GetAsync(ImportId id, CancellationToken cancellationToken = default) =>
        _calls.Find("import.get", id.Value, () => Actor(id).Get(), cancellationToken);

    private async Task<Items<Fault>> UploadAsync(ImportId id, Stream file, CancellationToken cancellationToken)
    {
        for (var number = 0; ; number++)
        {
            var bytes = new byte[Limits.ImportPartBytes];
            var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            if (count == 0)
            {
                return [];
            }
            var part = new StoreImportPart(number, count == bytes.Length ? bytes : bytes[..count]);
            var faults = await _calls.Ask("import.store", () => Actor(id).Store(part), cancellationToken);
            if (faults.Count > 0)
            {
                return faults;
            }
        }
    }

    private IImportGrain Actor(ImportId id) => _calls.Actor<IImportGrain>(id.Value);
}
