using Orleans.Runtime;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>
/// What every actor that decides promises, however many streams it owns. It decides synchronously on its newest state,
/// appends in order, and lets no reply out (accepted, refused, replayed or read) before what it rests on is durable.
/// When an append fails, everything that was decided after it fails too, and the next activation replays the truth from
/// the journal.
/// </summary>
/// <remarks>
/// Most actors own one stream: <see cref="JournaledActor{TState,TEvent}"/> in <c>JournaledActorOfOneStream.cs</c>.
/// Subclasses are <c>[Reentrant]</c>: while one decision becomes durable, the next ones are taken.
/// </remarks>
[PlacedAtHome]
public abstract partial class JournaledActor(ActorServices services) : Grain
{
    private const int MaxWaitingRequests = 10_000;
    internal static readonly TimeSpan AppendTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxUnconfirmedAge = TimeSpan.FromSeconds(2);

    private Task _lastAppend = Task.CompletedTask;
    private int _waiting;
    private long _lastAsked;
    private DateTimeOffset? _deciding;
    private AsyncLock? _turn;

    /// <summary>The tenant.</summary>
    protected TenantId Tenant { get; private set; }

    /// <summary>The entity's own id.</summary>
    protected string Id { get; private set; } = "";

    /// <summary>What it is, for example <c>order</c>.</summary>
    private protected abstract string Kind { get; }

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

    /// <summary>For what takes several steps and must not overlap with its like.</summary>
    private protected AsyncLock Turn => _turn ??= new();

