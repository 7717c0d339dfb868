using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;

namespace SupplyChain.Access;

/// <summary>
/// The keys as this silo knows them: read from their stream every second, so that a key that was revoked anywhere is
/// refused here soon after, and finding one costs a look into memory.
/// </summary>
/// <remarks>
/// While the journal does not answer, what was known last holds for a minute; after that no key is accepted, because
/// any of them may have been revoked.
/// </remarks>
public sealed partial class KeyDirectory(
    IJournal journal, AccessOptions options, TimeProvider time, ILogger<KeyDirectory> log)
    : BackgroundService
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinRefreshInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxUnconfirmedAge = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<KeyId, DateTimeOffset> _uses = new();
    private readonly SemaphoreSlim _refreshing = new(1);
    private volatile Known _known = new(KeyRing.Initial, 0);
    private long _confirmedAt;

    /// <summary>The key whose text has that digest; null when there is none that is accepted now.</summary>
    public ApiKey? Find(KeyId id, string digest) =>
        Find(id) is { } key && key.Digest == digest ? key : null;

    /// <summary>A key that is accepted now; null when there is none of that id.</summary>
    public ApiKey? Find(KeyId id)
    {
        var now = time.GetUtcNow();
        if (time.GetElapsedTime(Volatile.Read(ref _confirmedAt)) > MaxUnconfirmedAge)
            throw new UnavailableException("The keys could not be read for a minute.");
        if (_known.Ring.Keys.GetValueOrDefault(id.Value) is not { } key || !key.IsUsable(now))
            return null;
        _uses[id] = now;
        return key;
    }

    /// <summary>
    /// The same for a key that may have been created a moment ago: when it is unknown, what happened since is read
    /// first, though not oftener than ten times a second.
    /// </summary>
    public async Task<ApiKey?> FindNewestAsync(KeyId id, string digest)
    {
        if (_known.Ring.Keys.ContainsKey(id.Value))
            return Find(id, digest);
        var asked = time.GetTimestamp();
        await _refreshing.WaitAsync();
        try
        {
            var readAt = Volatile.Read(ref _confirmedAt);
            if (readAt < asked && time.GetElapsedTime(readAt) > MinRefreshInterval)
                await RefreshAsync(CancellationToken.None);
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"The keys could not be read: {trouble.Message}");
        }
        finally
        {
            _refreshing.Release();
        }
        return Find(id, digest);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _refreshing.Dispose();
        base.Dispose();
    }

    /// <summary>Reads what happened to the keys since.</summary>
    /// <exception cref="JournalUnavailableException">The journal does not answer.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var stream = new StreamId(options.Tenant, KeyRing.Kind, IKeyRingGrain.Id);
        var (ring, version) = _known;
        foreach (var row in await journal.ReadStreamAsync(stream, version + 1, cancellationToken: cancellationToken))
        {
            ring = KeyRing.Evolve(
                ring, EventCodec.Decode<KeyEvent>(row.Type, row.Schema, row.Data), row.RecordedAt);
            version = row.Version;
        }
        _known = new(ring, version);
        Volatile.Write(ref _confirmedAt, asked);
    }

    /// <summary>The uses since they were taken last.</summary>
    internal Items<KeyUse> TakeUses() => _uses.Keys
        .Select(key => _uses.TryRemove(key, out var at) ? new KeyUse(key, at) : null)
        .OfType<KeyUse>().ToItems();

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RefreshInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception passing) when (passing is not OperationCanceledException)
            {
                Failed(log, passing.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The keys could not be read again: {Reason}")]
    private static partial void Failed(ILogger log, string reason);

    private sealed record Known(KeyRing Ring, long Version);
}
