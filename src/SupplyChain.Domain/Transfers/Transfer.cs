using System.Collections.Immutable;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using static SupplyChain.Transfers.TransferEvent;

namespace SupplyChain.Transfers;

/// <summary>
/// Stock that goes from one warehouse to another. Its lines wait in the queues of their products like any other demand,
/// are reserved at the source, leave it with shipments, are in transit and arrive at the destination. At every instant
/// quantity = waiting + reserved + shipped + cancelled of each line.
/// </summary>
public sealed partial record Transfer : IAggregate<Transfer, TransferEvent>
{
    /// <inheritdoc/>
    public static string Kind => "transfer";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Transfer Initial { get; } = new();

    /// <summary>What was requested; null before that.</summary>
    public Requested? Document { get; init; }

    /// <summary>Whether it leaves from or goes to a warehouse of a caller.</summary>
    public bool IsSeenBy(WarehouseScope scope) =>
        !scope.IsLimited || Document is { } document && scope.IncludesAny([document.From, document.To]);

    /// <summary>When it was requested: its age among those who wait.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The lines by number.</summary>
    public ImmutableSortedDictionary<int, TransferLine> Lines { get; init; } =
        ImmutableSortedDictionary<int, TransferLine>.Empty;

    /// <summary>Units reserved at the source, and units that have left it.</summary>
    public Items<TransferReservation> Reservations { get; init; }

    /// <summary>Reservations that the source has still to reduce.</summary>
    public Items<ReleasedReservation> Releasing { get; init; }

    /// <summary>Grants that have still to be given back.</summary>
    public Items<ReturnedGrant> Returning { get; init; }

    /// <summary>Losses heard before the grant they are of, or before the return of units that had left.</summary>
    public Items<ReservationLoss> LostAhead { get; init; }

    /// <summary>The shipments by number.</summary>
    public ImmutableSortedDictionary<string, TransferShipment> Shipments { get; init; } =
        ImmutableSortedDictionary.Create<string, TransferShipment>(StringComparer.Ordinal);

    /// <summary>How many shipment numbers were used.</summary>
    public int ShipmentNumbers { get; init; }

    /// <summary>The receipts at the destination, the first recorded first.</summary>
    public Items<TransferReceipt> Receipts { get; init; }

    /// <summary>
    /// The last closing of the source that made it give reservations back, and the lines they were of.
    /// </summary>
    public SourceClosing? LastClosing { get; init; }

    /// <summary>Why it was cancelled; null when it was not.</summary>
    public Cancelled? Cancellation { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Whether it was requested.</summary>
    public bool Exists => Document is not null;

    /// <summary>Who its demands belong to.</summary>
    public DemandOwner Owner => DemandOwner.Of(Kind, Document!.Transfer.Value);

    /// <summary>The source's stock item of a product.</summary>
    public StockItemId Source(Sku sku) => new(sku, Document!.From);

    /// <summary>The destination's stock item of a product.</summary>
    public StockItemId Destination(Sku sku) => new(sku, Document!.To);

    /// <summary>Units of a line that left the source.</summary>
    public long ShippedOf(int line) => Units(line, units => units.HasLeft);

    /// <summary>Units of a line that left and neither arrived nor were found missing.</summary>
    public long InTransitOf(TransferLine line) => Math.Max(0, ShippedOf(line.Line) - line.Received - line.Short);

    /// <summary>Whether units wait, are reserved, or are in transit.</summary>
    public bool IsOpen => Lines.Values.Any(line => line.Waiting > 0 || InTransitOf(line) > 0)
        || Reservations.Any(units => !units.HasLeft);

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Transfer state) =>
        Next(state) == TransferStep.Rest ? SupplyChain.UnfinishedWork.None : SupplyChain.UnfinishedWork.Own;

    /// <inheritdoc/>
    public static bool IsSettled(Transfer state) => state.Exists && !state.IsOpen && Next(state) == TransferStep.Rest;

    /// <summary>
    /// What has to be done next. Every step can be repeated: it is keyed and its outcome is recorded.
    /// </summary>
    public static TransferStep Next(Transfer transfer)
    {
        if (transfer.Releasing.Count > 0)
        {
            return TransferStep.ReleaseReservations;
        }
        if (transfer.Returning.Count > 0)
        {
            return TransferStep.ReturnGrants;
        }
        if (transfer.Lines.Values.Any(line => line.Ticket > line.QueuedTicket))
        {
            return TransferStep.Queue;
        }
        if (transfer.Shipments.Values.Any(shipment => shipment.State == TransferShipmentState.Planning))
        {
            return TransferStep.PlanShipments;
        }
        if (transfer.ShipmentsToTell().Any())
        {
            return TransferStep.TellShipments;
        }
        if (transfer.ShipmentsToWithdraw().Any())
        {
            return TransferStep.WithdrawShipments;
        }
        if (transfer.Receipts.Any(receipt => !receipt.PutAway))
        {
            return TransferStep.PutAway;
        }
        return transfer.ShipmentsToReportArrivalOf().Any() ? TransferStep.ReportArrival : TransferStep.Rest;
    }

    private long Units(int line, Func<TransferReservation, bool> of) =>
        Reservations.Where(units => units.Key.Line == line && of(units)).Sum(units => units.Quantity);
}

/// <summary>A closing of the source that made a transfer give reservations back.</summary>
/// <param name="Closing">The warehouse's version when it closed.</param>
/// <param name="Lines">The lines they were of.</param>
public sealed record SourceClosing(long Closing, Items<int> Lines);
