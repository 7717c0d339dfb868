namespace SupplyChain.Shipments;

/// <summary>How far a milestone says a shipment has come.</summary>
public static class MilestoneRank
{
    /// <summary>The status a milestone implies, with every lower one; an exception implies none.</summary>
    public static ShipmentStatus Rank(this MilestoneKind kind) => kind switch
    {
        MilestoneKind.Picked => ShipmentStatus.Picked,
        MilestoneKind.Packed => ShipmentStatus.Packed,
        MilestoneKind.Dispatched => ShipmentStatus.Dispatched,
        MilestoneKind.ArrivedHub or MilestoneKind.DepartedHub => ShipmentStatus.InTransit,
        MilestoneKind.OutForDelivery => ShipmentStatus.OutForDelivery,
        MilestoneKind.Delivered => ShipmentStatus.Delivered,
        _ => ShipmentStatus.Planned,
    };
}
