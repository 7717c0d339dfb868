using Orleans.Concurrency;
using Orleans.Runtime;
using SupplyChain.Journal;
using SupplyChain.Journal.ReadModels;
using SupplyChain.Journal.Verification;

namespace SupplyChain.Operations;

/// <summary>Answers about the whole, from the read models and the journal.</summary>
[GrainType("operations"), StatelessWorker, Reentrant]
public sealed class OperationsGrain(
    IReadModels readModels, IProjection projection, IDueWork dueWork, IJournal journal, IVerifier verifier,
    IBusinessClock business, TimeProvider time) : Grain, IOperationsGrain
{
    private static readonly TimeSpan PatienceWithSilo = TimeSpan.FromSeconds(1);

    private TenantId Tenant => this.GetPrimaryKeyString();

    private DateOnly Today => DateOnly.FromDateTime(business.Now.Date);

    /// <inheritdoc/>
    public Task<KpiReply> Kpis(KpiQuery query) => Queries.Run(() => readModels.KpisAsync(Tenant, query, Today));

    /// <inheritdoc/>
    public Task<Page<ExceptionEntry>> Exceptions(ListExceptions query) =>
        Queries.Run(() => readModels.ExceptionsAsync(Tenant, query, Today));

    /// <inheritdoc/>
    public Task<EventPage?> Events(ReadEvents query) => Queries.Run(async () =>
    {
        var position = Position.Start;
        if (query.After is not null && !Position.TryParse(query.After, out position))
        {
            return null;
        }
        var wanted = query.Types.ToHashSet();
        var events = new List<PublishedEvent>();
        for (var pages = 0; events.Count < query.Limit && pages < 20; pages++)
        {
            var rows = await journal.ReadTailAsync(position, query.Limit - events.Count);
            foreach (var row in rows.Where(row => row.Stream.Tenant == Tenant))
            {
                var published = PublishedEvents.Of(row);
                if (wanted.Count == 0 || wanted.Contains(published.Type))
                {
                    events.Add(published);
                }
            }
            if (rows.Count == 0)
            {
                break;
            }
            position = rows[^1].Position;
        }
        return new EventPage(events.ToItems(), position.ToString());
    });

    /// <inheritdoc/>
    public Task<DateTimeOffset> Now() => Task.FromResult(time.GetUtcNow());

    /// <inheritdoc/>
    public Task<ClusterStatus> Status() => Queries.Run(async () =>
    {
        var last = await journal.TailPositionAsync();
        var lag = await projection.LagAsync(time.GetUtcNow());
        return new ClusterStatus(
            last.ToString(), projection.Position.ToString(), (long)lag.TotalMilliseconds, await dueWork.CountAsync(),
            projection.RebuildPercent, await Silos());
    });

    /// <inheritdoc/>
    public Task<VerifyReport> Verify() => Queries.Run(() => verifier.VerifyAsync(time.GetUtcNow()));

    /// <inheritdoc/>
    public Task Rebuild()
    {
        _ = projection.RebuildAsync();
        return Task.CompletedTask;
    }

    private async Task<Items<SiloStatus>> Silos()
    {
        var management = GrainFactory.GetGrain<IManagementGrain>(0);
        var hosts = await management.GetDetailedHosts(onlyActive: true);
        return (await Task.WhenAll(hosts.Select(host => Silo(management, host)))).ToItems();
    }

    /// <summary>A silo that was killed a moment ago is still in the list; the others are shown nevertheless.</summary>
    private static async Task<SiloStatus> Silo(IManagementGrain management, MembershipEntry host)
    {
        try
        {
            var figures = await management.GetRuntimeStatistics([host.SiloAddress]).WaitAsync(PatienceWithSilo);
            return new(host.SiloName, host.Status.ToString(), (int)figures[0].ActivationCount, host.StartTime);
        }
        catch (Exception silent) when (silent is TimeoutException or OrleansException)
        {
            return new(host.SiloName, "Silent", 0, host.StartTime);
        }
    }
}
