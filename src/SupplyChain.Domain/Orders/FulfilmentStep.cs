namespace SupplyChain.Orders;

/// <summary>What an order has to do next; see <see cref="Order.Next"/>.</summary>
public enum FulfilmentStep
{
    /// <summary>Nothing: it waits for news.</summary>
    Rest = 0,

    /// <summary>Tell stock items which reservations it no longer needs.</summary>
    GiveUpReservations,

    /// <summary>Give grants back that it cannot use.</summary>
    ReturnGrants,

    /// <summary>Ask stock items for what was proposed.</summary>
    Reserve,

    /// <summary>Ask stock items for better places of what is reserved already.</summary>
    Move,

    /// <summary>Choose warehouses for undecided units.</summary>
    Source,

    /// <summary>Tell backlogs what waits.</summary>
    Queue,

    /// <summary>Reject it: it may not wait.</summary>
    Reject,

    /// <summary>Take back units that an amendment added: they may not wait.</summary>
    WithdrawIncrease,

    /// <summary>Cancel shipments that may not leave any more.</summary>
    WithdrawShipments,

    /// <summary>Make its shipments.</summary>
    PlanShipments,

    /// <summary>Tell shipments what an amendment changed.</summary>
    ReviseShipments,

    /// <summary>Tell shipments what they lost.</summary>
    FlagShipments,
}
