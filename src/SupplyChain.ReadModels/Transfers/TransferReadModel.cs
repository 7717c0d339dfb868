using SupplyChain.Inventory;
using SupplyChain.Operations;
using SupplyChain.Operations.Verification;
using SupplyChain.Tables;
using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Transfers;

/// <summary>What is read of transfers, and whether their goods are where they say.</summary>
internal sealed class TransferReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => Transfer.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } =
    [
        new("transfers", """
            tenant, id, source, destination, status, requested_by, requested_at, waiting, reserved, in_transit,
            received, missing, surplus, open, version
            """),
        new("transfer_lines", "tenant, sku, id, line, quantity, waiting, reserved, in_transit"),
        new("transfer_holds", "tenant, id, line, shipment, units"),
    ];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) => new TransferProjection(
        parts.Journal, parts.Tables, parts.Exceptions, parts.Business, parts.CachedStates);

    /// <inheritdoc/>
    public IOwnedDemands? Demands { get; } = new TransferDemands();

    /// <inheritdoc/>
    public IEnumerable<FoundExceptions> Exceptions(SqlDialect dialect) =>
    [
        TransferExceptions.Late(dialect), TransferExceptions.SourceClosed(dialect),
        TransferExceptions.DestinationClosed(dialect),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) => [new FoldedStates<Transfer, TransferEvent>()];

    /// <summary>
    /// What is on hand at the destinations came from transfers; what left the sources is their shipments'.
    /// </summary>
    public IEnumerable<MovedUnits> Moved(JournalFold fold)
    {
        var arrived = from pair in fold.Of<Transfer, TransferEvent>().States
                      from receipt in pair.Value.Receipts
                      where receipt.PutAway
                      from line in receipt.Document.Lines
                      select new MovedUnits(pair.Key.Tenant, pair.Value.Lines[line.Line].Sku, line.Quantity);
        return arrived.Concat(TransferAudit.UnfinishedReceipts(fold));
    }

    /// <inheritdoc/>
    public void Audit(Findings findings, JournalFold fold) => new TransferAudit(findings, fold).Conclude();

    /// <inheritdoc/>
    public void Compare(TableComparison tables, JournalFold fold) => tables.Compare(
        "transfers", "tenant, id", "source, destination, status, in_transit, version",
        fold.Of<Transfer, TransferEvent>().States.Where(pair => pair.Value.Exists).Select(pair => Row(
            [pair.Key.Tenant, pair.Key.Id],
            [
                pair.Value.Document!.From, pair.Value.Document.To, (int)pair.Value.Status(),
                pair.Value.Lines.Values.Sum(pair.Value.InTransitOf), pair.Value.Version,
            ])));
}
