using SupplyChain;
using SupplyChain.Orders;

namespace OrderIntegration;

/// <summary>What an ERP system has of its own: it hands its orders over and notes what came of each.</summary>
public sealed class OrderExport(SupplyChainClient chain)
{
    private const int MostTries = 3;

    /// <summary>Hands an order over; may be called again with the same order at any time.</summary>
    /// <returns>What to write beside the order.</returns>
    public async Task<string> ExportAsync(OrderId number, PlaceOrder order)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var reply = await chain.Orders.PlaceAsync(number, order);
                return reply.Accepted ? Note(reply.Value!) : $"refused: {reply.Message ?? reply.Faults[0].Message}";
            }
            catch (Exception passing) when (passing is UnavailableException or BusyException)
            {
                if (tries == MostTries)
                    return "not handed over yet";
            }
        }
    }

    private static string Note(OrderDetails order) => order.Lines.Sum(line => line.Backordered) switch
    {
        0 => $"promised for {order.Promise:yyyy-MM-dd}",
        var waiting => $"{waiting} waiting for stock",
    };
}
