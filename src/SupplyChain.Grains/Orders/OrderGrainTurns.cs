using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace SupplyChain.Orders;

/// <summary>Turns: a command is decided on an order at rest, and the order is brought to rest after it.</summary>
public sealed partial class OrderGrain
{
    private const int MaxSteps = 200;
    private static readonly TimeSpan BusyBackoff = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Brings the order to rest, does the work, brings it to rest again, and answers with the order as it is then. When
    /// the caller's patience ends before, the answer is pending and the order goes on by itself.
    /// </summary>
    private async Task<OrderReply> InTurn(Func<Task<OrderReply>> work)
    {
        var condition = CallContext.TakeCondition();
        var turn = await Turn.EnterAsync(TimeLeft);
        var patience = TimeLeft;
        var reply = new TaskCompletionSource<OrderReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var whole = TakeTurn(turn, () => Unmet(condition) ?? work(), reply);
        var decided = await reply.Task;
        if (decided.Accepted)
        {
            var settled = await Waited(whole, patience);
            decided = decided with
            {
                Status = settled || State.Status != OrderStatus.Placed ? decided.Status : ReplyStatus.Pending,
                Value = State.Exists ? await Read(order => order) is var state ? await Details(state) : null : null,
            };
        }
        return decided;
    }

    private Task<OrderReply>? Unmet(Precondition condition) =>
        Answer.Unmet(condition, State.Exists ? State.Version : 0) is { } unmet
            ? Task.FromResult(new OrderReply
            {
                Status = ReplyStatus.Refused,
                Refusal = unmet.Reason,
                Message = unmet.Message,
            })
            : null;

    private async Task TakeTurn(IDisposable turn, Func<Task<OrderReply>> work, TaskCompletionSource<OrderReply> reply)
    {
        using var _ = turn;
        try
        {
            await BringToRest();
            reply.SetResult(await work());
        }
        catch (Exception trouble)
        {
            reply.SetException(trouble);
            return;
        }
        await BringToRest();
    }

    /// <summary>Waits for the rest of the turn; trouble there is not the caller's: what was decided stands and goes on
    /// later.</summary>
    private async Task<bool> Waited(Task whole, TimeSpan patience)
    {
        try
        {
            await whole.WaitAsync(patience);
            return true;
        }
        catch (Exception trouble) when (trouble is TimeoutException or UnavailableException or BusyException or OrleansException)
        {
            Services.Log.Interrupted(Stream.ToString(), trouble.Message);
            return false;
        }
    }

    private async Task BringToRest()
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
                await Take(step);
            }
            catch (BusyException) when (Now < Deadline)
            {
                // Nothing of the step was stored; what the order has begun is finished before newcomers are let in.
                await Task.Delay(BusyBackoff);
            }
        }
        await Recorded();
    }

    /// <summary>Rejects what would have to wait. Before, a ship-complete order tries to claim what is there: no backlog
    /// grants it a line by itself.</summary>
    private async Task Reject()
    {
        if (State.Policy.ShipComplete)
        {
            await ClaimAll(behindQueue: true);
        }
        Record(Order.DecideRejected);
    }

    private Task Take(FulfilmentStep step) => step switch
    {
        FulfilmentStep.Release => ReleaseReservations(),
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
}
