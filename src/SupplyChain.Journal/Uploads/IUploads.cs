namespace SupplyChain.Journal.Uploads;

/// <summary>
/// Files that were uploaded and wait for their work: stored part by part, durable before the call returns, and read by
/// whichever node does the work. What was not deleted within <see cref="KeptFor"/> goes when another file begins.
/// </summary>
public interface IUploads
{
    /// <summary>How long a file is kept that is not deleted.</summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Stores a part; part 0 begins the file anew. The same part again changes nothing.</summary>
    /// <exception cref="JournalUnavailableException">It could not be stored.</exception>
    Task StoreAsync(
        TenantId tenant, string file, int part, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken = default);

    /// <summary>Opens a file for reading from its beginning; null when there is none.</summary>
    /// <exception cref="JournalUnavailableException">It could not be read; reading on may throw it too.</exception>
    Task<Stream?> OpenAsync(TenantId tenant, string file, CancellationToken cancellationToken = default);

    /// <summary>Deletes a file; none is fine.</summary>
    /// <exception cref="JournalUnavailableException">It could not be deleted.</exception>
    Task DeleteAsync(TenantId tenant, string file, CancellationToken cancellationToken = default);
}
