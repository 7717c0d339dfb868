using FluentAssertions;

namespace SupplyChain;

/// <summary>What came of a command, and the scene it left.</summary>
public sealed record Outcome<TState, TEvent>(Scene<TState, TEvent> Scene, Decision<TEvent> Decision)
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    /// <summary>Exactly these facts are recorded.</summary>
    public Outcome<TState, TEvent> Then(params TEvent[] events)
    {
        ThenAccepted();
        Decision.Should().Equal(events);
        return this;
    }

    /// <summary>It was accepted, and nothing had to change.</summary>
    public Outcome<TState, TEvent> ThenNothing() => Then();

    /// <summary>It was carried out.</summary>
    public Outcome<TState, TEvent> ThenAccepted()
    {
        Decision.Refusal.Should().BeNull();
        Decision.Faults.Should().BeEmpty();
        return this;
    }

    /// <summary>The business says no, nothing is recorded, and people are told why.</summary>
    public Outcome<TState, TEvent> ThenRefused(Refusal refusal)
    {
        Decision.Refusal.Should().Be(refusal);
        Decision.Message.Should().NotBeNullOrWhiteSpace();
        Decision.Should().BeEmpty();
        return this;
    }

    /// <summary>The command is faulty in just these places, and nothing is recorded.</summary>
    public Outcome<TState, TEvent> ThenFaulty(params (string Pointer, string Code)[] faults)
    {
        Decision.Faults.Select(fault => (fault.Pointer, fault.Code)).Should().Equal(faults);
        Decision.Should().BeEmpty();
        return this;
    }

    /// <summary>The state it left is as described.</summary>
    public Outcome<TState, TEvent> Leaving(Action<TState> described)
    {
        described(Scene.State);
        return this;
    }

    /// <summary>And then, some time later.</summary>
    public Scene<TState, TEvent> Later(TimeSpan time) => Scene.Later(time);

    /// <summary>And then.</summary>
    public Outcome<TState, TEvent> When(Func<TState, Decision<TEvent>> decide) => Scene.When(decide);
}
