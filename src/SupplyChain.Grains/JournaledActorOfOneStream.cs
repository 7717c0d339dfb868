using SupplyChain.Journal;

namespace SupplyChain;

/// <summary>The base class of the actors that own one stream.</summary>
public abstract partial class JournaledActor<TState, TEvent>(ActorServices services)
    : JournaledActor(services), IKnowsItsPast
    where TState : class, IAggregate<TState, TEvent>
    where TEvent : class
{
    private JournaledStream<TState, TEvent> _stream = null!;

    /// <summary>The newest state; it may not be durable yet, so it never leaves the actor except through a
    /// reply.</summary>
    protected TState State => _stream.State;

    /// <summary>The actor's stream.</summary>
    protected StreamId Stream => new(Tenant, TState.Kind, Id);

    /// <inheritdoc/>
    bool IKnowsItsPast.HasPast => _stream.Version > 0;

    /// <inheritdoc/>
    private protected sealed override string Kind => TState.Kind;

    /// <inheritdoc/>
    private protected sealed override async Task Begin(CancellationToken cancellationToken)
    {
        _stream = new(Services, Stream);
        if (_carried is { } carried)
        {
            _stream.Begin(carried);
            _carried = null;
        }
        else if (IsTakenForNew())
        {
            _stream.BeginUnread();
        }
        else
        {
            _stream.Begin(await Services.Journal.OpenAsync(Stream, TState.StateSchema, cancellationToken));
        }
    }

    /// <summary>Whether the entity is taken for new without a look at the journal; the first append finds
    /// out.</summary>
    private protected virtual bool IsTakenForNew() => false;

    /// <summary>
    /// Decides, records, remembers, and answers once everything the answer rests on is durable.
    /// </summary>
    /// <param name="decide">The pure decision on the newest state.</param>
    /// <param name="reply">The answer, from the state right after the decision.</param>
    /// <param name="occurredAt">When it happened; an <see cref="IDatedEvent"/> says so itself.</param>
    /// <param name="cause">The id under which this may happen only once in the stream's life.</param>
    protected Task<TReply> Commit<TReply>(
        Func<TState, Decision<TEvent>> decide, Func<TState, Decision<TEvent>, TReply> reply,
        OccurredAt occurredAt = default, string? cause = null) =>
        Commit(_stream, decide, reply, occurredAt, cause);

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
        return Append(_stream, decide);
    }

    /// <summary>Waits until everything that was decided is durable.</summary>
    protected Task Recorded() => Durable();

    /// <summary>
    /// Reads the state. When the stream's head was not confirmed for a while, it is confirmed first, so that a
    /// forgotten duplicate of this actor shows the past for a moment at most.
    /// </summary>
    protected async Task<T> Read<T>(Func<TState, T> read)
    {
        await ConfirmForReading([_stream]);
        var answer = read(State);
        await Durable();
        return answer;
    }

    /// <summary>Reads the state for an answer that the caller acts upon, such as that there is nothing.</summary>
    protected async Task<T> ReadNewest<T>(Func<TState, T> read)
    {
        RefuseWhenGivenUp();
        await Confirm(_stream);
        return await Read(read);
    }
}
