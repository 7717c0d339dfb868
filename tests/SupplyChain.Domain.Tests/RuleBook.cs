namespace SupplyChain;

/// <summary>An aggregate's rules as sentences: given what happened, when somebody wants something, then this.</summary>
public abstract class RuleBook<TState, TEvent>
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    /// <summary>The present of every test.</summary>
    protected static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The state after what happened, all of it recorded <see cref="Now"/>.</summary>
    protected static Scene<TState, TEvent> Given(params TEvent[] history) =>
        new Scene<TState, TEvent>(TState.Initial, Now).After(history);
}
