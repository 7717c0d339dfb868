using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

public abstract class OrderFilterContract : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 12, 4);

    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = Worlds.Busy();
    private ReadSide _read = null!;

    private protected OrderFilterContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    public async ValueTask InitializeAsync()
    {
        _world.Receive("R-9", "WH-2", ("A", 600), ("B", 400));
        _world.Replenish("A");
        _world.Replenish("B");
        for (var i = 20; i < 44; i++)
        {
            _world.Place($"P-{i}", new PlaceOrder(
                "CUST-1", new("FR"), [new(1, "A", 1 + i % 5), new(2, i % 4 == 0 ? "C" : "B", 2)], 1 + i % 5,
                i % 3 == 0 ? null : new DateOnly(2026, 12, 1 + i % 7),
                Policy: i % 8 == 0 ? new(ShipComplete: true) : null));
        }
        _world.Release("P-21");
        _world.Release("P-22");
        _world.Release("P-23");
        _world.Milestone("P-21~1", MilestoneKind.Delivered, _world.Now);
        _world.Milestone("P-22~1", MilestoneKind.Dispatched, new DateTimeOffset(Today.AddDays(30), default, default));
        _world.Cancel("P-25");
        _read = await (await _open(_world.Journal)).CaughtUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_waits_is_what_has_units_without_stock()
    {
        (await NumbersAsync(new(Waiting: true))).Should().BeEquivalentTo(
            Numbers(order => order.Lines.Values.Any(line => line.Backordered > 0)));
    }

    [Fact]
    public async Task Orders_without_a_date_of_placing_lie_among_the_others_by_when_they_were_accepted()
    {
        for (var i = 0; i < 9; i++)
        {
            _world.Place($"U-{i}", new PlaceOrder(
                "CUST-1", new("FR"), [new(1, "B", 1)],
                OccurredAt: i % 3 == 0 ? _world.Now.AddMinutes(-i) : OccurredAt.Unknown));
        }
        _world.Cancel("U-1");
        await _read.CaughtUpAsync();

        foreach (var query in new OrderQuery[]
        {
            new(), new(Statuses: [OrderStatus.Allocated, OrderStatus.Cancelled]), new(Status: OrderStatus.Cancelled),
            new(Customers: ["CUST-1"]), new(Skus: ["B"]), new(Waiting: true), new(Ready: true),
            new(From: _world.Now.AddMinutes(-3)), new(Warehouses: ["WH-2"], Statuses: [OrderStatus.Allocated]),
        })
        {
            var all = (await _read.Models.OrdersAsync("demo", query, Today, new(1_000))).Items;
            var inOrder = all.OrderByDescending(order => At(order.Number))
                .ThenByDescending(order => order.Number.Value, StringComparer.Ordinal);
            all.Should().HaveCountGreaterThan(0).And.Equal(inOrder, "it is the order of {0}", query);
            (await WalkAsync(query)).Should().Equal(all.Select(order => order.Number), "of {0}", query);
            (await _read.Models.CountOrdersAsync("demo", query, Today)).Orders.Should().Be(all.Count);
        }

        DateTimeOffset At(OrderId number) =>
            _world.Order(number.Value) is var order ? order.PlacedAt ?? order.RecordedAt : default;
    }

    [Fact]
    public async Task A_product_leads_to_its_orders_whichever_line_it_came_with()
    {
        _world.Place("L-1", new PlaceOrder("CUST-1", new("FR"), [new(5, "B", 1), new(7, "B", 1)]));
        await _read.CaughtUpAsync();
        _world.Amend("L-1", new(Lines: [new(3, 1, Sku: "B"), new(6, 1, Sku: "C"), new(9, 1, Sku: "A")]));
        await _read.CaughtUpAsync();

        foreach (var sku in new[] { "A", "B", "C" })
        {
            (await NumbersAsync(new(Skus: [sku]))).Should().ContainSingle(number => number == "L-1", "it has {0}", sku);
        }
        (await _read.VerifyAsync(_world.Now.AddDays(1))).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Ready_is_what_a_release_would_not_refuse()
    {
        var ready = await NumbersAsync(new(Ready: true));

        ready.Should().BeEquivalentTo(Numbers(order =>
            order.Allocations.Any(one => one is { State: AllocationState.Held, Shipment: null })
            && Order.Decide(order, new ReleaseOrder(), _world.Now) is { Accepted: true, Count: > 0 }));
        ready.Should().Contain("P-26").And.NotContain("P-25", "it is cancelled")
            .And.NotContain("P-23", "it is released already")
            .And.NotContain("P-24", "it ships complete, and a line waits");
    }

    [Fact]
    public async Task Late_or_at_risk_is_what_the_exceptions_call_so()
    {
        var exceptions = (await _read.Models.ExceptionsAsync(
            "demo", new(ExceptionStatus.Open, null, new(1_000)),
            new(Today, new(Today, default, default)))).Items;
        var late = exceptions.Where(entry => entry.Kind == ExceptionKind.Late).Select(Id).ToArray();
        var atRisk = exceptions.Where(entry => entry.Kind == ExceptionKind.AtRisk)
            .Select(entry => _world.Shipment(Id(entry)).Plan!.Owner.Id).ToArray();
        late.Should().NotBeEmpty();

        (await NumbersAsync(new(Late: true))).Should().BeEquivalentTo(late.Union(atRisk));

        static string Id(ExceptionEntry entry) => entry.Entity[(entry.Entity.IndexOf('/') + 1)..];
    }

    [Fact]
    public async Task Dates_units_and_priorities_are_bounds_of_which_the_upper_one_is_outside()
    {
        var day = new DateOnly(2026, 12, 4);

        (await NumbersAsync(new(RequestedFrom: day))).Should().BeEquivalentTo(Numbers(o => o.RequestedBy >= day));
        (await NumbersAsync(new(RequestedTo: day))).Should().BeEquivalentTo(Numbers(o => o.RequestedBy < day));
        (await NumbersAsync(new(PromisedFrom: day))).Should().BeEquivalentTo(Promised(o => o.FirstPromise >= day));
        (await NumbersAsync(new(PromisedTo: day))).Should().BeEquivalentTo(Promised(o => o.FirstPromise < day));
        (await NumbersAsync(new(UnitsFrom: 5))).Should().BeEquivalentTo(Numbers(o => Units(o) >= 5));
        (await NumbersAsync(new(UnitsTo: 5))).Should().BeEquivalentTo(Numbers(o => Units(o) < 5));
        (await NumbersAsync(new(Priorities: [1, 2]))).Should().BeEquivalentTo(Numbers(o => o.Priority is 1 or 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_count_is_the_list_in_figures_whatever_is_asked_together(int seed)
    {
        var random = new Random(seed);
        var listed = 0;
        for (var i = 0; i < 40; i++)
        {
            var query = Any(random);
            var orders = await ListedAsync(query, null);
            var sorted = await ListedAsync(query, "-readyUnits");

            (await _read.Models.CountOrdersAsync("demo", query, Today)).Should().Be(new OrderCount(
                orders.Count, orders.Sum(order => order.Units), orders.Sum(order => order.BackorderedUnits),
                orders.Min(order => order.PlacedAt)?.ToUniversalTime(), orders.Sum(order => order.ReadyUnits)),
                "{0}", query);
            sorted.Should().BeEquivalentTo(orders);
            listed += orders.Count;
        }
        listed.Should().BePositive();
        (await _read.Models.CountOrdersAsync("other", new(), Today)).Should().Be(new OrderCount(0, 0, 0, null, 0));
    }

    [Fact]
    public async Task An_order_that_is_released_amended_or_cancelled_leaves_what_it_no_longer_belongs_to()
    {
        _world.Release("P-26");
        _world.Cancel("P-27");
        _world.Receive("R-10", "WH-2", ("C", 100));
        _world.Replenish("C");
        await _read.CaughtUpAsync();

        (await NumbersAsync(new(Ready: true))).Should().NotContain("P-26").And.NotContain("P-27").And.Contain("P-28");
        (await NumbersAsync(new(Waiting: true))).Should().NotContain("P-28");
    }

    private static OrderQuery Any(Random random)
    {
        DateOnly Day() => new(2026, 12, random.Next(1, 8));
        bool Sometimes() => random.Next(4) == 0;
        return new(
            Statuses: Sometimes() ? [OrderStatus.Allocated, OrderStatus.PartiallyAllocated] : [],
            Skus: Sometimes() ? ["A", "C"] : [], Warehouses: Sometimes() ? ["WH-2", "WH-3"] : [],
            Waiting: Sometimes(), Ready: Sometimes(), Late: Sometimes(), Priorities: Sometimes() ? [1, 3, 5] : [],
            RequestedFrom: Sometimes() ? Day() : null, RequestedTo: Sometimes() ? Day() : null,
            UnitsFrom: Sometimes() ? 4 : null, UnitsTo: Sometimes() ? 7 : null);
    }

    private static long Units(Order order) => order.Lines.Values.Sum(line => line.Quantity - line.Cancelled);

    /// <summary>Places of this world are unknown, so there may be no promise to compare with.</summary>
    private string[] Promised(Func<Order, bool> which) =>
    [
        .. Enumerable.Range(1, 10).Select(i => $"O-{i}").Concat(Enumerable.Range(20, 24).Select(i => $"P-{i}"))
            .Where(number => which(_world.Order(number))),
    ];

    private string[] Numbers(Func<Order, bool> which)
    {
        var numbers = Promised(which);
        numbers.Should().NotBeEmpty().And.HaveCountLessThan(34);
        return numbers;
    }

    private async Task<Items<OrderSummary>> ListedAsync(OrderQuery query, string? sort) =>
        (await _read.Models.OrdersAsync("demo", query, Today, new(1_000, Sort: sort))).Items;

    private async Task<List<OrderId>> WalkAsync(OrderQuery query)
    {
        var listed = new List<OrderId>();
        for (string? after = null; ;)
        {
            var page = await _read.Models.OrdersAsync("demo", query, Today, new(4, after));
            listed.AddRange(page.Items.Select(order => order.Number));
            if (page.Next is null)
            {
                return listed;
            }
            after = page.Next;
        }
    }

    private async Task<string[]> NumbersAsync(OrderQuery query)
    {
        string[] listed = [];
        foreach (var sort in new[] { null, "-priority,placedAt" })
        {
            listed = [.. (await ListedAsync(query, sort)).Select(order => order.Number.Value)];
            listed.Should().HaveCount((int)(await _read.Models.CountOrdersAsync("demo", query, Today)).Orders);
        }
        return listed;
    }
}
