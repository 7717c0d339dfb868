using System.Runtime.CompilerServices;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>
/// Readers of events whose positions the cluster keeps, with how far they lag. A position is kept by
/// <see cref="CommitAsync"/> alone: after a crash the events since then come again, so deal with each in a way that may
/// happen twice, or keep the position beside what was made of the events, in one transaction.
/// </summary>
/// <example><code>
/// await foreach (var happened in chain.Events.Consumers.ReadAsync("erp-mirror"))
/// {
///     Mirror(happened);
///     await chain.Events.Consumers.CommitAsync("erp-mirror", happened.Position!);
/// }
/// </code></example>
public sealed class ConsumersClient
{
    private readonly Calls _calls;
    private readonly EventsClient _events;

    internal ConsumersClient(Calls calls, EventsClient events) => (_calls, _events) = (calls, events);

    /// <summary>All of them, by name; at most 100.</summary>
    public Task<Items<Consumer>> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("consumers", () => Actor.List(), cancellationToken);

    /// <summary>One with its lag; null when there is none.</summary>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public Task<Consumer?> FindAsync(ConsumerName name, CancellationToken cancellationToken = default) =>
        _calls.Find("consumers.find", name.Value, () => Actor.Find(name), cancellationToken);

    /// <summary>
    /// Keeps where a consumer is, durably, and begins to know it. Safe to repeat; an earlier place than before makes it
    /// read again.
    /// </summary>
    /// <param name="name">What it calls itself; 1 to 100 characters, as any id.</param>
    /// <param name="position">
    /// <see cref="PublishedEvent.Position"/> of the last event that it dealt with, or a page's <c>Next</c>.
    /// </param>
    /// <param name="cancellationToken">Stops waiting; whether it was kept is then unknown.</param>
    /// <returns>The consumer; invalid when there is no such place, or when there are 100 consumers already.</returns>
    public Task<ConsumerReply> CommitAsync(
        ConsumerName name, string position, CancellationToken cancellationToken = default)
    {
        var command = new PutConsumer(name, position);
        return _calls.Send<ConsumerReply, Consumer>(
            "consumers.put", name.Value, command.Validate(), () => Actor.Put(command), cancellationToken);
    }

    /// <summary>Forgets a consumer; a second time there is none.</summary>
    public Task<ConsumerReply> DeleteAsync(ConsumerName name, CancellationToken cancellationToken = default) =>
        _calls.Send<ConsumerReply, Consumer>(
            "consumers.delete", name.Value, [], () => Actor.Delete(name), cancellationToken);

    /// <summary>
    /// Reads on and on from where a consumer is, from the beginning when it is not known yet, as
    /// <see cref="EventsClient.ReadAsync(EventQuery, string?, CancellationToken)"/> does.
    /// </summary>
    /// <param name="name">The consumer.</param>
    /// <param name="query">Which events are wanted; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The name is malformed, or no subject can be as the query says.</exception>
    /// <exception cref="UnavailableException">The cluster did not say where the consumer is.</exception>
    /// <exception cref="UnknownEventTypeException">No event can have one of the types.</exception>
    public async IAsyncEnumerable<PublishedEvent> ReadAsync(
        ConsumerName name, EventQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var known = await FindAsync(name, cancellationToken);
        await foreach (var happened in _events.ReadAsync(query ?? new(), known?.Position, cancellationToken))
            yield return happened;
    }

    private IConsumersGrain Actor => _calls.Actor<IConsumersGrain>(IConsumersGrain.Id);
}
