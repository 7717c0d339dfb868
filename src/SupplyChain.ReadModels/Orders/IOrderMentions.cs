namespace SupplyChain.Orders;

/// <summary>
/// Where other actors' events tell of an order, derived like <see cref="IReadModels"/> and with the same failures.
/// </summary>
public interface IOrderMentions
{
    /// <summary>Every event of a stock item or a product's queue that names the order, as recorded.</summary>
    Task<IReadOnlyList<OrderMention>> MentionsAsync(
        TenantId tenant, OrderId order, CancellationToken cancellationToken = default);
}
