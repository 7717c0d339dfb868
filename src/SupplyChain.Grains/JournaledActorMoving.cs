using System.Text.Json;
using Orleans.Runtime;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>How an actor goes on living in another silo.</summary>
public abstract partial class JournaledActor<TState, TEvent> : IMovableActor, IGrainMigrationParticipant
{
    private const int MaxCarriedBytes = 256 << 10;
    private const string Carried = "state";
    private Snapshot? _carried;

    string IMovableActor.Kind => TState.Kind;

    IGrainContext IMovableActor.Context => GrainContext;

    long IMovableActor.LastAsked => Volatile.Read(ref _lastAsked);

    bool IMovableActor.IsBusy => !_lastAppend.IsCompleted || _turn is { IsHeld: true } || Stays;

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

    /// <summary>The state travels with the actor unless something is pending or it is big; then the journal is
    /// read.</summary>
    void IGrainMigrationParticipant.OnDehydrate(IDehydrationContext context)
    {
        if (_givenUp || !_lastAppend.IsCompletedSuccessfully || _writer.Version == 0)
        {
            return; // What has no history yet has no state that could be written down either.
        }
        var data = JsonSerializer.SerializeToUtf8Bytes(State, EventCodec.Json);
        if (data.Length <= MaxCarriedBytes)
        {
            context.TryAddValue(Carried, new CarriedState(
                TState.StateSchema, _writer.Version, _writer.Hash.ToArray(), _snapshotVersion, data));
        }
    }

    void IGrainMigrationParticipant.OnRehydrate(IRehydrationContext context)
    {
        if (context.TryGetValue(Carried, out CarriedState? carried) && carried?.Schema == TState.StateSchema)
        {
            _carried = new(carried.Schema, carried.Version, carried.Data, carried.Hash);
            _snapshotVersion = carried.SnapshotVersion;
        }
    }
}
