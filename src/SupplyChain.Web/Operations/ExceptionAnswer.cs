using System.ComponentModel.DataAnnotations;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Operations;

/// <summary>Something a planner has to look at. One per cause and entity; it resolves itself when the cause is
/// gone.</summary>
/// <param name="Id">Kind and entity.</param>
/// <param name="Kind">What.</param>
/// <param name="Status">Whether its cause is still there and it was not resolved by hand.</param>
/// <param name="Entity">For example <c>order/ERP-4711</c> or <c>shipment/SH-1</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Units">Units touched.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Suggestion">What to do, for people.</param>
/// <param name="Order">The order it concerns; null when it concerns none.</param>
/// <param name="Lines">The lines of the order.</param>
/// <param name="Skus">The products of these lines.</param>
/// <param name="Warehouse">Where; null when that is not one warehouse, or not known.</param>
/// <param name="Shipment">The shipment it concerns; null when it concerns none.</param>
/// <param name="Customer">The customer of the order.</param>
/// <param name="Priority">The priority of the order now, 1 to 5; 1 is the most urgent.</param>
/// <param name="Promise">The earliest day that is promised; null when none is.</param>
/// <param name="Expected">The day it is expected to arrive on; null when that is not known.</param>
/// <param name="Impact">How much depends on it.</param>
/// <param name="Rows">Rows refused, of an import.</param>
/// <param name="Owner">The planner who takes care of it; null while it has no owner.</param>
/// <param name="SnoozedUntil">Until when it is out of sight; null when it is not snoozed, or the time has
/// passed.</param>
/// <param name="Note">A planner's note.</param>
/// <param name="Resolution">Why it was resolved by hand; null when it was not.</param>
/// <param name="Version">The version of the planners' work on it; 1 before any.</param>
/// <param name="Fix">What can be done about it at once, and should be tried first; null when there is only the
/// suggestion.</param>
/// <param name="Fixes">Everything that can be done about it at once, what should be tried first in front.</param>
/// <param name="Line">The line; null when it is not just one.</param>
/// <param name="Sku">The product; null when it is not just one.</param>
[SchemaName("ExceptionEntry")]
public sealed record ExceptionAnswer(
    string Id,
    ExceptionKind Kind,
    ExceptionStatus Status,
    string Entity,
    DateTimeOffset Since,
    long Units,
    string Reason,
    string Suggestion,
    OrderId? Order,
    Items<int> Lines,
    Items<Sku> Skus,
    WarehouseId? Warehouse,
    ShipmentId? Shipment,
    CustomerId? Customer,
    [property: Range(Limits.HighestPriority, Limits.LowestPriority)] int? Priority,
    DateOnly? Promise,
    DateOnly? Expected,
    ExceptionImpactAnswer? Impact,
    long? Rows,
    [property: MaxLength(Limits.MaxText)] string? Owner,
    DateTimeOffset? SnoozedUntil,
    [property: MaxLength(Limits.MaxText)] string? Note,
    [property: MaxLength(Limits.MaxText)] string? Resolution,
    long Version,
    ExceptionFixAnswer? Fix,
    Items<ExceptionFixAnswer> Fixes,
    int? Line,
    Sku? Sku) : EntityAnswer, IVersioned
{
    internal static ExceptionAnswer Of(ExceptionEntry entry)
    {
        var fixes = entry.Fixes.Each(ExceptionFixAnswer.Of);
        return new(
            entry.Id,
            entry.Kind,
            entry.Status,
            entry.Entity,
            entry.Since,
            entry.Units,
            entry.Reason,
            entry.Suggestion,
            entry.Order,
            entry.Lines,
            entry.Skus,
            entry.Warehouse,
            entry.Shipment,
            entry.Customer,
            entry.Priority,
            entry.Promise,
            entry.Expected,
            ExceptionImpactAnswer.Of(entry.Impact),
            entry.Rows,
            entry.Owner,
            entry.SnoozedUntil,
            entry.Note,
            entry.Resolution,
            entry.Version,
            fixes.Count > 0 ? fixes[0] : null,
            fixes,
            entry.Line,
            entry.Sku);
    }
}
