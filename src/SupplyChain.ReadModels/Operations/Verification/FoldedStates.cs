using SupplyChain.Journal;

namespace SupplyChain.Operations.Verification;

/// <summary>The domain's own states of every stream of a kind.</summary>
internal sealed class FoldedStates<TState, TEvent>(Func<TEvent, TEvent>? slim = null) : IStreamFold
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    /// <summary>The states.</summary>
    public Dictionary<StreamId, TState> States { get; } = [];

    /// <summary>The state of a stream; null when there is none.</summary>
    public TState? Find(TenantId tenant, string id) => States.GetValueOrDefault(new(tenant, TState.Kind, id));

    /// <inheritdoc/>
    public void Add(JournaledEvent row, object @event) => States[row.Stream] = TState.Evolve(
        States.GetValueOrDefault(row.Stream, TState.Initial),
        slim is null ? (TEvent)@event : slim((TEvent)@event), row.RecordedAt);
}
