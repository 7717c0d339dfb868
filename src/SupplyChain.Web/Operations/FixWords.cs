using SupplyChain.Access;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Operations;

/// <summary>Fixes in a planner's words, and which of them can be done.</summary>
internal static class FixWords
{
    /// <summary>What it does.</summary>
    public static string Of(FixAction action) => action switch
    {
        FixAction.Resource => "Source the order again",
        FixAction.AgreeDate => "Agree the expected day with the customer",
        FixAction.Receive => "Receive more",
        FixAction.OpenWarehouse => "Open the warehouse again",
        FixAction.Expedite => "Expedite the order: priority 1",
        FixAction.Unpin => "Order it from wherever it is best",
        FixAction.CancelShipment => "Cancel the shipment",
        FixAction.MendRows => "Mend the refused rows",
        _ => action.ToString(),
    };

    /// <summary>The same where it is one of several.</summary>
    public static string Short(FixAction action) => action switch
    {
        FixAction.Resource => "Source again",
        FixAction.AgreeDate => "Agree a date",
        FixAction.Receive => "Receive",
        FixAction.OpenWarehouse => "Open the warehouse",
        FixAction.Expedite => "Expedite",
        FixAction.Unpin => "From elsewhere",
        FixAction.CancelShipment => "Cancel the shipment",
        _ => Of(action),
    };

    /// <summary>What was not done, in a refusal.</summary>
    public static string Done(FixAction action) => action switch
    {
        FixAction.AgreeDate => "agreed",
        FixAction.Expedite => "expedited",
        FixAction.Unpin => "ordered from elsewhere",
        _ => "sourced again",
    };

    /// <summary>What was done.</summary>
    public static string Said(FixAction action) => action switch
    {
        FixAction.AgreeDate => "Agreed. The exception resolves itself.",
        FixAction.Expedite => "Expedited: what waits of it is served before what waits with a lower priority.",
        FixAction.Unpin => "Ordered from wherever it is best.",
        _ => "Sourced again.",
    };

    /// <summary>The form where it is done; null when it is done here.</summary>
    public static string? Elsewhere(ExceptionEntry entry, FixAction action, ExceptionSeen? seen = null) => action switch
    {
        FixAction.Receive when TransferException.Of(entry) is { } transfer => TransferException.Receiving(transfer),
        FixAction.Receive when entry.Sku is { } sku => $"/inventory/{sku}?do=receive",
        FixAction.OpenWarehouse when entry.Warehouse is { } site => $"/warehouses/{site}?do=open",
        FixAction.CancelShipment when entry.Shipment is { } shipment => $"/shipments/{shipment}?do=cancel",
        FixAction.MendRows => seen?.Import is { } import
            ? $"/import?run={import.Id}&name={Uri.EscapeDataString(import.FileName ?? import.Id.Value)}"
            : "/import",
        _ => null,
    };

    /// <summary>Whether it can still be done, as far as is known: an exception is a moment old.</summary>
    public static bool IsPossible(ExceptionFix fix, ExceptionEntry entry, ExceptionSeen? seen, DateOnly today)
    {
        var order = seen?.Order?.Order;
        var hasLeft = seen?.Shipment(entry.Shipment) is { } shipment && HasLeft(shipment);
        return fix.Action switch
        {
            // A day that has passed is no date to agree, and what has left keeps the day it was promised for.
            FixAction.AgreeDate => entry.Expected >= today && !hasLeft,
            FixAction.CancelShipment => !hasLeft,
            FixAction.Expedite => order is null
                || (order.Priority > 1 && order.Lines.Any(line => line.Backordered > 0)),
            FixAction.Resource => order is null
                || order.Allocations.Any(one => one is { Shipment: null, Status: AllocationStatus.Reserved }),
            _ => true,
        };
    }

    /// <summary>
    /// Why only a person can do something, where, and what that takes; null when there is nothing to say beyond what
    /// helps.
    /// </summary>
    public static (string Why, string? Path, string Word, Permission To)? ByHand(
        ExceptionEntry entry, ExceptionSeen? seen)
    {
        if (entry.Status != ExceptionStatus.Open || seen is null)
            return null;
        var away = seen.Shipment(entry.Shipment) is { } own && HasLeft(own)
            ? own
            : seen.Order?.Shipments.FirstOrDefault(one =>
                entry.Shipment is null && HasLeft(one) && one.Status != ShipmentStatus.Delivered);
        if (away is not null)
        {
            return (
                $"{away.Id} has left, and no command brings it sooner: what has left keeps the day it was promised "
                + "for. Ask the carrier where it is, tell the customer, and record what the carrier says.",
                $"/shipments/{away.Id}?do=milestone", "Record a milestone…", Permission.Plan);
        }
        if (entry.Kind == ExceptionKind.Late && seen.Order?.Shipments.FirstOrDefault(one =>
            one.Status is ShipmentStatus.Planned or ShipmentStatus.Picked or ShipmentStatus.Packed) is { } there)
        {
            return (
                $"{there.Id} is still in its warehouse: only the people there can let it leave.",
                $"/shipments/{there.Id}", "Open the shipment", Permission.Read);
        }
        return entry.Order is { } order
            ? (
                "Nothing that waits can be had earlier by a command: agree a later day with the customer, or cancel "
                + "what is not wanted any more.",
                $"/orders/{order}?do=amend", "Amend the order…", Permission.Plan)
            : null;
    }

    private static bool HasLeft(ShipmentDetails shipment) =>
        shipment.Status is >= ShipmentStatus.Dispatched and < ShipmentStatus.Cancelled;
}
