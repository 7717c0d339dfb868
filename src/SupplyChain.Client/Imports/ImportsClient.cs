using SupplyChain.Access;

namespace SupplyChain.Imports;

/// <summary>Imports of files.</summary>
/// <remarks>
/// Each call throws <see cref="UnavailableException"/> when no node answered within the deadline (whether a command was
/// carried out is unknown; repeat it under the same id), <see cref="BusyException"/> when too much is waiting (nothing
/// was done), and <see cref="AccessDeniedException"/> when the key is not accepted or its role may not do that. A
/// malformed id is a fault in the reply to a command, and an <see cref="ArgumentException"/> of a question.
/// </remarks>
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

    /// <summary>
    /// Stores the file of an import that is started later, so that it can be looked at before. Once an import has
    /// begun, its file does not change.
    /// </summary>
    /// <param name="id">The import's id, chosen by the caller.</param>
    /// <param name="file">CSV, gzip or not, at most <see cref="Limits.MaxImportBytes"/>; it is read to its end.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What is wrong with the file; nothing when it is stored.</returns>
    public Task<Items<Fault>> StoreAsync(ImportId id, Stream file, CancellationToken cancellationToken = default) =>
        UploadAsync(id, file, cancellationToken);

    /// <summary>How the file that was stored for an import begins; null when there is none.</summary>
    public Task<ImportPreview?> PreviewAsync(
        ImportId id, PreviewImport preview, CancellationToken cancellationToken = default) =>
        _calls.Ask("import.preview", () => Actor(id).Preview(preview), cancellationToken);

    /// <summary>
    /// Starts an import of a file that is stored already: its own, or that of <see cref="StartImport.FileOf"/>. Safe to
    /// repeat.
    /// </summary>
    /// <returns>The report as it is now; faults of <c>/profile</c>, <c>/file</c> and <c>/fileOf</c> are in the
    /// reply.</returns>
    public Task<ImportReply> StartStoredAsync(
        ImportId id, StartImport import, CancellationToken cancellationToken = default) =>
        _calls.Send<ImportReply, ImportReport>(
            "import.start", id.Value, import.Validate(), () => Actor(id).Start(import), cancellationToken);

    /// <summary>A page of the list of imports, the newest first or as the page says.</summary>
    public Task<Page<ImportSummary>> ListPageAsync(
        ImportQuery query, PageQuery page, CancellationToken cancellationToken = default) =>
        _calls.Ask("import.list", () => Queries.List(new(query, page)), cancellationToken);

    /// <summary>
    /// Imports, the newest first or as <paramref name="sort"/> says (see <see cref="Sorting"/>).
    /// </summary>
    /// <exception cref="MalformedSortException">It names none of <see cref="ImportSummary.SortFields"/>.</exception>
    public IAsyncEnumerable<ImportSummary> ListAsync(
        ImportQuery? query = null, string? sort = null, CancellationToken cancellationToken = default) =>
        Paging.List((page, stop) => ListPageAsync(query ?? new(), page, stop), sort, cancellationToken);

    /// <summary>The profiles there are, by name.</summary>
    public Task<Items<ImportProfileSummary>> ProfilesAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("import.profiles", () => Queries.Profiles(), cancellationToken);

    /// <summary>What a profile says; null when there is none.</summary>
    public Task<ImportProfileText?> GetProfileAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.Find("import-profile.get", name, () => Queries.Profile(new(name)), cancellationToken);

    /// <summary>Saves a profile or replaces it. Safe to repeat.</summary>
    public Task<ImportProfileReply> PutProfileAsync(
        PutImportProfile profile, CancellationToken cancellationToken = default) =>
        _calls.Send<ImportProfileReply, ImportProfileText>(
            "import-profile.put", profile.Name, profile.Validate(), () => Saved.Put(profile), cancellationToken);

    /// <summary>Deletes a profile that was saved; one that is not there is deleted already.</summary>
    public Task<ImportProfileReply> DeleteProfileAsync(string name, CancellationToken cancellationToken = default) =>
        _calls.Send<ImportProfileReply, ImportProfileText>(
            "import-profile.delete", name, [], () => Saved.Delete(new(name)), cancellationToken);

    /// <summary>
    /// Some of the rows that an import refused, as they were sent; null when its file is not kept any more, or when it
    /// has not ended. Read on behind <see cref="SentRows.Next"/>.
    /// </summary>
    public Task<SentRows?> RefusedRowsAsync(
        ImportId id, int after = 0, CancellationToken cancellationToken = default) =>
        _calls.Ask("import.refused-rows", () => Actor(id).RefusedRows(new(after)), cancellationToken);

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

    private IImportProfilesGrain Saved => _calls.Actor<IImportProfilesGrain>(IImportProfilesGrain.Id);

    private IImportQueriesGrain Queries => _calls.Queries<IImportQueriesGrain>();

    private IImportGrain Actor(ImportId id) => _calls.Actor<IImportGrain>(id.Value);
}
