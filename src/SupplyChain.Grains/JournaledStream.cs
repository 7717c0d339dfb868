using System.Text.Json;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>
/// One stream of an actor: its newest state and the pen behind it. Events are decided synchronously on the newest
/// state and appended in order; whether they became durable is its actor's concern.
/// </summary>
internal class JournaledStream<TState, TEvent>(ActorServices services, StreamId id) : IJournaledStream
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    private Pen _pen = null!;
    private SnapshotPace _snapshots;

    /// <inheritdoc/>
    public StreamId Id => id;

    /// <inheritdoc/>
    public long Version => _pen.Version;

    /// <inheritdoc/>
    public Task LastAppend { get; private set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public long ConfirmedAt { get; set; }

    /// <summary>The newest state; it may not be durable yet.</summary>
    public TState State { get; private set; } = TState.Initial;

    /// <summary>Begins from the journal.</summary>
    public void Begin(OpenedStream opened)
    {
        if (opened.Snapshot is { } snapshot)
        {
            State = JsonSerializer.Deserialize<TState>(snapshot.Data, EventCodec.Json)!;
            _snapshots = new(snapshot.Version, snapshot.Data.Length);
        }
        foreach (var row in opened.Events)
        {
            _snapshots.Follow(row.Data.Length);
            State = TState.Evolve(State, EventCodec.Decode<TEvent>(row.Type, row.Schema, row.Data), row.RecordedAt);
        }
        (_pen, ConfirmedAt) = (opened.Pen, services.Time.GetTimestamp());
        OnChanged();
    }

    /// <summary>Begins as a stream that was never written, without asking whether it was. Whatever is read of it has to
    /// be confirmed first, and an append to one that was written conflicts.</summary>
    public void BeginUnread()
    {
        _pen = services.Journal.Continue(id, 0, []);
        ConfirmedAt = services.Time.GetTimestamp() - services.Time.TimestampFrequency * 60;
    }

    /// <summary>Begins with what another activation took along.</summary>
    public void Begin(CarriedState carried, PenGroup? group = null)
    {
        State = JsonSerializer.Deserialize<TState>(carried.Data, EventCodec.Json)!;
        _snapshots = new(carried.SnapshotVersion, carried.Data.Length);
        _pen = services.Journal.Continue(id, carried.Version, carried.Hash, group);
        ConfirmedAt = services.Time.GetTimestamp();
        OnChanged();
    }

    /// <summary>What another activation needs to go on; null when that cannot be said.</summary>
    public CarriedState? Carry() => !LastAppend.IsCompletedSuccessfully || Version == 0
        ? null // What has no history yet has no state that could be written down either.
        : new(
            TState.StateSchema, Version, _pen.Hash.ToArray(), _snapshots.Version,
            JsonSerializer.SerializeToUtf8Bytes(State, EventCodec.Json));

    /// <summary>Called when it has another state.</summary>
    private protected virtual void OnChanged()
    {
    }

    /// <summary>Decides on the newest state, appends and remembers.</summary>
    /// <param name="decide">The pure decision.</param>
    /// <param name="occurredAt">When it happened; an <see cref="IDatedEvent"/> says so itself.</param>
    /// <param name="cause">The id under which this may happen only once in the stream's life.</param>
    /// <param name="now">When it is decided.</param>
    /// <returns>What was decided; a refusal when the feature level does not allow one of the events.</returns>
    /// <exception cref="BusyException">Nothing was appended: too much waits.</exception>
    public Decision<TEvent> Decide(
        Func<TState, Decision<TEvent>> decide, OccurredAt occurredAt, string? cause, DateTimeOffset now)
    {
        var decision = decide(State);
        return decision.Count == 0 || TryAppend(decision, occurredAt.Resolve(now), cause, now)
            ? decision
            : new Refused(
                Refusal.NeedsUpgrade,
                $"The database's feature level {services.Level.Current} does not allow this yet; "
                + "an operator has to run 'supplychain upgrade'. Nothing was stored.");
    }

    private bool TryAppend(Decision<TEvent> decision, DateTimeOffset? occurredAt, string? cause, DateTimeOffset now)
    {
        var level = services.Level.Current;
        var state = State;
        var rows = new NewEvent[decision.Count];
        // What an older node may have to read is stored in an older form, and is what the row says.
        var recent = services.Recent.AreWanted && level >= EventCodec.Level
            ? new RecentAppend(state, rows.Length)
            : null;
        for (var i = 0; i < rows.Length; i++)
        {
            state = TState.Evolve(state, decision[i], now);
            if (EventCodec.Encode(decision[i], level) is not var (type, schema, data))
            {
                return false;
            }
            if (recent is not null)
            {
                (recent.Events[i], recent.States[i]) = (decision[i], state);
            }
            var at = decision[i] is IDatedEvent dated ? dated.OccurredAt : occurredAt;
            rows[i] = new(type, schema, data, at, i == 0 ? cause : null, (int)TState.UnfinishedWork(state));
            _snapshots.Follow(data.Length);
        }
        var deadline = now + JournaledActor.AppendTimeout;
        var context = new AppendContext(CallContext.Actor, CallContext.Correlation, now, deadline);
        try
        {
            LastAppend = _pen.AppendAsync(rows, context);
            if (recent is not null)
            {
                recent.Hash = _pen.Hash;
                services.Recent.Keep(id, Version - rows.Length + 1, recent);
            }
        }
        catch (JournalBusyException busy)
        {
            services.Metrics.Refused(TState.Kind);
            throw new BusyException(busy.Message);
        }
        (State, ConfirmedAt) = (state, services.Time.GetTimestamp());
        OnChanged();
        if (_snapshots.Take(Version))
        {
            _ = SaveSnapshot(state, Version, _pen.Hash.ToArray(), LastAppend);
        }
        return true;
    }

    private async Task SaveSnapshot(TState state, long version, byte[] hash, Task durable)
    {
        await durable.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (durable.IsCompletedSuccessfully)
        {
            var data = await Task.Run(() => JsonSerializer.SerializeToUtf8Bytes(state, EventCodec.Json));
            _snapshots.Measured(data.Length);
            await services.Journal.SaveSnapshotAsync(id, new(TState.StateSchema, version, data, hash));
        }
    }
}
