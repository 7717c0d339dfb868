using SupplyChain.Journal;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>
/// What the products' queues did for orders. A queue has no rows of its own: who waits is read from the orders' lines,
/// so nothing is folded here.
/// </summary>
internal sealed class BacklogProjection(MentionTable mentions) : IStreamProjection
{
    private readonly List<Action> _notes = [];

    /// <inheritdoc/>
    public string Kind => Backlog.Kind;

    /// <inheritdoc/>
    public Task ReadAsync(
        StreamId stream, IReadOnlyList<JournaledEvent> events, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <inheritdoc/>
    public void Fold(StreamId stream, IReadOnlyList<JournaledEvent> events)
    {
        foreach (var row in events)
        {
            mentions.Note(row, NamedOrders.Of(EventCodec.Decode<BacklogEvent>(row.Type, row.Schema, row.Data)), _notes);
        }
    }

    /// <inheritdoc/>
    public void Write()
    {
        foreach (var write in _notes)
        {
            write();
        }
        _notes.Clear();
    }

    /// <inheritdoc/>
    public void Forget() => _notes.Clear();
}
