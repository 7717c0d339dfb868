namespace SupplyChain.Orders;

/// <summary>How many orders there are, of every tenant.</summary>
public interface IOrderCounts
{
    /// <summary>How many are in each status; a status without orders is left out. Reads an index of all
    /// orders.</summary>
    Task<IReadOnlyList<(OrderStatus Status, long Orders)>> OrdersByStatusAsync(
        CancellationToken cancellationToken = default);
}
