using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;

namespace SupplyChain.Access;

/// <summary>
/// The keys of all tenants as this silo knows them: each second it asks which key rings moved and reads those, so that
/// a key that was revoked anywhere is refused here soon after, and finding one costs a look into memory.
/// </summary>
/// <remarks>
/// While the journal does not answer, what was known last holds for a minute; after that no key is accepted, because
/// any of them may have been revoked.
/// </remarks>
public sealed partial class KeyDirectory : BackgroundService
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxUnconfirmedAge = TimeSpan.FromMinutes(1);

    private readonly IJournal _journal;
    private readonly TimeProvider _time;
    private readonly ILogger<KeyDirectory> _log;
    private readonly Rereading _rereading;
    private readonly ConcurrentDictionary<(TenantId Tenant, KeyId Key), DateTimeOffset> _uses = new();
    private volatile KeyRings _rings = KeyRings.None;

    /// <summary>Knows no key before it has read the journal.</summary>
    public KeyDirectory(IJournal journal, TimeProvider time, ILogger<KeyDirectory> log)
    {
        (_journal, _time, _log) = (journal, time, log);
        _rereading = new(time, ReadAsync);
    }

    /// <summary>Whether a tenant ever had a key.</summary>
    public bool HasRing(TenantId tenant) => _rings.HasRing(tenant);

    /// <summary>A key of a tenant that is accepted now; null when there is none of that id.</summary>
    public ApiKey? Find(TenantId tenant, KeyId id)
    {
        CheckAge();
        return Used(_rings.Find(tenant, id) is { } key ? new(tenant, key) : null)?.Key;
    }

    /// <summary>
    /// The key whose text has that digest, of any tenant; null when there is none that is accepted now. It may have
    /// been created a moment ago: when it is unknown, what happened since is read first, though not oftener than ten
    /// times a second.
    /// </summary>
    public async Task<OwnedKey?> FindNewestAsync(KeyId id, string digest)
    {
        if (!_rings.Find(id).Any())
            await CatchUpAsync();
        CheckAge();
        return Used(_rings.Find(id).FirstOrDefault(found => found.Key.Digest == digest));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _rereading.Dispose();
        base.Dispose();
    }

    /// <summary>Reads what happened to the keys since.</summary>
    /// <exception cref="JournalUnavailableException">The journal does not answer.</exception>
    public Task RefreshAsync(CancellationToken cancellationToken) => _rereading.ReadAsync(cancellationToken);

    /// <summary>The uses since they were taken last, of each tenant.</summary>
    internal IReadOnlyList<(TenantId Tenant, Items<KeyUse> Uses)> TakeUses() =>
    [
        .. _uses.Keys.GroupBy(used => used.Tenant).Select(keys => (keys.Key, keys
            .Select(used => _uses.TryRemove(used, out var at) ? new KeyUse(used.Key, at) : null)
            .OfType<KeyUse>().ToItems())),
    ];

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RefreshInterval, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception passing) when (passing is not OperationCanceledException)
            {
                Failed(_log, passing.Message);
            }
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var known = _rings;
        var newer = new Dictionary<TenantId, ReadRing>();
        foreach (var (stream, version) in await _journal.HeadsAsync(KeyRing.Kind, cancellationToken))
        {
            if (version > known.VersionOf(stream.Tenant))
                newer[stream.Tenant] = await ReadAsync(stream, known.RingOf(stream.Tenant), cancellationToken);
        }
        _rings = known.With(newer);
    }

    private async Task<ReadRing> ReadAsync(StreamId stream, ReadRing known, CancellationToken cancellationToken)
    {
        var rows = await _journal.ReadStreamAsync(stream, known.Version + 1, cancellationToken: cancellationToken);
        return rows.Aggregate(known, (read, row) => new(
            KeyRing.Evolve(
                read.Ring, EventCodec.Decode<KeyEvent>(row.Type, row.Schema, row.Data), row.RecordedAt),
            row.Version));
    }

    private async Task CatchUpAsync()
    {
        try
        {
            await _rereading.ReadMissingAsync();
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"The keys could not be read: {trouble.Message}");
        }
    }

    /// <exception cref="UnavailableException">What is known is too old.</exception>
    private void CheckAge()
    {
        if (_rereading.Age > MaxUnconfirmedAge)
            throw new UnavailableException("The keys could not be read for a minute.");
    }

    /// <summary>The key when it is accepted now, and that it was used.</summary>
    private OwnedKey? Used(OwnedKey? found)
    {
        var now = _time.GetUtcNow();
        if (found?.Key.IsUsable(now) != true)
            return null;
        _uses[(found.Tenant, found.Key.Id)] = now;
        return found;
    }

    [LoggerMessage(LogLevel.Warning, "The keys could not be read again: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
