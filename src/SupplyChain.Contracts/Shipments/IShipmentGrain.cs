using SupplyChain.Access;

namespace SupplyChain.Shipments;

/// <summary>One shipment: <c>tenant/shipment</c>.</summary>
[GrainInterfaceType("shipment"), Alias("shipment"), Needs(Permission.Read), Scoped(Scope.ByCommand)]
public interface IShipmentGrain : IGrainWithStringKey
{
    /// <summary>
    /// Records a milestone; answers once goods that leave with it have left the stock items and the order shows it.
    /// Where the order is busy or away, it answers after a second and the order shows it later; so do <see
    /// cref="Void"/> and <see cref="Cancel"/>.
    /// </summary>
    [Alias("record"), Needs(Permission.Write)] Task<ShipmentReply> Record(RecordMilestone command);

    /// <summary>Voids a milestone; answers once goods that left because of it are back.</summary>
    [Alias("void"), Needs(Permission.Write)] Task<ShipmentReply> Void(VoidMilestone command);

    /// <summary>Cancels it.</summary>
    [Alias("cancel"), Needs(Permission.Write)] Task<ShipmentReply> Cancel(CancelShipment command);

    /// <summary>Gives it the code that names it on labels; again changes nothing.</summary>
    [Alias("label"), Needs(Permission.Write)] Task<ShipmentReply> Label();

    /// <summary>The shipment; null when there is none.</summary>
    [Alias("get"), Scoped(Scope.ByEntity)] Task<ShipmentDetails?> Get();
}
