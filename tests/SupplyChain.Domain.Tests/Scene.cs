namespace SupplyChain;

/// <summary>An aggregate in some state.</summary>
public sealed record Scene<TState, TEvent>(TState State, DateTimeOffset Now)
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    /// <summary>The scene after more has happened.</summary>
    public Scene<TState, TEvent> After(IEnumerable<TEvent> events) => this with
    {
        State = events.Aggregate(State, (state, @event) => TState.Evolve(state, @event, Now)),
    };

    /// <summary>The scene later on.</summary>
    public Scene<TState, TEvent> Later(TimeSpan time) => this with { Now = Now + time };

    /// <summary>What comes of a command; the state read back from a snapshot decides the same.</summary>
    public Outcome<TState, TEvent> When(Func<TState, Decision<TEvent>> decide)
    {
        var decision = decide(State);
        if (State != TState.Initial)
        {
            SnapshotOf.ShouldDecideTheSame(State, decide, decision);
        }
        return new(After(decision), decision);
    }

    /// <summary>The state is as described.</summary>
    public Scene<TState, TEvent> Being(Action<TState> described)
    {
        described(State);
        return this;
    }
}
