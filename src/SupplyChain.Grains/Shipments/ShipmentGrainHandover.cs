using SupplyChain.Orders;

namespace SupplyChain.Shipments;

/// <summary>The owner hears of its shipment before the caller who changed it does.</summary>
public sealed partial class ShipmentGrain : IIncomingGrainCallFilter
{
    private static readonly TimeSpan HandoverTimeout = TimeSpan.FromSeconds(1);
    private const ConfigureAwaitOptions Tolerant =
        ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    /// <summary>
    /// Answers once the owner knows, so that the owner, asked next, shows what the call changed. Where the owner is
    /// busy or away, the answer goes out after a second: the dispatcher of unfinished work tells the owner then. An
    /// owner that changes its own shipment is not waited for: it does so within its turn.
    /// </summary>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (context.Result is ShipmentReply { Accepted: true, Value.Owner: var owner }
            && context.SourceId?.Type != GrainType.Create(owner.Kind)
            && Shipment.UnfinishedWork(State) is SupplyChain.UnfinishedWork.Handover)
        {
            CallContext.Condition = default; // It was about this shipment.
            await GrainFactory.ShipmentOwnerOf(Tenant, owner).SyncShipment(new(Id))
                .WaitAsync(HandoverTimeout, Time)
                .ConfigureAwait(Tolerant);
        }
    }
}
