namespace SupplyChain;

/// <summary>A business reason to say no. The numbers and the codes are stable.</summary>
[GenerateSerializer, Alias("refusal")]
public enum Refusal
{
    /// <summary>The id is taken by a different body (<c>conflict</c>).</summary>
    Conflict = 1,

    /// <summary>Not enough stock and backorder is not allowed (<c>insufficient-stock</c>).</summary>
    InsufficientStock = 2,

    /// <summary>On hand would fall below zero (<c>below-zero</c>).</summary>
    BelowZero = 3,

    /// <summary>The goods have gone too far for that (<c>too-late</c>).</summary>
    TooLate = 4,

    /// <summary>There is nothing allocated to release (<c>nothing-allocated</c>).</summary>
    NothingAllocated = 5,

    /// <summary>The shipment was cancelled (<c>shipment-cancelled</c>).</summary>
    ShipmentCancelled = 6,

    /// <summary>The shipment number is used for other goods (<c>shipment-in-use</c>).</summary>
    ShipmentInUse = 7,

    /// <summary>The pinned warehouse is closed (<c>warehouse-closed</c>).</summary>
    WarehouseClosed = 8,

    /// <summary>The entity changed since the version the caller named (<c>version-mismatch</c>).</summary>
    VersionMismatch = 9,

    /// <summary>The order was rejected or cancelled and stays so (<c>order-closed</c>).</summary>
    OrderClosed = 10,

    /// <summary>The order ships complete, and that would ship or change a part of it (<c>ship-complete</c>).</summary>
    ShipComplete = 11,

    /// <summary>The order allows no further shipment (<c>max-shipments</c>).</summary>
    MaxShipments = 12,

    /// <summary>Units would have to wait, and the order allows no backorder (<c>allow-backorder</c>).</summary>
    AllowBackorder = 13,

    /// <summary>Labels get no number: the node was given no GS1 company prefix, or its numbers are used up
    /// (<c>no-company-prefix</c>).</summary>
    NoCompanyPrefix = 14,

    /// <summary>The database's feature level does not allow it yet: an operator has to run
    /// <c>supplychain upgrade</c> (<c>needs-upgrade</c>).</summary>
    NeedsUpgrade = 15,

    /// <summary>
    /// Nothing of the transfer has left its source, or all of it has arrived (<c>nothing-in-transit</c>).
    /// </summary>
    NothingInTransit = 16,
}
