using Orleans.Concurrency;
using Orleans.Runtime;
using SupplyChain.Access;
using SupplyChain.Events;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>Answers about the whole, from the read models and the journal.</summary>
[GrainType("operations"), StatelessWorker, Reentrant]
public sealed class OperationsGrain(
    IReadModels readModels, IProjection projection, IDueWork dueWork, IJournal journal, IFeatureLevel level,
    EventFeed feed, Silos silos, AccessOptions access, IBusinessClock business, TimeProvider time)
    : Grain, IOperationsGrain
{
    private const int MaxDueWorkShown = 5;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private TenantId Tenant => this.GetPrimaryKeyString();

    private PlannersDay Day => new(Today, time.GetUtcNow());

    private DateOnly Today => DateOnly.FromDateTime(business.Now.Date);

    /// <inheritdoc/>
    public Task<KpiReply> Kpis(KpiQuery query) => Queries.Run(() => readModels.KpisAsync(Tenant, query, Today));

    /// <inheritdoc/>
    public Task<Page<ExceptionEntry>> Exceptions(ListExceptions query) =>
        Queries.Run(() => readModels.ExceptionsAsync(Tenant, query, Day));

    /// <inheritdoc/>
    public Task<ExceptionEntry?> Exception(GetException query) =>
        Queries.Run(() => readModels.ExceptionAsync(Tenant, query.Id, Day));

    /// <inheritdoc/>
    public Task<ExceptionCount> ExceptionCount(ListExceptions query) =>
        Queries.Run(() => readModels.CountExceptionsAsync(Tenant, query, Day));

    /// <inheritdoc/>
    public Task<EventPage?> Events(ReadEvents query) => Queries.Run(async () =>
        query.After is null ? await feed.ReadAsync(Tenant, Position.Start, query)
        : Position.TryParse(query.After, out var after) ? await feed.ReadAsync(Tenant, after, query)
        : null);

    /// <inheritdoc/>
    public Task<DateTimeOffset> Now() => Task.FromResult(time.GetUtcNow());

    /// <inheritdoc/>
    public Task<ClusterStatus> Status() => Queries.Run(StatusNow);

    /// <inheritdoc/>
    public Task<ClusterStatus?> Drain(DrainSilo command) =>
        Queries.Run(async () => await silos.DrainAsync(command.Name) ? await StatusNow() : null);

    /// <inheritdoc/>
    public async Task<VerifyReport> Verify()
    {
        var verification = GrainFactory.GetGrain<IVerificationGrain>(this.GetPrimaryKeyString());
        var ticket = await verification.Start();
        while (true)
        {
            var outcome = await verification.Follow(ticket);
            if (outcome.Report is not null)
            {
                return outcome.Report;
            }
            if (outcome.Trouble is not null)
            {
                throw new UnavailableException(outcome.Trouble);
            }
            await Task.Delay(PollInterval, time);
        }
    }

    /// <inheritdoc/>
    public Task Rebuild()
    {
        _ = projection.RebuildAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<LevelReply> RaiseLevel(RaiseLevel command) => Queries.Run(() => level.RaiseAsync(command.Level));

    /// <summary>Silos and what they write are facts of the cluster: callers of the home tenant see them.</summary>
    private async Task<ClusterStatus> StatusNow()
    {
        var last = await journal.TailPositionAsync();
        var lag = await projection.LagAsync(time.GetUtcNow());
        var isHome = Tenant == access.Tenant;
        var due = await dueWork.OldestAsync(Tenant, MaxDueWorkShown);
        var seen = isHome ? await silos.ReadAsync() : [];
        return new ClusterStatus(
            last.ToString(), projection.Position.ToString(), (long)lag.TotalMilliseconds,
            await dueWork.CountAsync(isHome ? default(TenantId?) : Tenant),
            projection.RebuildPercent, seen.Select(silo => silo.Silo).ToItems(),
            due.Select(work => new DueStream($"{work.Stream.Kind}/{work.Stream.Id}", work.Since)).ToItems(),
            seen.Sum(silo => silo.Load?.CommitsPerSecond ?? 0), seen.Sum(silo => silo.Load?.EventsPerSecond ?? 0),
            business.Now, level.Current, FeatureLevel.Newest, projection.Stopped);
    }
}
