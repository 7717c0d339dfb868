using SupplyChain.Journal;
using SupplyChain.Operations.Verification;
using SupplyChain.Tables;
using static SupplyChain.Operations.Verification.TableComparison;

namespace SupplyChain.Inventory;

/// <summary>
/// What is read of stock items: their levels and their books, and what they have to agree on with owners of demands.
/// </summary>
internal sealed class StockReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => StockItem.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<ReadTable> Tables { get; } =
    [
        new("stock", """
            tenant, sku, warehouse, on_hand, reserved, rationed, version, movements, received, adjusted, shipped,
            transferred
            """),
    ];

    /// <inheritdoc/>
    public IStreamProjection Projection(ProjectionParts parts) =>
        new StockProjection(parts.Journal, parts.Tables, parts.Mentions, parts.CachedStates);

    /// <inheritdoc/>
    public IReadOnlyList<IStreamFold> Folds(Findings findings) => [new StockAudit(findings)];

    /// <inheritdoc/>
    public IEnumerable<(StreamId From, string Kind, string Id)> References(JournalFold fold)
    {
        var stock = fold.Of<StockAudit>();
        return
        [
            .. stock.Items.SelectMany(item => item.Value.Reservations.Keys.Select(key => key.Owner).Distinct()
                .Select(owner => (item.Key, owner.Kind, owner.Id))),
            .. stock.Moves.Select(document => (document.Value[0].Item, document.Key.Kind, document.Key.Id)),
        ];
    }

    /// <inheritdoc/>
    public void Audit(Findings findings, JournalFold fold) => new ReservationAudit(findings, fold).Conclude();

    /// <inheritdoc/>
    public void Compare(TableComparison tables, JournalFold fold) => tables.Compare(
        "stock", "tenant, sku, warehouse",
        "on_hand, reserved, rationed, version, movements, received, adjusted, shipped, transferred",
        fold.Of<StockAudit>().Items.Select(pair => Row(
            [pair.Key.Tenant, StockItemId.Parse(pair.Key.Id).Sku, StockItemId.Parse(pair.Key.Id).Warehouse],
            [
                pair.Value.OnHand, pair.Value.Reserved, pair.Value.Rationed ? 1 : 0,
                fold.Streams.Streams[pair.Key].Version, pair.Value.Sums.Movements, pair.Value.Sums.Received,
                pair.Value.Sums.Adjusted, pair.Value.Sums.Shipped, pair.Value.Sums.Transferred,
            ])));
}
