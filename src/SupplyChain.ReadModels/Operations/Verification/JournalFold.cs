using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations.Verification;

/// <summary>The whole journal up to a position, folded without any read table.</summary>
internal sealed class JournalFold(Findings findings, VerificationProgress progress)
{
    /// <summary>Every event can be read, and follows from the ones before.</summary>
    public const string Readable = "events-readable";

    private readonly HashSet<StreamId> _broken = [];

    /// <summary>Every stream, from its rows alone.</summary>
    public StreamAudit Streams { get; } = new(findings);

    /// <summary>Stock items, from their events alone.</summary>
    public StockAudit Stock { get; } = new(findings);

    /// <summary>Shipments' custody, from their events alone.</summary>
    public CustodyAudit Custody { get; } = new(findings);

    public FoldedStates<Order, OrderEvent> Orders { get; } = new(SlimOrder.Of);
    public FoldedStates<Backlog, BacklogEvent> Backlogs { get; } = new();
    public FoldedStates<Shipment, ShipmentEvent> Shipments { get; } = new();
    public FoldedStates<Receipt, ReceiptEvent> Receipts { get; } = new();
    public FoldedStates<Adjustment, AdjustmentEvent> Adjustments { get; } = new();
    public FoldedStates<Product, ProductEvent> Products { get; } = new();
    public FoldedStates<Warehouse, WarehouseEvent> Warehouses { get; } = new();

    /// <summary>How many events were taken in.</summary>
    public long Events { get; private set; }

    /// <summary>The position of the newest of them.</summary>
    public Position Position { get; private set; }

    /// <summary>Takes in every event up to a position.</summary>
    public async Task ReadAsync(IJournal journal, Position until, CancellationToken cancellationToken)
    {
        while (Position < until)
        {
            var rows = await journal.ReadTailAsync(Position, 1_000, cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }
            foreach (var row in rows.TakeWhile(row => row.Position <= until))
            {
                Take(row);
            }
            progress.Read(Events);
            if (rows[^1].Position > until)
            {
                return;
            }
        }
    }

    private void Take(JournaledEvent row)
    {
        (Events, Position) = (Events + 1, row.Position);
        Streams.Take(row);
        if (_broken.Contains(row.Stream))
        {
            return;
        }
        try
        {
            Fold(row, EventCodec.Decode(row.Type, row.Schema, row.Data));
        }
        catch (Exception failure) // whatever it is, the event cannot be folded, and that is the finding
        {
            _broken.Add(row.Stream);
            findings.Violated(Readable, row.Stream, row.Version, $"{row.Type}: {failure.Message}");
        }
    }

    private void Fold(JournaledEvent row, object @event)
    {
        switch (@event)
        {
            case OrderEvent order:
                Orders.Take(row, order);
                break;
            case StockEvent stock:
                Stock.Take(row, stock);
                break;
            case ShipmentEvent shipment:
                Custody.Take(row, shipment);
                Shipments.Take(row, shipment);
                break;
            case BacklogEvent backlog:
                Backlogs.Take(row, backlog);
                break;
            case ReceiptEvent receipt:
                Receipts.Take(row, receipt);
                break;
            case AdjustmentEvent adjustment:
                Adjustments.Take(row, adjustment);
                break;
            case ProductEvent product:
                Products.Take(row, product);
                break;
            case WarehouseEvent warehouse:
                Warehouses.Take(row, warehouse);
                break;
        }
    }
}
