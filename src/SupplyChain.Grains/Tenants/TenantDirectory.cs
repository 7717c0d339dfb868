using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupplyChain.Access;
using SupplyChain.Journal;

namespace SupplyChain.Tenants;

/// <summary>
/// Which tenants there are, as this node knows them: the home tenant, and each that has a stream of its own. One
/// question a second tells which streams have grown, and only those are read.
/// </summary>
/// <remarks>While the journal does not answer, what was known last holds: a tenant does not go away.</remarks>
public sealed partial class TenantDirectory : BackgroundService
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(1);

    private readonly IJournal _journal;
    private readonly AccessOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<TenantDirectory> _log;
    private readonly Rereading _rereading;
    private volatile ImmutableSortedDictionary<TenantId, RegisteredTenant> _known =
        ImmutableSortedDictionary<TenantId, RegisteredTenant>.Empty;

    private volatile FrozenDictionary<TenantId, TenantQuotas>? _bounded;

    /// <summary>Knows the home tenant alone before it has read the journal.</summary>
    public TenantDirectory(
        IJournal journal, AccessOptions options, TimeProvider time, ILogger<TenantDirectory> log)
    {
        (_journal, _options, _time, _log) = (journal, options, time, log);
        _rereading = new(time, ReadAsync);
    }

    /// <summary>Every tenant by id, as they are known here.</summary>
    public Items<TenantDetails> All => _known
        .Where(tenant => tenant.Key != _options.Tenant)
        .Select(tenant => tenant.Value.Details(tenant.Key))
        .Append(Home)
        .OfType<TenantDetails>().OrderBy(tenant => tenant.Id).ToItems();

    /// <summary>The quotas of tenants that have some, as they are known here; null without such tenants.</summary>
    internal FrozenDictionary<TenantId, TenantQuotas>? Bounded => _bounded;

    private TenantDetails Home =>
        _known.GetValueOrDefault(_options.Tenant)?.Details(_options.Tenant) ?? HomeTenant.Details(_options.Tenant);

    /// <summary>Whether there is such a tenant, as it is known here; one that was made now is a second later.</summary>
    public bool Exists(TenantId tenant) => tenant == _options.Tenant || _known.ContainsKey(tenant);

    /// <summary>
    /// The same for a tenant that may have been made a moment ago: when it is unknown, the journal is asked first,
    /// ten times a second at most.
    /// </summary>
    /// <exception cref="UnavailableException">The journal does not answer.</exception>
    public async Task<bool> ExistsAsync(TenantId tenant)
    {
        if (!Exists(tenant) && PutTenant.IsId(tenant))
            await KnownAsync(_rereading.ReadMissingAsync());
        return Exists(tenant);
    }

    /// <summary>Every tenant by id, read now.</summary>
    /// <exception cref="UnavailableException">The journal does not answer.</exception>
    public async Task<Items<TenantDetails>> ListAsync()
    {
        await KnownAsync(_rereading.ReadAsync(CancellationToken.None));
        return All;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _rereading.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await KnownAsync(_rereading.ReadAsync(cancellationToken));
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
                await _rereading.ReadAsync(stoppingToken);
            }
            catch (Exception passing) when (passing is not OperationCanceledException)
            {
                Failed(_log, passing.Message);
            }
        }
    }

    private static async Task KnownAsync(Task reading)
    {
        try
        {
            await reading;
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"The tenants could not be read: {trouble.Message}");
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var known = _known.ToBuilder();
        foreach (var head in await _journal.HeadsAsync(RegisteredTenant.Kind, cancellationToken))
        {
            var tenant = known.GetValueOrDefault(head.Stream.Tenant) ?? RegisteredTenant.Initial;
            if (head.Version > tenant.Version)
                known[head.Stream.Tenant] = await ReadAsync(head.Stream, tenant, cancellationToken);
        }
        _known = known.ToImmutable();
        var bounded = _known.Where(tenant => tenant.Value.Quotas != AgreedQuotas.None)
            .ToFrozenDictionary(tenant => tenant.Key, tenant => tenant.Value.Quotas.ToContract());
        _bounded = bounded.Count > 0 ? bounded : null;
    }

    private async Task<RegisteredTenant> ReadAsync(
        StreamId stream, RegisteredTenant known, CancellationToken cancellationToken)
    {
        var rows = await _journal.ReadStreamAsync(stream, known.Version + 1, cancellationToken: cancellationToken);
        return rows.Aggregate(known, (tenant, row) => RegisteredTenant.Evolve(
            tenant, EventCodec.Decode<TenantEvent>(row.Type, row.Schema, row.Data), row.RecordedAt));
    }

    [LoggerMessage(LogLevel.Warning, "Which tenants there are could not be read again: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
