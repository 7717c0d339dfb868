using SupplyChain;
using SupplyChain.Orders;

namespace OrderIntegration;

/// <summary>One chain for the class: it starts in a second or two, and each test has a world of its own.</summary>
public sealed class Chain : IAsyncLifetime
{
    public SupplyChainTestChain Running { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Running = await SupplyChainTestChain.StartAsync(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}

public sealed class OrderExportTests(Chain chain) : IClassFixture<Chain>
{
    private static readonly PlaceOrder Four = new("ACME", new("FR", 48.86, 2.35), [new(1, "LAMP", 4)]);

    private readonly SupplyChainTestChain _chain = chain.Running;

    [Fact]
    public async Task An_order_that_can_be_served_has_a_promise()
    {
        var world = await WithStockAsync(10);

        Assert.StartsWith("promised for ", await new OrderExport(world).ExportAsync("ERP-1", Four));
    }

    [Fact]
    public async Task A_shortage_is_noted()
    {
        var world = await WithStockAsync(3);

        Assert.Equal("1 waiting for stock", await new OrderExport(world).ExportAsync("ERP-1", Four));
    }

    [Fact]
    public async Task Another_order_under_a_number_that_is_taken_is_refused()
    {
        var world = await WithStockAsync(10);
        var export = new OrderExport(world);
        await export.ExportAsync("ERP-1", Four);

        Assert.StartsWith("refused: ", await export.ExportAsync("ERP-1", Four with { Customer = "GLOBEX" }));
    }

    [Fact]
    public async Task When_the_answer_is_lost_the_order_is_placed_once()
    {
        var world = await WithStockAsync(10);
        _chain.FailNext(CallFailure.AnswerLost, call: "order.place");

        Assert.StartsWith("promised", await new OrderExport(world).ExportAsync("ERP-1", Four));
        Assert.Equal(4, (await world.Inventory.GetStockAsync("LAMP")).Totals.Reserved);
    }

    [Fact]
    public async Task When_nobody_answers_the_order_is_kept_for_later()
    {
        var world = await WithStockAsync(10);
        var export = new OrderExport(world);
        _chain.FailNext(CallFailure.Unavailable, calls: 3, call: "order.place");

        Assert.Equal("not handed over yet", await export.ExportAsync("ERP-1", Four));
        Assert.StartsWith("promised", await export.ExportAsync("ERP-1", Four));
    }

    [Fact]
    public async Task An_order_that_nobody_delivers_is_late_two_months_later()
    {
        var world = await WithStockAsync(10);
        await new OrderExport(world).ExportAsync("ERP-1", Four);

        _chain.Clock.Advance(TimeSpan.FromDays(60));
        await _chain.SettleAsync();

        Assert.Equal(1, (await world.Orders.CountAsync(new(Late: true))).Orders);
    }

    private async Task<SupplyChainClient> WithStockAsync(long lamps)
    {
        var world = _chain.NewWorld();
        (await world.Warehouses.PutAsync("HAM", new("Hamburg", 53.55, 9.99, "DE"))).EnsureAccepted();
        (await world.Inventory.PutProductAsync("LAMP", new("Lamp"))).EnsureAccepted();
        (await world.Inventory.RecordReceiptAsync("R-1", new("HAM", [new("LAMP", lamps)]))).EnsureAccepted();
        return world;
    }
}
