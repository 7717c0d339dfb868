using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>
/// Carries out what the transfer has to do next, step by step until it waits for news. Each step asks others, then
/// records what they answered; interrupted anywhere, it is taken up again by the recorded state.
/// </summary>
public sealed partial class TransferGrain
{
    private const int MaxSteps = 200;

    private async Task BringToRest()
    {
        for (var steps = 0; Transfer.Next(State) is var step and not TransferStep.Rest; steps++)
        {
            if (steps == MaxSteps)
            {
                throw new UnavailableException($"The transfer does not come to rest; it is taken up again at {step}.");
            }
            await Recorded(); // The step asks others to change something; that must not be forgotten.
            await CarryOut(step);
        }
        await Recorded();
    }

    private Task CarryOut(TransferStep step) => step switch
    {
        TransferStep.ReleaseReservations => ReleaseReservations(),
        TransferStep.ReturnGrants => ReturnGrants(),
        TransferStep.Queue => QueueWaitingLines(),
        TransferStep.PlanShipments => PlanShipments(),
        TransferStep.TellShipments => TellShipments(),
        TransferStep.WithdrawShipments => WithdrawShipments(),
        TransferStep.PutAway => PutAway(),
        TransferStep.ReportArrival => ReportArrival(),
        _ => throw new System.Diagnostics.UnreachableException($"{step}"),
    };

    private async Task ReleaseReservations()
    {
        var releasing = State.Releasing;
        await Task.WhenAll(releasing.GroupBy(release => release.StockItem).Select(group =>
            Supply(group.Key.Sku).Reduce([new(group.Key.Warehouse, new(
                group.Select(release => new KeepReserved(release.Key, release.Keep)).ToItems()))])));
        Record(transfer => Transfer.DecideReleased(transfer, releasing));
    }

    private async Task ReturnGrants()
    {
        var sku = State.Returning[0].StockItem.Sku;
        var grants = State.Returning.Where(grant => grant.StockItem.Sku == sku).ToItems();
        await Supply(sku).Reduce([new(State.Source(sku).Warehouse, new(
            grants.Select(grant => new KeepReserved(grant.Key, 0)).ToItems()))]);
        var attempts = grants.Select(grant => grant.Key.Attempt).ToItems();
        await Supply(sku).Settle(new(State.Owner, attempts, Settlement.GivenBack));
        Record(transfer => Transfer.DecideReturned(transfer, sku, attempts));
    }

    private Task QueueWaitingLines() => Task.WhenAll(State.ToQueue().ToList().Select(async waiting =>
    {
        var (sku, command) = waiting;
        var reply = await Supply(sku).Queue(command);
        Record(transfer => Transfer.DecideQueued(transfer, command));
        await TakeGrants(sku, reply.Grants);
    }));

    /// <summary>Takes units that a supply reserved for a line; it forgets those that the transfer holds.</summary>
    private async Task TakeGrants(Sku sku, Items<BacklogGrant> grants)
    {
        Record(transfer => Transfer.DecideGranted(transfer, sku, grants));
        await Recorded();
        var returning = State.Returning.Where(grant => grant.StockItem.Sku == sku)
            .Select(grant => grant.Key.Attempt).ToHashSet();
        var held = grants.Where(grant => grant.Owner == State.Owner && !returning.Contains(grant.Attempt))
            .Select(grant => grant.Attempt).ToItems();
        if (held.Count > 0)
        {
            await Supply(sku).Settle(new(State.Owner, held, Settlement.TakenOver));
        }
    }

    private async Task PlanShipments()
    {
        var (from, to) = (
            await map.FindAsync(Tenant, State.Document!.From), await map.FindAsync(Tenant, State.Document.To));
        foreach (var shipment in State.ShipmentsToPlan().ToList())
        {
            var reply = await _shipments.Of(shipment.Plan.Shipment).Plan(State.PlanOf(shipment, from, to));
            Record(transfer => Transfer.DecidePlanned(transfer, shipment.Plan.Shipment, reply.Accepted));
        }
    }

    private async Task TellShipments()
    {
        foreach (var shipment in State.ShipmentsToTell().ToList())
        {
            var id = shipment.Plan.Shipment;
            await _shipments.Of(id).Flag(new(
                ShipmentFlag.Short, shipment.Lost.Select(loss => loss.ToContract()).ToItems()));
            Record(transfer => Transfer.DecideTold(transfer, id));
        }
    }

    /// <summary>They have nothing to take along, also when they are picked.</summary>
    private async Task WithdrawShipments()
    {
        var empty = State.ShipmentsToWithdraw().Select(shipment => shipment.Plan.Shipment).ToList();
        await Task.WhenAll(empty.Select(id => _shipments.Cancel(id, new(Shipment.NothingLeft))));
        foreach (var id in empty)
        {
            await HearOf(id);
        }
    }

    /// <summary>What arrived is on hand, and lines that waited for it are served, before anyone hears of it.</summary>
    private async Task PutAway()
    {
        foreach (var receipt in State.Receipts.Where(receipt => !receipt.PutAway).ToList())
        {
            var document = receipt.Document;
            var at = document.OccurredAt is { } instant ? OccurredAt.At(instant) : OccurredAt.Unknown;
            var lines = document.Lines.Where(line => line.Quantity > 0)
                .Select(line => (line.Line, State.Lines[line.Line].Sku, line.Quantity)).ToList();
            await Task.WhenAll(lines.Select(line => Supply(line.Sku).Receive(new(
                State.Destination(line.Sku).Warehouse,
                new(document.Receipt, line.Line, line.Quantity, at, Repeat.Maybe) { Transfer = Id }))));
            await arrivals.ServeWaitingLines(Tenant, lines.Select(line => line.Sku));
            Record(transfer => Transfer.DecidePutAway(transfer, document.Receipt));
        }
    }

    private async Task ReportArrival()
    {
        var arrived = State.ShipmentsToReportArrivalOf().ToItems();
        var last = State.Receipts[^1].Document;
        var at = last.OccurredAt is { } instant ? OccurredAt.At(instant) : OccurredAt.Unknown;
        foreach (var id in arrived)
        {
            // Refused only when there is nothing to tell: the carrier has said so under the same number.
            await GrainFactory.GetGrain<IShipmentGrain>(GrainKey.Of(Tenant, id)).Record(new(
                $"received:{State.Receipts.Count}", MilestoneKind.Delivered, at));
        }
        Record(transfer => Transfer.DecideArrivalReported(transfer, arrived));
    }

    private ISupplyActor Supply(Sku sku) => GrainFactory.GetGrain<ISupplyActor>(GrainKey.Of(Tenant, sku));
}
