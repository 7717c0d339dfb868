using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Planner.Search;

/// <summary>What the palette shows while letters and answers overtake each other.</summary>
public sealed class PaletteDialogTests : IAsyncDisposable
{
    private readonly BunitContext _page = new();
    private readonly ScriptedActors _actors = new();

    private readonly TaskCompletionSource<Page<OrderSummary>> _late = new();
    private readonly SemaphoreSlim _asked = new(0);

    public PaletteDialogTests()
    {
        _page.ForAnybody().JSInterop.Mode = JSRuntimeMode.Loose;
        var chain = SupplyChainClient.Over(_actors.Factory, new(), TimeProvider.System);
        _page.Services.AddSingleton(TimeProvider.System);
        _page.Services.AddSingleton(new Finding(chain, new Names(chain, TimeProvider.System)));
        _actors.On<INetworkQueriesGrain, Page<WarehouseDetails>>(
            "Warehouses", (_, _) => Task.FromResult(new Page<WarehouseDetails>([], null)));
        _actors.On<IProductGrain, ProductDetails?>("Get", (_, _) => Task.FromResult<ProductDetails?>(null));
        _actors.On<IOrderGrain, OrderDetails?>("Get", (_, _) => Task.FromResult<OrderDetails?>(null));
        _actors.On<IShipmentQueriesGrain, Page<ShipmentSummary>>(
            "List", (_, _) => Task.FromResult(new Page<ShipmentSummary>([], null)));
        _actors.On<ITransferQueriesGrain, Page<TransferSummary>>(
            "List", (_, _) => Task.FromResult(new Page<TransferSummary>([], null)));
        _actors.On<IOrderQueriesGrain, Page<OrderSummary>>("List", (_, query) =>
        {
            _asked.Release();
            return ((ListOrders)query!).Query.Text == "T-1"
                ? _late.Task
                : Task.FromResult(new Page<OrderSummary>([Order("T-123")], null));
        });
    }

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Fact]
    public async Task Of_letters_typed_while_an_answer_is_awaited_the_last_count()
    {
        var palette = _page.Render<PaletteDialog>();
        palette.Find("input").Input("T-1");
        await _asked.WaitAsync(Cancellation);

        await palette.InvokeAsync(() =>
        {
            palette.Find("input").Input("T-12");
            palette.Find("input").Input("T-123");
        });
        _late.SetResult(new([Order("T-1")], null));

        palette.WaitForAssertion(() => palette.FindAll("[role=option] mark").Should().ContainSingle()
            .Which.TextContent.Should().Be("T-123"));
        palette.Find("[role=option]").GetAttribute("href").Should().Be("/orders/T-123");
        palette.Find(".found").GetAttribute("data-for").Should().Be("T-123");
    }

    private static OrderSummary Order(OrderId number) =>
        new(number, OrderStatus.Allocated, "ACME", 3, null, null, 5, 0, ["HAM"], 1, null, 5);
}
