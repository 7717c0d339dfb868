using SupplyChain.Access;
using SupplyChain.Planner;

namespace SupplyChain.Orders.Bulk;

/// <summary>
/// One action on several orders, some at a time. Each is changed only as it was seen, and once: an order that changed
/// since is read again, and is either so already or left alone. Stopped, what is under way is waited for.
/// </summary>
/// <param name="action">What is done.</param>
/// <param name="orders">To which, as they were seen.</param>
/// <param name="chain">The client.</param>
/// <param name="who">Who asks, as the histories show it.</param>
/// <param name="time">Paces what is told.</param>
public sealed class OrderBulk(
    OrderAction action, IReadOnlyList<OrderSummary> orders, SupplyChainClient chain, string who,
    TimeProvider time)
{
    /// <summary>How many orders are changed at the same time.</summary>
    public const int AtOnce = 8;

    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(200);

    private readonly OrderResult[] _results =
        [.. orders.Select(order => new OrderResult(order, OrderOutcome.Waiting, "waits"))];
    private readonly string _correlation = $"bulk-{Guid.NewGuid():N}";
    private int _finished;
    private long _told;
    private volatile bool _isStopped;
    private volatile bool _isRunning;

    /// <summary>Is told, at most five times a second and at the end, that it went on.</summary>
    public event Action? Changed;

    /// <summary>What is done.</summary>
    public OrderAction Action => action;

    /// <summary>What became of each order, in their order.</summary>
    public IReadOnlyList<OrderResult> Results => _results;

    /// <summary>How many are finished.</summary>
    public int Finished => Volatile.Read(ref _finished);

    /// <summary>How many there are.</summary>
    public int Total => _results.Length;

    /// <summary>Whether it goes on.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>How many ended like that.</summary>
    public int Count(OrderOutcome outcome) => _results.Count(result => result.Outcome == outcome);

    /// <summary>Begins nothing more; what is under way is finished.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>Does it to each order.</summary>
    public async Task RunAsync()
    {
        _isRunning = true;
        var pace = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        try
        {
            // Not with a token: every order that was begun gets its answer.
            await Parallel.ForAsync(0, _results.Length, pace, async (index, _) =>
            {
                var order = _results[index].Order;
                _results[index] = _isStopped
                    ? new(order, OrderOutcome.Stopped, "stopped before it")
                    : await OneAsync(order);
                Interlocked.Increment(ref _finished);
                Tell();
            });
        }
        finally
        {
            _isRunning = false;
            Changed?.Invoke();
        }
    }

    private async Task<OrderResult> OneAsync(OrderSummary order)
    {
        var (fit, why) = action.Judge(order);
        if (fit is OrderFit.IsSo or OrderFit.Refused)
            return new(order, fit == OrderFit.IsSo ? OrderOutcome.IsSo : OrderOutcome.Refused, why);
        try
        {
            var client = chain.With(new CallOptions
            {
                Actor = who, Correlation = _correlation, IfMatch = order.Version,
            });
            var reply = await action.SendAsync(client.Orders, order.Number);
            if (reply.Refusal == Refusal.VersionMismatch)
                return await AgainAsync(order);
            if (reply is { Accepted: true, Value: { } now })
            {
                return reply.Replayed
                    ? new(order, OrderOutcome.IsSo, "so already", Now: Seen(order, now))
                    : new(order, OrderOutcome.Done, $"now version {now.Version}", Now: Seen(order, now));
            }

            return reply.Status == ReplyStatus.NotFound
                ? new(order, OrderOutcome.Refused, "it does not exist any more")
                : new(
                    order, OrderOutcome.Refused,
                    reply.Message ?? string.Join(" ", reply.Faults.Select(fault => fault.Message)),
                    reply.Refusal?.Code());
        }
        catch (AccessDeniedException denied)
        {
            return new(order, OrderOutcome.Refused, NodeTrouble.Say(denied));
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            return new(order, OrderOutcome.Unknown, "no answer: it is either changed or not");
        }
    }

    /// <summary>It is another version than the one seen: perhaps because of this action.</summary>
    private async Task<OrderResult> AgainAsync(OrderSummary order)
    {
        var now = await chain.Orders.GetAsync(order.Number);
        return now is not null && action.IsSo(now)
            ? new(order, OrderOutcome.IsSo, $"so already, version {now.Version}", Now: Seen(order, now))
            : new(
                order, OrderOutcome.Refused,
                $"changed since you looked: version {order.Version}, now {now?.Version ?? 0}",
                Refusal.VersionMismatch.Code());
    }

    private static OrderSummary Seen(OrderSummary order, OrderDetails now) => order with
    {
        Version = now.Version,
        Status = now.Status,
        Priority = now.Priority,
        ReadyUnits = now.Status == order.Status ? order.ReadyUnits : 0,
    };

    private void Tell()
    {
        var (now, told) = (time.GetTimestamp(), Interlocked.Read(ref _told));
        if (time.GetElapsedTime(told, now) >= ReportInterval
            && Interlocked.CompareExchange(ref _told, now, told) == told)
        {
            Changed?.Invoke();
        }
    }
}
