using SupplyChain.Orders;

namespace SupplyChain.Network;

/// <summary>Tells a warehouse how its closing gets on: one message at a time, the newest figures in each.</summary>
internal sealed class ClosingProgress(IWarehouseActor warehouse, WarehouseDetails details)
{
    private readonly Lock _figures = new();
    private int _resourced = details.Closing?.ResourcedLines ?? 0;
    private int _backordered = details.Closing?.BackorderedLines ?? 0;
    private Task _telling = Task.CompletedTask;

    /// <summary>One more owner has left; it does not wait until the warehouse knows.</summary>
    public void Add(LeaveWarehouseReply left)
    {
        lock (_figures)
        {
            _resourced += left.ResourcedLines;
            _backordered += left.BackorderedLines;
            if (_telling.IsCompleted)
            {
                _telling = TellAsync(finished: false);
            }
        }
    }

    /// <summary>Tells the figures as they are now.</summary>
    /// <param name="finished">Whether everything that can move has moved.</param>
    public async Task TellAllAsync(bool finished)
    {
        await _telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await TellAsync(finished);
    }

    private Task TellAsync(bool finished) =>
        warehouse.RecordClosing(new(details.ClosingVersion, _resourced, _backordered, finished));
}
