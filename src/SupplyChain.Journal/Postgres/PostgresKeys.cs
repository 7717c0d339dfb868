using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using SupplyChain.Journal.PersonalData;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// Keys in tables of their own, so that they can be destroyed while the journal stays. Requests that wait while others
/// are in flight share a round trip. A key is remembered for a few seconds only: so long it takes until every silo
/// notices that it was erased on another one.
/// </summary>
public sealed class PostgresKeys : ISubjectKeys, ITenantKeys, IAsyncDisposable, IDisposable
{
    private const int MaxSubjectsPerBatch = 500;
    private const int MaxCachedSubjects = 20_000;
    private const int MaxTries = 5;

    private const string Find = """
        SELECT k.tenant, k.subject, k.key_id, k.key FROM unnest($1::text[], $2::text[]) AS w (tenant, subject)
        JOIN subject_keys k ON k.tenant = w.tenant AND k.subject = w.subject
        """;

    // What another silo creates at the same moment is in neither part: it is found the next time.
    private const string FindOrCreate = """
        WITH wanted AS (
            SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[]) AS w (tenant, subject, key_id, key)
        ), created AS (
            INSERT INTO subject_keys (tenant, subject, key_id, key) SELECT * FROM wanted
            ON CONFLICT DO NOTHING RETURNING tenant, subject, key_id, key
        )
        SELECT tenant, subject, key_id, key FROM created
        UNION ALL
        SELECT k.tenant, k.subject, k.key_id, k.key FROM wanted w
        JOIN subject_keys k ON k.tenant = w.tenant AND k.subject = w.subject
        """;

    private const string FindTenant = "SELECT key FROM tenant_keys WHERE tenant = $1";

    private static readonly TimeSpan CacheRetention = TimeSpan.FromSeconds(5);

    private readonly record struct Subject(TenantId Tenant, string Name);
    private readonly record struct Remembered(SubjectKey Key, long Since);

    private readonly ConcurrentDictionary<Subject, Remembered> _subjects = new();
    private readonly ConcurrentDictionary<TenantId, TenantKey> _tenants = new();
    private readonly Coalescer<Subject, SubjectKey?> _finding;
    private readonly Coalescer<Subject, SubjectKey?> _creating;
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _clock;

    /// <summary>The keys in a database, which has to stay open as long as this object.</summary>
    public PostgresKeys(PostgresDatabase database, TimeProvider clock)
    {
        (_source, _clock) = (database.Queries, clock);
        _finding = new(
            asked => _source.ReadAsync((connection, stop) => FindAsync(connection, asked, stop), default),
            MaxSubjectsPerBatch, workers: 1);
        _creating = new(
            asked => _source.ReadAsync((connection, stop) => FindOrCreateAsync(connection, asked, stop), default),
            MaxSubjectsPerBatch, workers: 1);
    }

    /// <inheritdoc/>
    public async ValueTask<SubjectKey> GetOrCreateAsync(
        TenantId tenant, string subject, CancellationToken cancellationToken = default) =>
        (await AskAsync(_creating, new(tenant, subject), cancellationToken))!;

