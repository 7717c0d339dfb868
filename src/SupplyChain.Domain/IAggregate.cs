namespace SupplyChain;

/// <summary>What the journal and the actors need to know of every aggregate.</summary>
/// <typeparam name="TSelf">The state.</typeparam>
/// <typeparam name="TEvent">The family of its events.</typeparam>
public interface IAggregate<TSelf, TEvent>
    where TSelf : class, IAggregate<TSelf, TEvent>
    where TEvent : class
{
    /// <summary>The stream kind, for example <c>order</c>; stored for ever.</summary>
    static abstract string Kind { get; }

    /// <summary>The version of the state's shape: a snapshot of another one is ignored.</summary>
    static abstract int StateSchema { get; }

    /// <summary>The state before the first event.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>Remembers one event. <paramref name="recordedAt"/> is when the journal recorded it.</summary>
    static abstract TSelf Evolve(TSelf state, TEvent @event, DateTimeOffset recordedAt);

    /// <summary>Whether something started here has still to be finished, and by whom.</summary>
    static abstract UnfinishedWork UnfinishedWork(TSelf state);

    /// <summary>Whether only the unusual can still happen to it, as to an order that was delivered: its actor need not
    /// be at hand.</summary>
    static virtual bool IsSettled(TSelf state) => false;
}
