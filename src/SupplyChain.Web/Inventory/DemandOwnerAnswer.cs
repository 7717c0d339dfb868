namespace SupplyChain.Inventory;

/// <summary>Who owns a demand that is no order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
[SchemaName("DemandOwner")]
public sealed record DemandOwnerAnswer(string Kind, string Id)
{
    /// <summary>The owner; null when it is an order, which has a member of its own.</summary>
    internal static DemandOwnerAnswer? UnlessOrder(DemandOwner? owner) =>
        owner is { Order: null } other ? new(other.Kind, other.Id) : null;
}
