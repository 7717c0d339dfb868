namespace SupplyChain;

/// <summary>Makes <see cref="Decision{TEvent}"/>.</summary>
public static class Decision
{
    /// <summary>Facts to record.</summary>
    public static Decision<TEvent> Record<TEvent>(ReadOnlySpan<TEvent> events) where TEvent : class =>
        new(events.ToArray());

    /// <summary>Says that the command does not fit the state.</summary>
    public static Decision<TEvent> Invalid<TEvent>(Items<Fault> faults) where TEvent : class => new(faults);
}
