using System.Text.Json.Serialization;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Units a backlog reserves for a waiting line, as they are stored.</summary>
/// <param name="Owner">Who owns the demand.</param>
/// <param name="Line">The line's number.</param>
/// <param name="Warehouse">Where they are reserved.</param>
/// <param name="Attempt">The number of the reservation, unique in the product's backlog.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Arrival">When they would arrive; null when unknown.</param>
/// <param name="Why">Why this warehouse.</param>
public sealed record LineGrant(
    [property: JsonPropertyName("order")] DemandOwner Owner,
    int Line,
    WarehouseId Warehouse,
    int Attempt,
    long Quantity,
    DateOnly? Arrival,
    AllocationReason Why)
{
    /// <summary>The demand.</summary>
    [JsonIgnore]
    public DemandId Demand => new(Owner, Line);

    /// <summary>What a backlog said.</summary>
    public static LineGrant Of(BacklogGrant grant) => new(
        grant.Owner, grant.Line, grant.Warehouse, grant.Attempt, grant.Quantity, grant.Arrival,
        AllocationReason.Of(grant.Why));

    /// <summary>The grant as owners are told of it.</summary>
    public BacklogGrant ToContract() => new(Owner, Line, Warehouse, Attempt, Quantity, Arrival, Why.ToContract());
}
