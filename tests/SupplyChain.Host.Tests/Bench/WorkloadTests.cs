using FluentAssertions;
using SupplyChain.Verbs;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>A node of their own, since they load it, does what clients do, and the lists show it.</summary>
public sealed class WorkloadTests(RestNode node) : IClassFixture<RestNode>
{
    private static readonly OrderLoad Load = new()
    {
        Clients = 4,
        Duration = TimeSpan.FromSeconds(2),
        Warmup = TimeSpan.FromSeconds(1),
        Warehouses = 2,
        Skus = 20,
        Lines = 3,
        Seed = 1,
    };

    [Theory]
    [InlineData("Orders", null, "Order")]
    [InlineData("Orders", 20, "Order")]
    [InlineData("Fulfil", null, "Fulfilment")]
    [InlineData("Marketplace", null, "Checkout")]
    public async Task What_was_acknowledged_is_in_the_lists(string workload, int? rate, string listed)
    {
        var load = Load with
        {
            Workload = Enum.Parse<Workload>(workload),
            Rate = rate,
            Seed = Random.Shared.Next(1, int.MaxValue),
        };
        await using var target = await BenchTarget.OpenAsync(Target(), CancellationToken.None);
        await new Stocking(target.Client, load).FillAsync(new Terminal(json: false), CancellationToken.None);
        using var entry = target.OrderEntry(load.Clients);
        var contender = new CountingContender(new NodesContender(target, entry));
        var run = new OrderRun(contender, load, Skew.Zipf, round: 1);

        var figures = await run.MeasureAsync(CancellationToken.None);

        run.Trouble.Should().BeEmpty();
        figures.Errors.Should().Be(0);
        figures.Acknowledged.Should().BePositive();
        figures.OrdersPerSecond.Should().BeLessThanOrEqualTo(figures.AcknowledgedPerSecond);
        figures.Lag!.P99Ms.Should().NotBeNull();
        var query = load.Workload.Done(load.Numbers(Skew.Zipf, round: 1));
        (await SettledAsync(contender, query, contender.Done[Enum.Parse<Operation>(listed)])).Should().Be(
            contender.Done[Enum.Parse<Operation>(listed)]);
    }

    [Fact]
    public async Task Who_tells_of_deliveries_sees_orders_through()
    {
        var load = Load with { Workload = Workload.Marketplace, Seed = Random.Shared.Next(1, int.MaxValue) };
        await using var target = await BenchTarget.OpenAsync(Target(), CancellationToken.None);
        await new Stocking(target.Client, load).FillAsync(new Terminal(json: false), CancellationToken.None);
        var orders = new OrderMaker(load, Skew.Uniform, OrderMaker.Popularity(load.Skus, Skew.Uniform), client: 0);
        var work = new MarketplaceWork(target.Client, orders, load, seed: 7);

        var outcomes = new List<Outcome>();
        for (var i = 0; i < 300; i++)
            outcomes.Add(await work.DoAsync());

        outcomes.Should().OnlyContain(outcome => outcome.Trouble == null);
        var counts = outcomes.CountBy(outcome => outcome.Operation).ToDictionary();
        counts[Operation.Checkout].Should().BeInRange(60, 150);
        counts[Operation.Delivery].Should().BeInRange(100, 210);
        counts[Operation.Dashboard].Should().BeInRange(3, 40);
        counts[Operation.Product].Should().BeInRange(3, 40);
        var delivered = Workload.Fulfil.Done(load.Numbers(Skew.Uniform, round: 1));
        (await target.Client.Orders.CountAsync(delivered)).Orders.Should().BePositive();
    }

    /// <summary>The lists are a moment behind.</summary>
    private static async Task<double?> SettledAsync(
        CountingContender contender, Orders.OrderQuery done, int expected)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var listed = (await contender.CountAsync(done, CancellationToken.None)).Listed?.Value;
            if (listed == expected || deadline.IsCancellationRequested)
                return listed;
            await Task.Delay(100);
        }
    }

    private BenchTargetOptions Target() => new()
    {
        Gateway = node.Gateway,
        Postgres = null,
        ClusterId = "supplychain",
        Rest = null,
        NodesToStart = 0,
        ProcessIds = [],
        Deadline = TimeSpan.FromSeconds(8),
    };
}
