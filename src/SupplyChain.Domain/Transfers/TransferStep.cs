namespace SupplyChain.Transfers;

/// <summary>What a transfer has to do next; see <see cref="Transfer.Next"/>.</summary>
public enum TransferStep
{
    /// <summary>Nothing: it waits for stock, for a release, for its shipments or for a receipt.</summary>
    Rest = 0,

    /// <summary>Give reservations back to the source.</summary>
    ReleaseReservations,

    /// <summary>Give grants back that it cannot use.</summary>
    ReturnGrants,

    /// <summary>Tell the queues what waits.</summary>
    Queue,

    /// <summary>Make shipments.</summary>
    PlanShipments,

    /// <summary>Tell shipments which of their units are gone.</summary>
    TellShipments,

    /// <summary>Cancel shipments that lost every unit.</summary>
    WithdrawShipments,

    /// <summary>Bring what arrived on hand at the destination.</summary>
    PutAway,

    /// <summary>Tell the shipments that all has arrived.</summary>
    ReportArrival,
}
