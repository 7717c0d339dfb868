using System.Collections.Concurrent;
using SupplyChain.Journal.PersonalData;

namespace SupplyChain.Journal.Sqlite;

/// <summary>
/// Keys in a file of their own (<c>keys.db</c>), so that they can be kept and destroyed apart from the journal. One
/// thread does everything; requests that wait while a commit is in flight share the next.
/// </summary>
public sealed class SqliteKeys : ISubjectKeys, ITenantKeys, IDisposable
{
    private const int MaxCachedKeys = 20_000;
    private const int MaxRequestsPerBatch = 500;

    private readonly ConcurrentDictionary<(TenantId, string), SubjectKey> _subjects = new();
    private readonly ConcurrentDictionary<TenantId, TenantKey> _tenants = new();
    private readonly ConcurrentQueue<IKeyRequest> _waiting = new();
    private readonly DedicatedThread _thread = new("keys");
    private readonly SqliteFile _file;
    private KeyTable? _table;
    private int _disposed;

    /// <summary>Opens or creates the keys of a data directory.</summary>
    /// <exception cref="SchemaRefusedException">The file's schema is not this version's.</exception>
    public SqliteKeys(DataDirectory directory, SqliteJournalOptions options, TimeProvider clock)
    {
        _file = new(directory.File("keys.db"), options.LockTimeout);
        using var connection = _file.OpenWriter();
        SqliteMigrations.Apply(connection, MigrationScript.All("SupplyChain.Journal.Sqlite.KeyMigrations"), clock);
    }

    /// <inheritdoc/>
    public ValueTask<SubjectKey> GetOrCreateAsync(
        TenantId tenant, string subject, CancellationToken cancellationToken = default) =>
        _subjects.TryGetValue((tenant, subject), out var cached)
            ? new(cached)
            : new(AskAsync(
                table => table.FindSubject(tenant, subject) ?? table.CreateSubject(tenant, subject),
                key => Cache(_subjects, (tenant, subject), key), cancellationToken));

    /// <inheritdoc/>
    public ValueTask<SubjectKey?> FindAsync(
        TenantId tenant, string subject, CancellationToken cancellationToken = default) =>
        _subjects.TryGetValue((tenant, subject), out var cached)
            ? new(cached)
            : new(AskAsync(
                table => table.FindSubject(tenant, subject),
                key => Cache(_subjects, (tenant, subject), key), cancellationToken));

    /// <inheritdoc/>
    public Task<bool> EraseAsync(TenantId tenant, string subject, CancellationToken cancellationToken = default) =>
        AskAsync(
            table => table.EraseSubject(tenant, subject),
            _ => _subjects.TryRemove((tenant, subject), out var _), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TenantKey> GetAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        _tenants.TryGetValue(tenant, out var cached)
            ? new(cached)
            : new(AskAsync(
                table => table.FindTenant(tenant) ?? table.CreateTenant(tenant),
                key => Cache(_tenants, tenant, key), cancellationToken));

    /// <summary>Finishes what is queued and closes the file.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _thread.Dispose();
            _table?.Dispose();
        }
    }

    private static void Cache<TKey, TValue>(ConcurrentDictionary<TKey, TValue> cache, TKey key, TValue? value)
        where TKey : notnull
        where TValue : class
    {
        if (value is not null)
        {
            if (cache.Count >= MaxCachedKeys)
            {
                cache.Clear();
            }
            cache[key] = value;
        }
    }

    private async Task<T> AskAsync<T>(Func<KeyTable, T> work, Action<T> committed, CancellationToken cancellationToken)
    {
        var request = new KeyRequest<T>(work, committed);
        _waiting.Enqueue(request);
        try
        {
            _ = _thread.RunAsync(ServeSome, CancellationToken.None);
        }
        catch (TaskSchedulerException closed)
        {
            throw new JournalUnavailableException("The keys are closed.", closed);
        }
        return await request.Task.WaitAsync(cancellationToken);
    }

    private bool ServeSome()
    {
        var some = new List<IKeyRequest>();
        while (some.Count < MaxRequestsPerBatch && _waiting.TryDequeue(out var next))
        {
            some.Add(next);
        }
        try
        {
            _table ??= new(_file.OpenWriter());
            _table.InTransaction(table => some.ForEach(request => request.Execute(table)));
            some.ForEach(request => request.Complete());
        }
        catch (Exception failure) // the thread must live
        {
            _table?.Dispose();
            _table = null;
            var unavailable = new JournalUnavailableException("The keys could not be read or written.", failure);
            some.ForEach(request => request.Fail(unavailable));
        }
        return true;
    }
}
