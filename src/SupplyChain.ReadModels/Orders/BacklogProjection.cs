using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>
/// What the products' queues did for orders. A queue has no rows of its own: who waits is read from the orders' lines,
/// so nothing is folded here.
/// </summary>
internal sealed class BacklogProjection(MentionTable mentions) : IStreamProjection
{
    /// <inheritdoc/>
    public string Kind => Backlog.Kind;

    /// <inheritdoc/>
    public Task ReadAsync(StreamNews news, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Fold(StreamNews news)
    {
        for (var i = 0; i < news.Rows.Count; i++)
        {
            mentions.Note(news.Rows[i], NamedOrders.Of(news.Event<BacklogEvent>(i)));
        }
    }

    /// <inheritdoc/>
    public void Write()
    {
        // The mentions are written for all projections together.
    }

    /// <inheritdoc/>
    public void Forget()
    {
        // Nothing is kept.
    }
}
