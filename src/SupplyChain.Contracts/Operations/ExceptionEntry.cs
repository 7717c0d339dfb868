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
[GenerateSerializer, Immutable, Alias("exception-entry")]
public sealed record ExceptionEntry(
    [property: Id(0)] string Id,
    [property: Id(1)] ExceptionKind Kind,
    [property: Id(2)] ExceptionStatus Status,
    [property: Id(3)] string Entity,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] long Units,
    [property: Id(6)] string Reason,
    [property: Id(7)] string Suggestion,
    [property: Id(8)] OrderId? Order = null,
    [property: Id(9)] Items<int> Lines = default,
    [property: Id(10)] Items<Sku> Skus = default,
    [property: Id(11)] WarehouseId? Warehouse = null,
    [property: Id(12)] ShipmentId? Shipment = null,
    [property: Id(13)] CustomerId? Customer = null,
    [property: Id(14)] int? Priority = null,
    [property: Id(15)] DateOnly? Promise = null,
    [property: Id(16)] DateOnly? Expected = null,
    [property: Id(17)] ExceptionImpact? Impact = null,
    [property: Id(18)] long? Rows = null,
    [property: Id(19)] string? Owner = null,
    [property: Id(20)] DateTimeOffset? SnoozedUntil = null,
    [property: Id(21)] string? Note = null,
    [property: Id(22)] string? Resolution = null,
    [property: Id(23)] long Version = 1) : IListed
{
    /// <summary>What a list of them can be sorted by.</summary>
    public static Items<string> SortFields { get; } =
    [
        "id", "kind", "status", "entity", "since", "units", "impact",
    ];

    /// <summary>What can be done about it at once, and should be tried first; null when there is only the
    /// suggestion.</summary>
    public ExceptionFix? Fix => Fixes.Count > 0 ? Fixes[0] : null;

    /// <summary>Everything that can be done about it at once, what should be tried first in front.</summary>
    public Items<ExceptionFix> Fixes => ExceptionFix.Of(this).ToItems();

    /// <summary>The line; null when it is not just one.</summary>
    public int? Line => Lines.Count == 1 ? Lines[0] : null;

    /// <summary>The product; null when it is not just one.</summary>
    public Sku? Sku => Skus.Count == 1 ? Skus[0] : default(Sku?);
}

/// <summary>How much depends on an exception; what a ranking compares.</summary>
/// <param name="Units">Units touched.</param>
/// <param name="Orders">Orders touched.</param>
/// <param name="DaysLate">
/// Whole days behind the promise: until the day it is expected on, while it is open at least until today; 0 when it is
/// not late or nothing is promised.
/// </param>
/// <param name="Score">
/// <paramref name="Units"/> × (6 − priority) × the larger of 1 and <paramref name="DaysLate"/>. What has no order
/// counts with priority 3, a refused row of an import as one unit.
/// </param>
[GenerateSerializer, Immutable, Alias("exception-impact")]
public sealed record ExceptionImpact(
    [property: Id(0)] long Units, [property: Id(1)] long Orders, [property: Id(2)] int DaysLate,
    [property: Id(3)] long Score);