    /// <summary>Whether it refuses everything until its next activation.</summary>
    private protected bool HasGivenUp { get; private set; }

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (Tenant, Id) = GrainKey.Split(this.GetPrimaryKeyString());
        try
        {
            await Begin(cancellationToken);
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"{Name} could not be read: {trouble.Message}");
        }
        _lastAsked = services.Time.GetTimestamp();
        services.Actors.Add(this);
    }

    /// <summary>Reads its streams, or goes on with what came along from another silo.</summary>
    private protected abstract Task Begin(CancellationToken cancellationToken);

    /// <summary>What it is called in messages.</summary>
    private protected string Name => $"{Tenant}/{Kind}/{Id}";

    /// <summary>Refuses what cannot be decided and recorded now.</summary>
    private protected void RefuseUnlessReady()
    {
        RefuseWhenGivenUp();
        _lastAsked = services.Time.GetTimestamp();
        if (Now > Deadline)
        {
            throw new UnavailableException("The deadline passed before the request was decided; nothing was stored.");
        }
        if (!services.Pulse.CanWrite)
        {
            throw new UnavailableException("The journal cannot be written now; nothing was stored.");
        }
        if (_waiting >= MaxWaitingRequests)
        {
            services.Metrics.Refused(Kind);
            throw new BusyException($"{Name} has too many requests waiting.");
        }
    }

    /// <summary>
    /// Decides on the newest state of a stream, appends, and answers once everything the answer rests on is durable.
    /// </summary>
    private protected async Task<TReply> Commit<TState, TEvent, TReply>(
        JournaledStream<TState, TEvent> stream, Func<TState, Decision<TEvent>> decide,
        Func<TState, Decision<TEvent>, TReply> reply, OccurredAt occurredAt, string? cause)
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class
    {
        RefuseUnlessReady();
        var version = stream.Version;
        var answer = AtOneInstant(() =>
        {
            var decision = Append(stream, decide, occurredAt, cause);
            return reply(stream.State, decision);
        });
        if (stream.Version == version)
        {
            await Confirm(stream); // Nothing is appended that would be fenced off.
        }
        await Durable();
        return answer;
    }

    /// <summary>Decides on the newest state of a stream and appends, without waiting.</summary>
    private protected Decision<TEvent> Append<TState, TEvent>(
        JournaledStream<TState, TEvent> stream, Func<TState, Decision<TEvent>> decide, OccurredAt occurredAt = default,
        string? cause = null)
        where TState : class, IAggregate<TState, TEvent>
        where TEvent : class
    {
        var decision = AtOneInstant(() => stream.Decide(decide, occurredAt, cause, Now));
        if (decision.Count > 0)
        {
            _lastAppend = stream.LastAppend;
        }
        return decision;
    }

    /// <summary>Lets time stand still meanwhile.</summary>
    private protected T AtOneInstant<T>(Func<T> work)
    {
        var before = _deciding;
        _deciding = Now;
        try
        {
            return work();
        }
        finally
        {
            _deciding = before;
        }
    }

    /// <summary>Waits until everything that was decided until now is durable.</summary>
    private protected async Task Durable()
    {
        var append = _lastAppend; // When the newest one of a group is durable, all before it are.
        if (append.IsCompletedSuccessfully)
        {
            return;
        }
        _waiting++;
        try
        {
            await append.WaitAsync(AppendTimeout, services.Time);
        }
        catch (Exception trouble) when (IsJournalTrouble(trouble))
        {
            GiveUp(trouble.Message);
            throw new UnavailableException($"{Name} could not record its decision: {trouble.Message}");
        }
        finally
        {
            _waiting--;
        }
    }

    /// <summary>
    /// Makes sure before a read that no other activation wrote to streams that were not confirmed for a while, so that
    /// a forgotten duplicate of this actor shows the past for a moment at most.
    /// </summary>
    private protected Task ConfirmForReading(IEnumerable<IJournaledStream> streams)
    {
        RefuseWhenGivenUp();
        _lastAsked = services.Time.GetTimestamp();
        List<IJournaledStream>? old = null;
        foreach (var stream in streams)
        {
            if (services.Time.GetElapsedTime(stream.ConfirmedAt) > MaxUnconfirmedAge)
            {
                (old ??= []).Add(stream);
            }
        }
        return old is null ? Task.CompletedTask : Confirm(old);
    }

    /// <summary>Makes sure that no other activation wrote to the streams; an append under way does it too.</summary>
    private protected async Task Confirm(params IReadOnlyList<IJournaledStream> streams)
    {
        try
        {
            var heads = await Task.WhenAll(streams.Select(async stream =>
                !stream.LastAppend.IsCompleted || await services.Journal.HeadAsync(stream.Id) <= stream.Version));
            if (heads.Contains(false))
            {
                GiveUp("Another activation has written to the stream.");
                RefuseWhenGivenUp();
            }
            foreach (var stream in streams)
            {
                stream.ConfirmedAt = services.Time.GetTimestamp();
            }
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"{Name} could not confirm its state: {trouble.Message}");
        }
    }

    /// <summary>The event of a stream that has a cause; null when there is none.</summary>
    private protected async Task<JournaledEvent?> FindEffect(IJournaledStream stream, string cause)
    {
        try
        {
            return await services.Journal.FindCauseAsync(stream.Id, cause);
        }
        catch (JournalUnavailableException trouble)
        {
            throw new UnavailableException($"{stream.Id} could not look back: {trouble.Message}");
        }
    }

    private protected void RefuseWhenGivenUp()
    {
        if (HasGivenUp)
        {
            throw new UnavailableException($"{Name} is starting anew after trouble with the journal.");
        }
    }

    private void GiveUp(string reason)
    {
        if (!HasGivenUp)
        {
            HasGivenUp = true;
            OnGivenUp();
            services.Log.ActivationGivenUp(Name, reason);
            DeactivateOnIdle();
        }
    }

    /// <summary>Called once when it refuses everything until its next activation.</summary>
    private protected virtual void OnGivenUp()
    {
    }

    private static bool IsJournalTrouble(Exception trouble) => trouble is JournalConflictException
        or DuplicateCauseException or DeadlineExpiredException or JournalUnavailableException or TimeoutException;
}
