using System.Text.Json;
using Orleans.Runtime;
using SupplyChain.Journal;
using SupplyChain.Operations;
using StreamWriter = SupplyChain.Journal.StreamWriter;

namespace SupplyChain;

/// <summary>
/// The one base class of every actor that decides. It decides synchronously on its newest state, appends in order, and
/// lets no reply out (accepted, refused, replayed or read) before the version it was decided on is durable. When an
/// append fails, everything that was decided on it fails too, and the next activation replays the truth from the
/// journal.
/// </summary>
/// <remarks>Subclasses are <c>[Reentrant]</c>: while one decision becomes durable, the next ones are taken.</remarks>
[PlacedAtHome]
public abstract partial class JournaledActor<TState, TEvent>(ActorServices services) : Grain
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    private const int MaxWaitingRequests = 10_000;
    private const int SnapshotEvery = 500;
    private protected static readonly TimeSpan AppendTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(3);

    private StreamWriter _writer = null!;
    private Task _lastAppend = Task.CompletedTask;
    private long _snapshotVersion;
    private int _waiting;
    private bool _givenUp;
    private long _lastAsked;
    private DateTimeOffset? _deciding;
    private AsyncLock? _turn;

    /// <summary>The tenant.</summary>
    protected TenantId Tenant { get; private set; }

    /// <summary>The entity's own id.</summary>
    protected string Id { get; private set; } = "";

    /// <summary>The newest state; it may not be durable yet, so it never leaves the actor except through a
    /// reply.</summary>
    protected TState State { get; private set; } = TState.Initial;

    /// <summary>What time passes by.</summary>
    private protected TimeProvider Time => services.Time;

    /// <summary>Cluster time, UTC, in whole microseconds; it stands still while a decision is made.</summary>
    protected DateTimeOffset Now => _deciding ?? JournalTime.Cut(services.Time.GetUtcNow());

    /// <summary>Until when the caller waits.</summary>
    protected DateTimeOffset Deadline => CallContext.Deadline ?? Now + AppendTimeout;

    /// <summary>How long the caller still waits; at least a moment.</summary>
    protected TimeSpan TimeLeft => Deadline - Now is { Ticks: > 0 } left ? left : TimeSpan.FromMilliseconds(1);

    /// <summary>What every journaled actor needs.</summary>
    protected ActorServices Services => services;

    /// <summary>The actor's stream.</summary>
    protected StreamId Stream => new(Tenant, TState.Kind, Id);

    /// <summary>Whether it came from another silo with its state, rather than from the journal.</summary>
    private protected bool CameAlong { get; private set; }

    /// <summary>For what takes several steps and must not overlap with its like.</summary>
    private protected AsyncLock Turn => _turn ??= new();

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (Tenant, Id) = GrainKey.Split(this.GetPrimaryKeyString());
        if (_carried is { } carried)
        {
            State = JsonSerializer.Deserialize<TState>(carried.Data, EventCodec.Json)!;
            _writer = services.Journal.Continue(Stream, carried.Version, carried.Hash);
            (_carried, CameAlong) = (null, true);
        }
        else
        {
            await Open(cancellationToken);
        }
        _lastAsked = _confirmedAt = services.Time.GetTimestamp();
        services.Actors.Add(this);
    }

    /// <summary>
    /// Decides, records, remembers, and answers once everything the answer rests on is durable.
    /// </summary>
    /// <param name="decide">The pure decision on the newest state.</param>
    /// <param name="reply">The answer, from the state right after the decision.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="cause">The id under which this may happen only once in the stream's life.</param>
    protected async Task<TReply> Commit<TReply>(
        Func<TState, Decision<TEvent>> decide, Func<TState, Decision<TEvent>, TReply> reply,
        OccurredAt occurredAt = default, string? cause = null)
    {
        RefuseWhenGivenUp();
        _lastAsked = services.Time.GetTimestamp();
        var now = Now;
        if (now > Deadline)
        {
            throw new UnavailableException("The deadline passed before the request was decided; nothing was stored.");
        }
        if (!services.Pulse.CanWrite)
        {
            throw new UnavailableException("The journal cannot be written now; nothing was stored.");
        }
        if (_waiting >= MaxWaitingRequests)
        {
            services.Metrics.Refused(TState.Kind);
            throw new BusyException($"{Stream} has too many requests waiting.");
        }
        var version = _writer.Version;
        var answer = DecideAndAppend(decide, reply, occurredAt, cause, now);
        if (_writer.Version == version)
        {
            await Confirm(); // Nothing is appended that would be fenced off.
        }
        await Durable();
        return answer;
    }

    /// <summary>The same for steps without an answer.</summary>
    protected Task<Decision<TEvent>> Commit(Func<TState, Decision<TEvent>> decide, OccurredAt occurredAt = default) =>
        Commit(decide, (_, decision) => decision, occurredAt);

    /// <summary>
    /// Decides, records and remembers one of several steps, without waiting. A caller that then answers, or asks
    /// another actor for something, waits for <see cref="Recorded"/> first.
    /// </summary>
    protected Decision<TEvent> Record(Func<TState, Decision<TEvent>> decide)
    {
        RefuseWhenGivenUp();
        return DecideAndAppend(decide, (_, decision) => decision, default, null, Now);
    }

    /// <summary>Waits until everything that was decided is durable.</summary>
    protected Task Recorded() => Durable();

    private async Task Open(CancellationToken cancellationToken)
    {
        try
        {
            var opened = await services.Journal.OpenAsync(Stream, TState.StateSchema, cancellationToken);
            if (opened.Snapshot is { } snapshot)
            {
                State = JsonSerializer.Deserialize<TState>(snapshot.Data, EventCodec.Json)!;
                _snapshotVersion = snapshot.Version;
            }
            foreach (var row in opened.Events)
            {
                State = TState.Evolve(State, EventCodec.Decode<TEvent>(row.Type, row.Schema, row.Data), row.RecordedAt);
            }
            _writer = opened.Writer;
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"{Stream} could not be read: {trouble.Message}");
        }
    }

    private TReply DecideAndAppend<TReply>(
        Func<TState, Decision<TEvent>> decide, Func<TState, Decision<TEvent>, TReply> reply,
        OccurredAt occurredAt, string? cause, DateTimeOffset now)
    {
        _deciding = now;
        try
        {
            var decision = decide(State);
            if (decision.Count > 0 && !TryAppend(decision, occurredAt.Resolve(now), cause, now))
            {
                decision = new Refused(Refusal.NeedsUpgrade,
                    $"The database's feature level {services.Level.Current} does not allow this yet; "
                    + "an operator has to run 'supplychain upgrade'. Nothing was stored.");
            }
            return reply(State, decision);
        }
        finally
        {
            _deciding = null;
        }
    }

    /// <returns>False, and nothing is recorded, when the feature level does not allow one of the events.</returns>
    private bool TryAppend(Decision<TEvent> decision, DateTimeOffset? occurredAt, string? cause, DateTimeOffset now)
    {
        var level = services.Level.Current;
        var state = State;
        var rows = new NewEvent[decision.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            state = TState.Evolve(state, decision[i], now);
            if (EventCodec.Encode(decision[i], level) is not var (type, schema, data))
            {
                return false;
            }
            rows[i] = new(type, schema, data, occurredAt, i == 0 ? cause : null, (int)TState.UnfinishedWork(state));
        }
        var context = new AppendContext(CallContext.Actor, CallContext.Correlation, now, now + AppendTimeout);
        try
        {
            _lastAppend = _writer.AppendAsync(rows, context);
        }
        catch (JournalBusyException busy)
        {
            services.Metrics.Refused(TState.Kind);
            throw new BusyException(busy.Message);
        }
        State = state;
        if (_writer.Version - _snapshotVersion >= SnapshotEvery)
        {
            _snapshotVersion = _writer.Version;
            _ = SaveSnapshot(state, _writer.Version, _writer.Hash.ToArray(), _lastAppend);
        }
        return true;
    }

    private async Task Durable()
    {
        var append = _lastAppend;
        if (append.IsCompletedSuccessfully)
        {
            return;
        }
        _waiting++;
        try
        {
            await append.WaitAsync(AppendTimeout, services.Time);
            _confirmedAt = services.Time.GetTimestamp();
        }
        catch (Exception trouble) when (IsJournalTrouble(trouble))
        {
            GiveUp(trouble.Message);
            throw new UnavailableException($"{Stream} could not record its decision: {trouble.Message}");
        }
        finally
        {
            _waiting--;
        }
    }

    private async Task SaveSnapshot(TState state, long version, byte[] hash, Task durable)
    {
        await durable.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (durable.IsCompletedSuccessfully)
        {
            var data = await Task.Run(() => JsonSerializer.SerializeToUtf8Bytes(state, EventCodec.Json));
            await services.Journal.SaveSnapshotAsync(Stream, new(TState.StateSchema, version, data, hash));
        }
    }

    private void GiveUp(string reason)
    {
        if (!_givenUp)
        {
            _givenUp = true;
            services.Log.ActivationGivenUp(Stream.ToString(), _writer.Version, reason);
            DeactivateOnIdle();
        }
    }

    private void RefuseWhenGivenUp()
    {
        if (_givenUp)
        {
            throw new UnavailableException($"{Stream} is starting anew after trouble with the journal.");
        }
    }

    private static bool IsJournalTrouble(Exception trouble) => trouble is JournalConflictException
        or DuplicateCauseException or DeadlineExpiredException or JournalUnavailableException or TimeoutException;
}
