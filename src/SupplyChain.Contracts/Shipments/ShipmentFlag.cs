namespace SupplyChain.Shipments;

/// <summary>What touched an undispatched shipment.</summary>
[GenerateSerializer, Alias("shipment-flag")]
public enum ShipmentFlag
{
    /// <summary>Units it was to take are gone.</summary>
    Short = 1,

    /// <summary>Its warehouse closed after picking began. Only earlier versions say so: the warehouse itself
    /// does.</summary>
    WarehouseClosed = 2,
}
