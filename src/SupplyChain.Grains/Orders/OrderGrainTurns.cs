using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace SupplyChain.Orders;

/// <summary>Turns: a command is decided on an order at rest, and the order is brought to rest after it.</summary>
public sealed partial class OrderGrain
{
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
        var whole = TakeTurn(turn, async () => await Unmet(condition) ?? await work(), reply);
        var decided = await reply.Task;
        if (decided.Accepted)
        {
            var settled = await Waited(whole, patience);
            decided = decided with
            {
                Status = settled || State.Status != OrderStatus.Placed ? decided.Status : ReplyStatus.Pending,
                Value = State.Exists ? await Details(await Read(order => order)) : null,
            };
        }
        return decided;
    }

    private async Task<OrderReply?> Unmet(Precondition condition)
    {
        if (condition.IsNone)
        {
            return null;
        }
        var version = await Read(order => order.Exists ? order.Version : 0);
        return Replies.Unmet(condition, version) is not { } unmet ? null : new()
        {
            Status = ReplyStatus.Refused,
            Refusal = unmet.Reason,
            Message = unmet.Message,
        };
    }

    private async Task TakeTurn(IDisposable turn, Func<Task<OrderReply>> work, TaskCompletionSource<OrderReply> reply)
    {
        using var _ = turn;
        try
        {
            await _fulfilment.BringToRest();
            reply.SetResult(await work());
        }
        catch (Exception trouble)
        {
            reply.SetException(trouble);
            return;
        }
        await _fulfilment.BringToRest();
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
        catch (Exception trouble)
            when (trouble is TimeoutException or UnavailableException or BusyException or OrleansException)
        {
            Services.Log.Interrupted(Stream.ToString(), trouble.Message);
            return false;
        }
    }
}
