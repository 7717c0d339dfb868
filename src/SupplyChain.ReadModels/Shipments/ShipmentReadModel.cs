using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Tables;
using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Shipments;

/// <summary>What is read of shipments, and whether the goods of each went one way.</summary>
internal sealed class ShipmentReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Shipment.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } =
    [
        new("shipments", """
            tenant, id, number, warehouse, mode, status, picked_at, picked_units, eta_at, promise, version, units, open,
            standing, late_after, dispatched_at, report_kind, report_at, report_location, picked_lines, picked_skus,
            picked_expected
            """),
        new("shipment_skus", "tenant, sku, id"),
    ];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) =>
        new ShipmentProjection(parts.Journal, parts.Tables, parts.Exceptions, parts.CachedStates);

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) =>
        [new CustodyAudit(findings), new FoldedStates<Shipment, ShipmentEvent>()];

    /// <inheritdoc/>
    public IEnumerable<(StreamId From, string Kind, string Id)> References(JournalFold fold) =>
        from pair in fold.Of<CustodyAudit>().Shipments
        where pair.Value.Plan is not null
        let owner = pair.Value.Plan!.Owner
        select (pair.Key, owner.Kind, owner.Id);

    /// <inheritdoc/>
    public IEnumerable<MovedUnits> Moved(JournalFold fold) => fold.Of<CustodyAudit>().Moved(fold);

    /// <inheritdoc/>
    public void Audit(Findings findings, JournalFold fold) => fold.Of<CustodyAudit>().Conclude(fold);

    /// <inheritdoc/>
    public IEnumerable<FoundExceptions> Exceptions(SqlDialect dialect) => [ShipmentExceptions.Picked(dialect)];

    /// <inheritdoc/>
    public void Compare(TableComparison tables, JournalFold fold) => tables.Compare(
        "shipments", "tenant, id", "number, warehouse, status, promise, version",
        fold.Of<Shipment, ShipmentEvent>().States.Where(pair => pair.Value.Plan is not null).Select(pair => Row(
            [pair.Key.Tenant, pair.Key.Id],
            [
                pair.Value.Plan!.Owner, pair.Value.Plan.Warehouse, (int)pair.Value.Status(),
                pair.Value.Promise()?.DayNumber, pair.Value.Version,
            ])));
}
