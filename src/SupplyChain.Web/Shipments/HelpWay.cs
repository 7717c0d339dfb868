using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>Something that would help a shipment, or would not and why.</summary>
/// <param name="What">What to do.</param>
/// <param name="Why">What comes of it, or why it is refused.</param>
/// <param name="Url">Where it is done; null when it is refused.</param>
/// <param name="Code">The code of the refusal.</param>
internal sealed record HelpWay(string What, string Why, string? Url, string? Code)
{
    /// <summary>What can be done today for a shipment that does not go as promised; nothing for any other.</summary>
    public static IEnumerable<HelpWay> Of(ShipmentSeen seen, Viewer viewer)
    {
        var shipment = seen.Shipment;
        if (!seen.IsOpen)
            yield break;
        if (shipment.Eta.At is null)
            yield return Unknown(seen);
        if (shipment.Exception is not null)
        {
            yield return new(
                "Record the next attempt",
                "Another start of the last leg, or any later milestone, ends the exception.",
                $"/shipments/{shipment.Id}?do=milestone", null);
        }

        var isAfter = shipment.Promise is { } promise && (promise < viewer.Today
            || (shipment.Eta.At is { } at && DateOnly.FromDateTime(at.DateTime) > promise));
        if (!isAfter && shipment.Exception is null)
            yield break;
        if (isAfter && seen.Owner.Order is not null)
            yield return LaterDate(seen, viewer);
        yield return seen.IsInWarehouse
            ? new(
                "Cancel it and release again",
                $"Its goods stay reserved for {seen.Owner.Words()}, and can then leave by another mode or carrier.",
                $"/shipments/{shipment.Id}?do=cancel", null)
            : new("Cancel and send again", $"Refused: {Left(shipment, viewer)}, too late to cancel.", null,
                Refusal.TooLate.Code());
    }

    private static HelpWay LaterDate(ShipmentSeen seen, Viewer viewer)
    {
        var shipment = seen.Shipment;
        var customer = seen.Order?.Customer.Value ?? "the customer";
        var day = shipment.Eta.At is { } at
            ? Words.Day(DateOnly.FromDateTime(at.DateTime), viewer.Now)
            : "a later date";
        return seen.IsInWarehouse
            ? new(
                $"Agree {day} with {customer}",
                "The order's date is amended, the shipment follows while it has not left, and the exception resolves "
                + "itself.",
                $"/orders/{shipment.Order}?do=amend", null)
            : new(
                $"Agree {day} with {customer}",
                $"Of no effect here: {Left(shipment, viewer)}, and what has left keeps the date it was promised for.",
                null, null);
    }

    private static HelpWay Unknown(ShipmentSeen seen)
    {
        var hasLeftUndated = seen.Shipment.Milestones.All(one =>
            one.Kind != MilestoneKind.Dispatched || one.OccurredAt is null);
        return seen.Order?.ShipTo is { Latitude: null } && seen.IsInWarehouse
            ? new(
                "Give the order's ship-to its coordinates", seen.Shipment.Eta.Reason,
                "/about", null)
            : new(
                hasLeftUndated ? "Record when it was dispatched" : "Record where it is", seen.Shipment.Eta.Reason,
                $"/shipments/{seen.Shipment.Id}?do=milestone", null);
    }

    private static string Left(ShipmentDetails shipment, Viewer viewer) =>
        shipment.Milestones.FirstOrDefault(one => one.Kind == MilestoneKind.Dispatched)?.OccurredAt is { } at
            ? $"dispatched on {Words.Moment(at, viewer)}"
            : "it has left";
}
