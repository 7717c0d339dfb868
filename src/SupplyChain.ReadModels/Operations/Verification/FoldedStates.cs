using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>The domain's own states of every stream of a kind.</summary>
internal sealed class FoldedStates<TState, TEvent>(Func<TEvent, TEvent>? slim = null)
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    /// <summary>The states.</summary>
    public Dictionary<StreamId, TState> States { get; } = [];

    /// <summary>The state of a stream; null when there is none.</summary>
    public TState? Find(TenantId tenant, string id) => States.GetValueOrDefault(new(tenant, TState.Kind, id));

    /// <summary>Takes in an event.</summary>
    public void Take(JournaledEvent row, TEvent @event) => States[row.Stream] = TState.Evolve(
        States.GetValueOrDefault(row.Stream, TState.Initial), slim is null ? @event : slim(@event), row.RecordedAt);
}
