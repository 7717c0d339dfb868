using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>
/// Reports the milestones of shipments. What is next follows from those reported already (<see cref="Journey"/>), so
/// the shipment itself is the only memory of its way.
/// </summary>
internal sealed class Tracking(Journey journey, Erp erp, Agenda agenda, DayBook dayBook)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromHours(6);

    /// <summary>Follows a shipment from a moment on until it is delivered or cancelled.</summary>
    public void Follow(ShipmentId id, DateTimeOffset from) =>
        agenda.Add(new(from, id.Value, cancellationToken => LookAsync(id, from, cancellationToken)));

    private async Task LookAsync(ShipmentId id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var shipment = await erp.AskAsync(
            chain => chain.Shipments.GetAsync(id, cancellationToken), cancellationToken);
        if (shipment is null)
            Follow(id, at + LookInterval);
        else
            PlanNext(shipment, at);
    }

    private void PlanNext(ShipmentDetails shipment, DateTimeOffset from)
    {
        if (journey.Next(shipment, from) is { } next)
        {
            agenda.Add(new(
                next.At, shipment.Id.Value, cancellationToken => ReportAsync(shipment.Id, next, cancellationToken)));
        }
    }

    private async Task ReportAsync(ShipmentId id, PlannedMilestone next, CancellationToken cancellationToken)
    {
        var reply = await erp.AskAsync(
            chain => chain.Shipments.RecordAsync(id, next.Milestone, cancellationToken), cancellationToken);
        if (erp.Accepted(id.Value, reply) is { } shipment)
        {
            dayBook.Reported(next.Milestone.Kind);
            PlanNext(shipment, next.At);
        }
        else if (reply.Refusal != Refusal.ShipmentCancelled)
        {
            Follow(id, next.At + LookInterval);
        }
    }
}
