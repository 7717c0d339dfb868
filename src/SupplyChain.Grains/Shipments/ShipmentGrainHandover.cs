using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>The order hears of its shipment before the caller who changed it does.</summary>
public sealed partial class ShipmentGrain : IIncomingGrainCallFilter
{
    private static readonly TimeSpan HandoverTimeout = TimeSpan.FromSeconds(1);
    private static readonly GrainType OrderType = GrainType.Create(Order.Kind);
    private static readonly GrainType TransferType = GrainType.Create("transfer");
    private const ConfigureAwaitOptions Tolerant =
        ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    /// <summary>
    /// Answers once the order knows, so that the order, asked next, shows what the call changed. Where the order is
    /// busy or away, the answer goes out after a second: the dispatcher of unfinished work tells the order then. An
    /// order that changes its own shipment is not waited for: it does so within its turn.
    /// </summary>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (context.Result is ShipmentReply { Accepted: true, Value.Order: var order }
            && context.SourceId?.Type != OrderType && context.SourceId?.Type != TransferType
            && Shipment.UnfinishedWork(State) is SupplyChain.UnfinishedWork.Handover)
        {
            CallContext.Condition = default; // It was about this shipment.
            await ShipmentAggregate.Sync(GrainFactory, Tenant, new(order.Value), Id)
                .WaitAsync(HandoverTimeout, Time)
                .ConfigureAwait(Tolerant);
        }
    }
}
