using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Network;

/// <summary>A warehouse with what is in it and what has to leave it.</summary>
/// <param name="Id">The warehouse.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Status">Whether orders may be sourced from it.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null when unknown.</param>
/// <param name="Priority">Its priority band, 1 (first) to 9.</param>
/// <param name="OnHand">Units in it.</param>
/// <param name="Reserved">Units of them that belong to order lines.</param>
/// <param name="OpenShipments">Shipments from it that have neither arrived nor been cancelled.</param>
/// <param name="WaitingUnits">Units in shipments that have not left it.</param>
[SchemaName("WarehouseSummary")]
public sealed record WarehouseSummaryAnswer(
    WarehouseId Id,
    [property: MaxLength(Limits.MaxText)] string Name,
    WarehouseStatus Status,
    string? Country,
    [property: Range(1, Limits.MaxPriorityBand)] int Priority,
    long OnHand,
    long Reserved,
    long OpenShipments,
    long WaitingUnits)
{
    internal static WarehouseSummaryAnswer Of(WarehouseSummary warehouse) => new(
        warehouse.Id,
        warehouse.Name,
        warehouse.Status,
        warehouse.Country,
        warehouse.Priority,
        warehouse.OnHand,
        warehouse.Reserved,
        warehouse.OpenShipments,
        warehouse.WaitingUnits);
}
