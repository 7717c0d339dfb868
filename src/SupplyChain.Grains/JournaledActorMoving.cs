using Orleans.Runtime;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>How an actor leaves its silo.</summary>
public abstract partial class JournaledActor : IMovableActor
{
    /// <summary>More than this does not travel with an actor; then the journal is read.</summary>
    private protected const int MaxCarriedBytes = 256 << 10;

    private static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(3);

    string IMovableActor.Kind => Kind;

    IGrainContext IMovableActor.Context => GrainContext;

    long IMovableActor.LastAsked => Volatile.Read(ref _lastAsked);

    bool IMovableActor.IsBusy => !_lastAppend.IsCompleted || _turn is { IsHeld: true } || Stays;

    TimeSpan IMovableActor.MaxIdleAge => MaxIdleAge;

    /// <summary>How long it stays in memory without being asked, when Orleans does not end it before.</summary>
    private protected virtual TimeSpan MaxIdleAge => TimeSpan.MaxValue;

    /// <summary>Whether all it decided is durable.</summary>
    private protected bool IsAtRest => !HasGivenUp && _lastAppend.IsCompletedSuccessfully;

    /// <summary>Whether the actor has to stay in this silo, beyond its turns and appends.</summary>
    protected virtual bool Stays => false;

    /// <summary>What was decided becomes durable before the actor leaves.</summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        services.Actors.Remove(this);
        await (_turn?.WaitUntilFreeAsync(LeaveTimeout) ?? Task.CompletedTask);
        await _lastAppend.WaitAsync(LeaveTimeout, services.Time, CancellationToken.None).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}

/// <summary>How an actor of one stream goes on living in another silo.</summary>
public abstract partial class JournaledActor<TState, TEvent> : IGrainMigrationParticipant
{
    private const string Carried = "state";
    private CarriedState? _carried;

    /// <summary>One that is settled, or has no history, is seldom asked again; a repeat of what settled it comes
    /// soon.</summary>
    private protected override TimeSpan MaxIdleAge => _stream.Version == 0 || TState.IsSettled(State)
        ? ActorRegistry.MaxSettledAge
        : ActorRegistry.MaxRestAge;

    /// <summary>The state travels with the actor unless something is pending or it is big; then the journal is
    /// read.</summary>
    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext context)
    {
        if (!HasGivenUp && _stream.Carry() is { } state && state.Data.Length <= MaxCarriedBytes)
        {
            context.TryAddValue(Carried, state);
        }
    }

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext context)
    {
        if (context.TryGetValue(Carried, out CarriedState? carried) && carried?.Schema == TState.StateSchema)
        {
            _carried = carried;
        }
    }
}