    /// <inheritdoc/>
    public ValueTask<SubjectKey?> FindAsync(
        TenantId tenant, string subject, CancellationToken cancellationToken = default) =>
        AskAsync(_finding, new(tenant, subject), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> EraseAsync(TenantId tenant, string subject, CancellationToken cancellationToken = default)
    {
        var erased = await _source.ReadAsync(
            async (connection, stop) =>
            {
                await using var command = new NpgsqlCommand(
                    "DELETE FROM subject_keys WHERE tenant = $1 AND subject = $2", connection)
                    .With(tenant.Value).With(subject);
                return await command.ExecuteNonQueryAsync(stop) > 0;
            },
            cancellationToken);
        _subjects.TryRemove(new(tenant, subject), out _);
        return erased;
    }

    /// <inheritdoc/>
    public async ValueTask<TenantKey> GetAsync(TenantId tenant, CancellationToken cancellationToken = default) =>
        _tenants.TryGetValue(tenant, out var known)
            ? known
            : _tenants[tenant] = await _source.ReadAsync(
                (connection, stop) => FindOrCreateAsync(connection, tenant, stop), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _finding.DisposeAsync();
        await _creating.DisposeAsync();
    }

#pragma warning disable VSTHRD002 // A container that is disposed of synchronously waits for the last answers too.
    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    private async ValueTask<SubjectKey?> AskAsync(
        Coalescer<Subject, SubjectKey?> source, Subject subject, CancellationToken cancellationToken)
    {
        StorableText.Demand(subject.Name, nameof(subject));
        if (_subjects.TryGetValue(subject, out var known) && _clock.GetElapsedTime(known.Since) < CacheRetention)
        {
            return known.Key;
        }
        var asked = _clock.GetTimestamp();
        var key = await source.AskAsync(subject, cancellationToken);
        if (key is not null)
        {
            if (_subjects.Count >= MaxCachedSubjects)
            {
                _subjects.Clear();
            }
            _subjects[subject] = new(key, asked);
        }
        return key;
    }

    private static async Task<IReadOnlyList<SubjectKey?>> FindAsync(
        NpgsqlConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellationToken)
    {
        var distinct = subjects.Distinct().ToList();
        await using var command = new NpgsqlCommand(Find, connection)
            .With(NpgsqlDbType.Text, distinct.Select(subject => subject.Tenant.Value))
            .With(NpgsqlDbType.Text, distinct.Select(subject => subject.Name));
        var found = (await command.AllAsync(Read, cancellationToken)).ToDictionary();
        return [.. subjects.Select(subject => found.GetValueOrDefault(subject))];
    }

    private static async Task<IReadOnlyList<SubjectKey?>> FindOrCreateAsync(
        NpgsqlConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Subject, SubjectKey>();
        for (var tries = 0; tries < MaxTries; tries++)
        {
            // In one order, so that two silos wait for each other instead of locking each other out.
            var missing = subjects.Distinct().Where(subject => !found.ContainsKey(subject))
                .OrderBy(subject => subject.Tenant.Value, StringComparer.Ordinal)
                .ThenBy(subject => subject.Name, StringComparer.Ordinal)
                .ToList();
            if (missing.Count == 0)
            {
                return [.. subjects.Select(subject => found[subject])];
            }
            var material = missing.ConvertAll(_ => SubjectKey.NewMaterial());
            await using var command = new NpgsqlCommand(FindOrCreate, connection)
                .With(NpgsqlDbType.Text, missing.Select(subject => subject.Tenant.Value))
                .With(NpgsqlDbType.Text, missing.Select(subject => subject.Name))
                .With(NpgsqlDbType.Bytea, material.Select(key => key.Id))
                .With(NpgsqlDbType.Bytea, material.Select(key => key.Key));
            foreach (var (subject, key) in await command.AllAsync(Read, cancellationToken))
            {
                found[subject] = key;
            }
        }
        throw new JournalUnavailableException("Other silos create and erase the same keys all the time.");
    }

    private static KeyValuePair<Subject, SubjectKey> Read(NpgsqlDataReader row) => new(
        new(row.GetString(0), row.GetString(1)), new(row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)));

    private static async Task<TenantKey> FindOrCreateAsync(
        NpgsqlConnection connection, TenantId tenant, CancellationToken cancellationToken)
    {
        await using var create = new NpgsqlCommand(
            "INSERT INTO tenant_keys (tenant, key) VALUES ($1, $2) ON CONFLICT DO NOTHING", connection)
            .With(tenant.Value).With(NpgsqlDbType.Bytea, RandomNumberGenerator.GetBytes(32));
        await using var find = new NpgsqlCommand(FindTenant, connection).With(tenant.Value);
        if (await find.ExecuteScalarAsync(cancellationToken) is not byte[] key)
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
            key = (byte[])(await find.ExecuteScalarAsync(cancellationToken))!;
        }
        return new(key);
    }
}
