using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

/// <summary>The transfer as clients see it.</summary>
public sealed partial record Transfer
{
    /// <summary>How far it is.</summary>
    public TransferStatus Status()
    {
        var lines = Lines.Values.ToList();
        var (waiting, inTransit) = (lines.Sum(line => line.Waiting), lines.Sum(InTransitOf));
        var (reserved, released) = (
            Reservations.Any(units => units is { HasLeft: false, Shipment: null }),
            Reservations.Any(units => units is { HasLeft: false, Shipment: not null }));
        if (lines.All(line => line.Cancelled == line.Quantity))
        {
            return TransferStatus.Cancelled;
        }
        if (!IsOpen)
        {
            return TransferStatus.Received;
        }
        return inTransit > 0 ? TransferStatus.InTransit
            : released ? TransferStatus.Released
            : lines.Any(line => line.Received > 0) ? TransferStatus.PartiallyReceived
            : reserved ? waiting > 0 ? TransferStatus.PartiallyReserved : TransferStatus.Reserved
            : TransferStatus.Waiting;
    }

    /// <summary>The transfer; null before it was requested.</summary>
    public TransferDetails? Details() => Document is not { } known
        ? null
        : new(
            known.Transfer, Status(), known.From, known.To, known.Priority, known.RequestedBy, RequestedAt,
            Lines.Values.Select(Details).ToItems(), ShipmentDetails(), ReceiptDetails(), Cancellation?.Reason,
            Version);

    /// <summary>The transfer in a list; null before it was requested.</summary>
    public TransferSummary? Summary()
    {
        if (Document is not { } known)
        {
            return null;
        }
        var lines = Lines.Values.Select(Details).ToList();
        return new(
            known.Transfer, Status(), known.From, known.To, known.Priority, known.RequestedBy, RequestedAt,
            lines.Count, lines.Sum(line => line.Quantity), lines.Sum(line => line.Waiting),
            lines.Sum(line => line.Reserved + line.Released), lines.Sum(line => line.InTransit),
            lines.Sum(line => line.Received), lines.Sum(line => line.Short), lines.Sum(line => line.Over), Version);
    }

    private TransferLineDetails Details(TransferLine line)
    {
        var shipped = ShippedOf(line.Line);
        return new(
            line.Line, line.Sku, line.Quantity, line.Waiting,
            Units(line.Line, units => units is { HasLeft: false, Shipment: null }),
            Units(line.Line, units => units is { HasLeft: false, Shipment: not null }),
            shipped, InTransitOf(line), line.Received, line.Short,
            Math.Max(0, line.Received + line.Short - shipped), line.Cancelled);
    }

    private Items<TransferShipmentDetails> ShipmentDetails() => Shipments.Values
        .Where(shipment => shipment.State != TransferShipmentState.Cancelled)
        .Select(shipment => new TransferShipmentDetails(
            shipment.Plan.Shipment, shipment.State == TransferShipmentState.Left, shipment.LeftAt,
            Reservations.Where(units => units.Shipment == shipment.Plan.Shipment).Sum(units => units.Quantity)))
        .ToItems();

    private Items<TransferReceiptDetails> ReceiptDetails() => Receipts
        .Select(receipt => new TransferReceiptDetails(
            receipt.Document.Receipt, receipt.Document.OccurredAt, ToContract(receipt.Document.Lines),
            ToContract(receipt.Document.Short), receipt.PutAway))
        .ToItems();

    private static Items<ReceiveTransferLine> ToContract(Items<ArrivedLine> lines) =>
        lines.Select(line => new ReceiveTransferLine(line.Line, line.Quantity)).ToItems();
}
