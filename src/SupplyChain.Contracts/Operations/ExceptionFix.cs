using System.Globalization;

namespace SupplyChain.Operations;

/// <summary>Something that can be done about an exception at once.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Preview">What that would change, for people; a dry run of the command says it line by line.</param>
[GenerateSerializer, Immutable, Alias("exception-fix")]
public sealed record ExceptionFix([property: Id(0)] FixAction Action, [property: Id(1)] string Preview)
{
    private const int Highest = 1;
    private const string TransferPrefix = "transfer/";

    /// <summary>The fixes of an exception, the one to try first in front.</summary>
    internal static IEnumerable<ExceptionFix> Of(ExceptionEntry entry) => entry.Status != ExceptionStatus.Open
        ? []
        : new[]
        {
            Agreed(entry), Resourced(entry), Expedited(entry), Opened(entry), Unpinned(entry), Cancelled(entry),
            Received(entry), Mended(entry),
        }.OfType<ExceptionFix>();

    private static ExceptionFix? Agreed(ExceptionEntry entry) => entry is
    {
        Kind: ExceptionKind.AtRisk or ExceptionKind.Late, Order: { } order, Lines.Count: > 0,
        Expected: { } expected, Promise: { } promise,
    } && expected > promise
        ? new(FixAction.AgreeDate,
            $"Wanted by {Day(expected)} instead of {Day(promise)}: {Lines(entry)} of {order}.")
        : null;

    private static ExceptionFix? Resourced(ExceptionEntry entry) =>
        entry is { Kind: ExceptionKind.Late, Order: { } order, Expected: null }
            ? new(FixAction.Resource,
                $"What is reserved for {order} and not released would come from where it arrives sooner, if there is "
                + "such a place.")
            : null;

    private static ExceptionFix? Expedited(ExceptionEntry entry) => entry is
    {
        Kind: ExceptionKind.Late or ExceptionKind.ReservationDropped, Order: { } order, Lines.Count: > 0,
        Priority: > Highest and var priority,
    }
        ? new(FixAction.Expedite,
            $"Priority {Highest} instead of {priority}: what waits of {order} would be served before what waits with "
            + "a lower priority.")
        : null;

    private static ExceptionFix? Received(ExceptionEntry entry) => entry switch
    {
        { Kind: ExceptionKind.Short } when IsTransfer(entry) => new(
            FixAction.Receive,
            $"What turns up of {entry.Entity[TransferPrefix.Length..]} would be received on it: without "
            + $"being over up to {entry.Units} {(entry.Units == 1 ? "unit" : "units")}."),
        { Kind: ExceptionKind.ReservationDropped, Sku: { } sku } => new(
            FixAction.Receive,
            $"{entry.Units} × {sku} would serve {Lines(entry)}, after those that wait before it."),
        { Kind: ExceptionKind.Short, Sku: { } sku, Warehouse: { } warehouse } => new(
            FixAction.Receive,
            $"{entry.Units} × {sku} received in {warehouse} would be there for another shipment of the order, after "
            + "those that wait before it."),
        _ => null,
    };

    private static ExceptionFix? Opened(ExceptionEntry entry) => entry switch
    {
        { Kind: ExceptionKind.PinnedUnavailable, Warehouse: { } warehouse } => new(
            FixAction.OpenWarehouse, $"{warehouse} would serve {Lines(entry)} again from what lies there."),
        { Kind: ExceptionKind.WarehouseClosed, Warehouse: { } warehouse } when IsTransfer(entry) => new(
            FixAction.OpenWarehouse, $"{warehouse} would be open when the goods arrive."),
        { Kind: ExceptionKind.WarehouseClosed, Warehouse: { } warehouse, Shipment: { } shipment } => new(
            FixAction.OpenWarehouse, $"{shipment} could leave {warehouse} as it was meant to."),
        _ => null,
    };

    private static ExceptionFix? Unpinned(ExceptionEntry entry) =>
        entry is { Kind: ExceptionKind.PinnedUnavailable, Order: { } order, Warehouse: { } warehouse, Lines.Count: > 0 }
            ? new(FixAction.Unpin,
                $"What waits for {warehouse} on {Lines(entry)} of {order} would be ordered on a line of its own, from "
                + "wherever it is best.")
            : null;

    private static ExceptionFix? Cancelled(ExceptionEntry entry) => entry switch
    {
        { Kind: ExceptionKind.WarehouseClosed, Shipment: { } shipment, Order: { } order } => new(
            FixAction.CancelShipment,
            $"{shipment} would be cancelled, and its goods sourced again for {order} from a warehouse that is open."),
        { Kind: ExceptionKind.Short, Shipment: { } shipment, Order: { } order } => new(
            FixAction.CancelShipment,
            $"{shipment} would be cancelled; {order} could release its goods again together with the rest."),
        { Kind: ExceptionKind.AtRisk, Shipment: { } shipment, Order: { } order } => new(
            FixAction.CancelShipment,
            $"While {shipment} has not left: {order} could release its goods again by a faster mode, or have them "
            + "sourced again."),
        _ => null,
    };

    private static ExceptionFix? Mended(ExceptionEntry entry) => entry.Kind == ExceptionKind.ImportRowRefused
        ? new(FixAction.MendRows, "The refused rows, mended, would be imported; the others are there already.")
        : null;

    private static bool IsTransfer(ExceptionEntry entry) =>
        entry.Entity.StartsWith(TransferPrefix, StringComparison.Ordinal);

    private static string Lines(ExceptionEntry entry) => entry.Lines.Count == 1
        ? $"line {entry.Lines[0]}"
        : $"lines {string.Join(", ", entry.Lines)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What would end an exception, or help it.</summary>
[GenerateSerializer, Alias("fix-action")]
public enum FixAction
{
    /// <summary>Source the order's reserved, unreleased units again: <c>POST /orders/{number}/resource</c>.</summary>
    Resource = 1,

    /// <summary>Agree the expected day with the customer: <c>PATCH /orders/{number}</c>.</summary>
    AgreeDate = 2,

    /// <summary>Receive more of the product: <c>PUT /receipts/{id}</c>.</summary>
    Receive = 3,

    /// <summary>Open the warehouse again: <c>POST /warehouses/{id}/open</c>.</summary>
    OpenWarehouse = 4,

    /// <summary>Expedite: priority 1, before what waits with a lower one: <c>PATCH /orders/{number}</c>.</summary>
    Expedite = 5,

    /// <summary>Order what waits for one warehouse from wherever it is best, on a line of its own: <c>PATCH
    /// /orders/{number}</c>.</summary>
    Unpin = 6,

    /// <summary>Cancel a shipment that has not left; its goods can be released anew: <c>POST
    /// /shipments/{id}/cancel</c>.</summary>
    CancelShipment = 7,

    /// <summary>Mend the refused rows and import them again: <c>GET /imports/{id}/refused</c>, <c>POST
    /// /imports</c>.</summary>
    MendRows = 8,
}
