namespace SupplyChain.Inventory;

/// <summary>Who numbers a reservation's attempts.</summary>
[GenerateSerializer, Alias("reservation-origin")]
public enum ReservationOrigin
{
    /// <summary>The order itself.</summary>
    Order = 0,

    /// <summary>The backlog of the product, for a waiting line.</summary>
    Backlog = 1,
}
