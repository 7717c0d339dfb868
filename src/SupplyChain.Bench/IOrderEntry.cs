using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>The way orders of a load are placed.</summary>
internal interface IOrderEntry : IDisposable
{
    /// <summary>Places an order.</summary>
    /// <returns>Null when it was placed and is fully allocated, else what became of it.</returns>
    Task<string?> PlaceAsync(OrderId number, PlaceOrder order);
}
