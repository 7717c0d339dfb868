using SupplyChain.Journal.Uploads;

namespace SupplyChain.Journal.Sqlite;

/// <summary>Uploaded files in the data directory, a folder for each tenant.</summary>
public sealed class FolderUploads(DataDirectory data, TimeProvider clock) : IUploads
{
    /// <inheritdoc/>
    public Task StoreAsync(
        TenantId tenant, string file, int part, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken = default) => Tried(async () =>
    {
        var path = PathOf(tenant, file);
        if (part == 0)
        {
            DeleteForgotten(Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        }
        await using var stream = new FileStream(path, part == 0 ? FileMode.Create : FileMode.Open, FileAccess.Write);
        stream.Position = (long)part * Limits.ImportPartBytes;
        await stream.WriteAsync(bytes, cancellationToken);
        stream.Flush(flushToDisk: true);
        return true;
    });

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(TenantId tenant, string file, CancellationToken cancellationToken = default) =>
        Tried(() => Task.FromResult<Stream?>(File.Exists(PathOf(tenant, file))
            ? new FileStream(
                PathOf(tenant, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, true)
            : null));

    /// <inheritdoc/>
    public Task DeleteAsync(TenantId tenant, string file, CancellationToken cancellationToken = default) => Tried(() =>
    {
        File.Delete(PathOf(tenant, file));
        return Task.FromResult(true);
    });

    private string PathOf(TenantId tenant, string file) =>
        Path.Combine(data.File("imports"), tenant.Value, Path.GetFileName(file));

    private void DeleteForgotten(DirectoryInfo folder)
    {
        var before = clock.GetUtcNow().UtcDateTime - IUploads.KeptFor;
        foreach (var forgotten in folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before))
        {
            forgotten.Delete();
        }
    }

    private static async Task<T> Tried<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException(
                $"The folder of uploaded files cannot be used: {trouble.Message}", trouble);
        }
    }
}
