using Microsoft.Extensions.Logging;

namespace SupplyChain.Operations;

/// <summary>Finishes what a stream left unfinished, the way its aggregate says.</summary>
public sealed class DueWorkHandlers(IEnumerable<IAggregateActor> aggregates, ILogger<DueWorkHandlers> log)
{
    private readonly Dictionary<string, IAggregateActor> _aggregates =
        aggregates.ToDictionary(aggregate => aggregate.Kind);

    /// <summary>Finishes one stream's work.</summary>
    public Task FinishAsync(DueWork work, CancellationToken cancellationToken)
    {
        var (tenant, kind, id) = work.Stream;
        if (!_aggregates.TryGetValue(kind, out var aggregate))
        {
            log.Unknown(work.Stream.ToString());
            return Task.CompletedTask;
        }
        return work.Work == UnfinishedWork.Own
            ? aggregate.ResumeAsync(tenant, id, cancellationToken)
            : aggregate.HandOverAsync(tenant, id, cancellationToken);
    }
}
