using System.Collections.Concurrent;
using SupplyChain.Access;

namespace SupplyChain.Orders.Bulk;

/// <summary>One action on several orders: each once, as it was seen, and each with a result.</summary>
public sealed class OrderBulkTests
{
    private readonly ScriptedActors _actors = new();
    private readonly ConcurrentDictionary<string, (int Priority, long Version)> _orders = [];
    private readonly List<string> _amended = [];

    public OrderBulkTests()
    {
        _actors.On<IOrderGrain, OrderReply>(nameof(IOrderGrain.Amend), (key, command) =>
        {
            var (number, priority) = (key.Split('/')[1], ((AmendOrder)command!).Priority!.Value);
            var order = _orders[number];
            if (CallContext.Condition.Unmet(order.Version, exists: true) is { } why)
            {
                return Task.FromResult(new OrderReply
                {
                    Status = ReplyStatus.Refused, Refusal = Refusal.VersionMismatch, Message = why,
                });
            }

            CallContext.Actor.Should().Be("Ana");
            lock (_amended)
                _amended.Add(number);
            _orders[number] = (priority, order.Version + 1);
            return Task.FromResult(new OrderReply { Status = ReplyStatus.Done, Value = Details(number) });
        });
        _actors.On<IOrderGrain, OrderDetails?>(
            nameof(IOrderGrain.Get), (key, _) => Task.FromResult<OrderDetails?>(Details(key.Split('/')[1])));
    }

    [Fact]
    public async Task Each_order_is_changed_once_and_says_what_became_of_it()
    {
        var orders = Orders(("A", 3), ("B", 2), ("C", 5));
        var bulk = await RunAsync(orders);
        bulk.Results.Select(result => result.Outcome)
            .Should().Equal(OrderOutcome.Done, OrderOutcome.IsSo, OrderOutcome.Done);
        bulk.Results[0].Said.Should().Be("now version 2");
        _amended.Should().BeEquivalentTo("A", "C");
        (bulk.Finished, bulk.Total, bulk.IsRunning).Should().Be((3, 3, false));
    }

