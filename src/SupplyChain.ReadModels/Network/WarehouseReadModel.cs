using SupplyChain.Operations.Verification;
using SupplyChain.Tables;
using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Network;

/// <summary>What is read of warehouses.</summary>
internal sealed class WarehouseReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Warehouse.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } =
        [new("warehouses", "tenant, id, name, closed_reason, last_closed_at, last_opened_at, version")];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) =>
        new WarehouseProjection(parts.Journal, parts.Tables, parts.CachedStates);

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) => [new FoldedStates<Warehouse, WarehouseEvent>()];

    /// <inheritdoc/>
    public void Compare(TableComparison tables, JournalFold fold) => tables.Compare(
        "warehouses", "tenant, id", "name, closed_reason, version",
        fold.Of<Warehouse, WarehouseEvent>().States.Where(pair => pair.Value.Profile is not null).Select(pair => Row(
            [pair.Key.Tenant, pair.Key.Id],
            [pair.Value.Profile!.Name, pair.Value.Closure?.Reason, pair.Value.Version])));
}
