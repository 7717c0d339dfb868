using SupplyChain.Operations.Verification;
using SupplyChain.Tables;

namespace SupplyChain.Orders;

/// <summary>What is read of the products' queues: their events name orders.</summary>
internal sealed class BacklogReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Backlog.Kind;

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) => new BacklogProjection(parts.Mentions);

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) => [new FoldedStates<Backlog, BacklogEvent>()];
}
