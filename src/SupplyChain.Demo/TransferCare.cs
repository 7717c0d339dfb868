using SupplyChain.Network;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Demo;

/// <summary>
/// Releases transfers, reports where their shipments are, and receives them. What is next follows from the transfer and
/// its shipments, which are the only memory of it.
/// </summary>
internal sealed class TransferCare(Seed seed, TransferJourney journey, Erp erp, Agenda agenda, DayBook dayBook)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromHours(12);

    /// <summary>Days after the date it was wanted on that what waits is given up.</summary>
    private const int MostDaysLate = 7;

    /// <summary>Follows a transfer from a moment on until nothing of it is open.</summary>
    public void Follow(TransferId id, DateTimeOffset from) =>
        agenda.Add(new(from, id.Value, cancellationToken => LookAsync(id, from, cancellationToken)));

    private async Task LookAsync(TransferId id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var transfer = await erp.AskAsync(
            chain => chain.Transfers.GetAsync(id, cancellationToken), cancellationToken);
        if (transfer is null
            || Warehouses.Find(transfer.From.Value) is not { } source
            || Warehouses.Find(transfer.To.Value) is not { } destination)
        {
            return;
        }
        List<Errand> next = [];
        foreach (var one in transfer.Shipments.Where(one =>
            transfer.Receipts.All(receipt => receipt.Id.Value != one.Id.Value)))
        {
            var shipment = await erp.AskAsync(
                chain => chain.Shipments.GetAsync(one.Id, cancellationToken), cancellationToken);
            next.Add(shipment is null
                ? Look(id, at + LookInterval)
                : Step(transfer, shipment, journey.Next(shipment, source, destination, at)));
        }
        if (transfer.Lines.Any(line => line.Reserved > 0))
        {
            var release = at + seed.For("transfer-release", id.Value).Hours(2, 12);
            next.Add(new(release, id.Value, cancellation =>
                ReleaseAsync(transfer, source, destination, release, cancellation)));
        }
        if (next.Count == 0 && transfer.Lines.Any(line => line.Waiting > 0))
        {
            next.Add(DateOnly.FromDateTime(at.DateTime) > transfer.RequestedBy?.AddDays(MostDaysLate)
                ? new(at, id.Value, cancellation => GiveUpAsync(transfer, cancellation))
                : Look(id, at + LookInterval));
        }
        if (next.MinBy(errand => errand.At) is { } errand)
        {
            agenda.Add(errand);
        }
    }

    private Errand Look(TransferId id, DateTimeOffset at) =>
        new(at, id.Value, cancellationToken => LookAsync(id, at, cancellationToken));

    private Errand Step(
        TransferDetails transfer, ShipmentDetails shipment, (DateTimeOffset At, RecordMilestone? Milestone) step) =>
        new(step.At, transfer.Id.Value, cancellationToken => step.Milestone is { } milestone
            ? ReportAsync(transfer.Id, shipment.Id, milestone, step.At, cancellationToken)
            : ReceiveAsync(transfer, shipment, step.At, cancellationToken));

    private async Task ReleaseAsync(
        TransferDetails transfer, WarehouseSite source, WarehouseSite destination, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var distance = GreatCircle.DistanceKm(source.Place.Point, destination.Place.Point);
        ShipmentId named = transfer.Id.Value;
        var carrier = Carriers.Choose(
            named, distance, transfer.RequestedBy?.DayNumber - DateOnly.FromDateTime(at.DateTime).DayNumber);
        var release = new ReleaseTransfer(at, carrier.Mode, carrier.Name, carrier.TrackingNumber(named));
        var reply = await erp.AskAsync(
            chain => chain.Transfers.ReleaseAsync(transfer.Id, release, cancellationToken), cancellationToken);
        if (erp.Accepted(transfer.Id.Value, reply) is not null)
        {
            dayBook.Released();
        }
        Follow(transfer.Id, at);
    }

    private async Task ReportAsync(
        TransferId transfer, ShipmentId shipment, RecordMilestone milestone, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var reply = await erp.AskAsync(
            chain => chain.Shipments.RecordAsync(shipment, milestone, cancellationToken), cancellationToken);
        var isRecorded = erp.Accepted(shipment.Value, reply) is not null;
        if (isRecorded)
        {
            dayBook.Reported(milestone.Kind);
        }
        Follow(transfer, isRecorded ? at : at + LookInterval);
    }

    /// <summary>Receives a shipment; with the last one on its way nothing more is expected.</summary>
    private async Task ReceiveAsync(
        TransferDetails transfer, ShipmentDetails shipment, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var isLast = transfer.Lines.Sum(line => line.InTransit) <= shipment.Lines.Sum(line => line.Quantity);
        var receipt = new ReceiveTransfer(shipment.Id.Value, journey.Arriving(shipment), isLast, at);
        var reply = await erp.AskAsync(
            chain => chain.Transfers.ReceiveAsync(transfer.Id, receipt, cancellationToken), cancellationToken);
        if (erp.Accepted(transfer.Id.Value, reply) is not null)
        {
            dayBook.Received();
            Follow(transfer.Id, at);
        }
        else
        {
            Follow(transfer.Id, at + LookInterval);
        }
    }

    private async Task GiveUpAsync(TransferDetails transfer, CancellationToken cancellationToken)
    {
        var cancel = new CancelTransfer("The source has none to spare any more");
        var reply = await erp.AskAsync(
            chain => chain.Transfers.CancelAsync(transfer.Id, cancel, cancellationToken), cancellationToken);
        erp.Accepted(transfer.Id.Value, reply);
    }
}