    [Fact]
    public async Task Run_twice_nothing_is_done_twice()
    {
        var orders = Orders(("A", 3), ("B", 4));
        await RunAsync(orders);
        var again = await RunAsync(orders);
        again.Results.Select(result => result.Outcome).Should().Equal(OrderOutcome.IsSo, OrderOutcome.IsSo);
        again.Results[0].Said.Should().Be("so already, version 2");
        _amended.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_order_that_changed_since_it_was_seen_stays_as_it_is()
    {
        var orders = Orders(("A", 3));
        _orders["A"] = (4, 9);
        var bulk = await RunAsync(orders);
        bulk.Results.Single().Should().Be(new OrderResult(
            orders[0], OrderOutcome.Refused, "changed since you looked: version 1, now 9", "version-mismatch"));
        _orders["A"].Should().Be((4, 9L));
    }

    [Fact]
    public async Task What_would_be_refused_is_not_sent_and_has_its_reason()
    {
        var orders = Orders(("A", 3)).Select(order => order with { Status = OrderStatus.Delivered }).ToArray();
        var bulk = await RunAsync(orders);
        bulk.Results.Single().Should().Be(
            new OrderResult(orders[0], OrderOutcome.Refused, "all its goods have left"));
        _amended.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refusal_is_said_with_its_code()
    {
        _actors.On<IOrderGrain, OrderReply>(nameof(IOrderGrain.Amend), (_, _) => Task.FromResult(new OrderReply
        {
            Status = ReplyStatus.Refused, Refusal = Refusal.TooLate, Message = "All goods of the order have left.",
        }));
        var orders = Orders(("A", 3));
        (await RunAsync(orders)).Results.Single().Should().Be(
            new OrderResult(orders[0], OrderOutcome.Refused, "All goods of the order have left.", "too-late"));
    }

    [Fact]
    public async Task No_answer_is_a_result_of_its_own_and_the_others_go_on()
    {
        var orders = Orders(("A", 3), ("B", 3));
        _actors.On<IOrderGrain, OrderReply>(nameof(IOrderGrain.Amend), (key, _) => key == "demo/A"
            ? throw new UnavailableException("No.")
            : Task.FromResult(new OrderReply { Status = ReplyStatus.Done, Value = Details("B") }));
        (await RunAsync(orders)).Results.Select(result => result.Outcome)
            .Should().Equal(OrderOutcome.Unknown, OrderOutcome.Done);
    }

    [Fact]
    public async Task What_the_role_may_not_do_any_more_is_refused_and_not_unknown()
    {
        _actors.On<IOrderGrain, OrderReply>(
            nameof(IOrderGrain.Amend), (_, _) => throw new AccessDeniedException("No.", isKnown: true));
        var orders = Orders(("A", 3));
        (await RunAsync(orders)).Results.Single().Should().Be(
            new OrderResult(orders[0], OrderOutcome.Refused, "Your key may not do this."));
    }

    [Fact]
    public async Task Stopped_it_finishes_what_is_under_way_and_begins_nothing_more()
    {
        var (entered, go) = (0, new TaskCompletionSource());
        _actors.On<IOrderGrain, OrderReply>(nameof(IOrderGrain.Amend), async (key, _) =>
        {
            Interlocked.Increment(ref entered);
            await go.Task;
            return new OrderReply { Status = ReplyStatus.Done, Value = Details(key.Split('/')[1]) };
        });
        var orders = Orders([.. Enumerable.Range(0, 30).Select(n => ($"O{n}", 3))]);
        var bulk = Bulk(orders);
        var running = bulk.RunAsync();
        SpinWait.SpinUntil(() => Volatile.Read(ref entered) == OrderBulk.AtOnce, TimeSpan.FromSeconds(10))
            .Should().BeTrue("so many are under way at once");
        bulk.Stop();
        go.SetResult();
        await running;
        entered.Should().Be(OrderBulk.AtOnce);
        bulk.Count(OrderOutcome.Done).Should().Be(OrderBulk.AtOnce);
        bulk.Count(OrderOutcome.Stopped).Should().Be(30 - OrderBulk.AtOnce);
    }

    [Fact]
    public async Task It_tells_that_it_is_over()
    {
        var (bulk, told) = (Bulk(Orders(("A", 3))), 0);
        bulk.Changed += () => told++;
        await bulk.RunAsync();
        told.Should().BePositive();
    }

    [Theory]
    [InlineData(OrderStatus.Allocated, 5, OrderFit.Changes)]
    [InlineData(OrderStatus.Allocated, 0, OrderFit.Refused)]
    [InlineData(OrderStatus.Backordered, 0, OrderFit.Refused)]
    [InlineData(OrderStatus.Placed, 0, OrderFit.Refused)]
    [InlineData(OrderStatus.Cancelled, 0, OrderFit.Refused)]
    [InlineData(OrderStatus.Released, 0, OrderFit.IsSo)]
    [InlineData(OrderStatus.PartiallyShipped, 2, OrderFit.Changes)]
    public void What_a_release_would_do_is_known_from_the_list(OrderStatus status, long ready, OrderFit fit) =>
        new OrderAction.Release().Judge(Order("A", 3) with { Status = status, ReadyUnits = ready }).Fit
            .Should().Be(fit);

    [Theory]
    [InlineData(OrderStatus.Allocated, OrderFit.Changes)]
    [InlineData(OrderStatus.Released, OrderFit.MayChange)]
    [InlineData(OrderStatus.PartiallyShipped, OrderFit.Refused)]
    [InlineData(OrderStatus.Delivered, OrderFit.Refused)]
    [InlineData(OrderStatus.Cancelled, OrderFit.IsSo)]
    public void What_a_cancellation_would_do_is_known_as_far_as_the_list_knows(OrderStatus status, OrderFit fit) =>
        new OrderAction.Cancel("late", OrderParty.Customer).Judge(Order("A", 3) with { Status = status }).Fit
            .Should().Be(fit);

    private OrderBulk Bulk(IReadOnlyList<OrderSummary> orders) => new(
        new OrderAction.SetPriority(2), orders,
        SupplyChainClient.Over(
            _actors.Factory, new() { Deadline = TimeSpan.FromMilliseconds(300) }, TimeProvider.System),
        "Ana",
        TimeProvider.System);

    private async Task<OrderBulk> RunAsync(IReadOnlyList<OrderSummary> orders)
    {
        var bulk = Bulk(orders);
        await bulk.RunAsync();
        return bulk;
    }

    private OrderSummary[] Orders(params (string Number, int Priority)[] orders)
    {
        foreach (var (number, priority) in orders)
            _orders[number] = (priority, 1);
        return [.. orders.Select(order => Order(order.Number, order.Priority))];
    }

    private OrderDetails Details(string number) =>
        Sample.Details(number, _orders[number].Version) with { Priority = _orders[number].Priority };

    private static OrderSummary Order(OrderId number, int priority) => new(
        number, OrderStatus.Allocated, "ACME", priority, null, null, 5, 0, ["HAM"], 1, null, 5);
}
