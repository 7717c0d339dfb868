using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>
/// Carries out what an order has to do next (<see cref="Order.Next"/>), step by step until it waits for news. Each step
/// asks others, then records what they answered; interrupted anywhere, it is taken up again by the recorded state.
/// </summary>
internal sealed partial class OrderFulfilment(IOrderInFulfilment fulfilled, IGrainFactory grains, NetworkMap map)
{
    private const int MaxSteps = 200;
    private static readonly TimeSpan BusyBackoff = TimeSpan.FromMilliseconds(50);

    private Order State => fulfilled.State;

    private TenantId Tenant => fulfilled.Tenant;

    /// <summary>Takes steps until there is none; what they recorded is durable then.</summary>
    public async Task BringToRest()
    {
        for (var steps = 0; Order.Next(State) is var step and not FulfilmentStep.Rest; steps++)
        {
            if (steps == MaxSteps)
            {
                throw new UnavailableException($"The order does not come to rest; it is taken up again at {step}.");
            }
            try
            {
                if (step is not FulfilmentStep.Source)
                {
                    await Recorded(); // The step asks others to change something; that must not be forgotten.
                }
                await CarryOut(step);
            }
            catch (BusyException) when (fulfilled.Now < fulfilled.Deadline)
            {
                // Nothing of the step was stored; what the order has begun is finished before newcomers are let in.
                await Task.Delay(BusyBackoff);
            }
        }
        await Recorded();
    }

    private Task CarryOut(FulfilmentStep step) => step switch
    {
        FulfilmentStep.GiveUpReservations => GiveUpReservations(),
        FulfilmentStep.ReturnGrants => ReturnGrants(),
        FulfilmentStep.Reserve => Reserve(),
        FulfilmentStep.Move => Move(),
        FulfilmentStep.Source => SourceAgain(),
        FulfilmentStep.Queue => QueueWaitingLines(),
        FulfilmentStep.Reject => Reject(),
        FulfilmentStep.WithdrawIncrease => WithdrawIncrease(),
        FulfilmentStep.WithdrawShipments => WithdrawShipments(),
        FulfilmentStep.PlanShipments => PlanShipments(),
        FulfilmentStep.ReviseShipments => ReviseShipments(),
        FulfilmentStep.FlagShipments => FlagShipments(),
        _ => throw new System.Diagnostics.UnreachableException($"{step}"),
    };

    /// <summary>Rejects what would have to wait. Before, a ship-complete order tries to claim what is there: no backlog
    /// grants it a line by itself.</summary>
    private async Task Reject()
    {
        if (State.Policy.ShipComplete)
        {
            await ClaimAll(ClaimPlace.BehindQueue);
        }
        Record(Order.DecideRejected);
    }

    /// <summary>Takes back what would have to wait. Before, a ship-complete order tries to claim what is
    /// there.</summary>
    private async Task WithdrawIncrease()
    {
        if (State.Policy.ShipComplete)
        {
            await ClaimAll(ClaimPlace.BehindQueue);
        }
        Record(Order.DecideIncreaseWithdrawn);
    }

    private Decision<OrderEvent> Record(Func<Order, Decision<OrderEvent>> decide) => fulfilled.Record(decide);

    private Task Recorded() => fulfilled.Recorded();
}
