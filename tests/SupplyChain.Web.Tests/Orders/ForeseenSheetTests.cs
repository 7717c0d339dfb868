using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Planner;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Orders;

/// <summary>The drawers that close a warehouse and adjust stock say beforehand what that means for transfers.</summary>
public sealed class ForeseenSheetTests : IAsyncDisposable
{
    private readonly BunitContext _page = new();
    private readonly ScriptedActors _actors = new();
    private readonly LiveFeed _feed;

    public ForeseenSheetTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        _page.ForAnybody();
        var chain = SupplyChainClient.Over(_actors.Factory, new(), TimeProvider.System);
        _feed = new(chain, TimeProvider.System, NullLogger<LiveFeed>.Instance);
        _page.Services.AddSingleton(chain);
        _page.Services.AddSingleton(TimeProvider.System);
        _page.Services.AddSingleton(new Names(chain, TimeProvider.System));
        _page.Services.AddScoped<WrittenForms>();
        _actors.On<INetworkQueriesGrain, Page<WarehouseDetails>>("Warehouses", (_, _) =>
            Task.FromResult(new Page<WarehouseDetails>([Hamburg, Hamburg with { Id = "ROM", Name = "Rome" }], null)));
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _feed.Close();
    }

    [Fact]
    public void A_closing_says_which_transfers_wait_stay_or_are_bound_for_it()
    {
        _actors.On<IPreviewGrain, ClosingPreviewReply>("Close", (_, _) => Task.FromResult(new ClosingPreviewReply
        {
            Value = new(Hamburg with { Status = WarehouseStatus.Closed }, Seen(RejectionReason.Closed,
                new("T-1", "HAM", "ROM") { WouldWait = 4, Waiting = 1, CancelledShipments = ["T-1~T1"] },
                new("T-2", "HAM", "ROM") { Picked = 2 },
                new("T-3", "ROM", "HAM") { Bound = 7 }) with
            { TransfersConcerned = 9, TransfersLookedAt = 3 }),
        }));
        var drawer = _page.Render<CloseDrawer>(one => one
            .AddCascadingValue(new Viewer(_feed, TimeProvider.System))
            .Add(it => it.Seen, Warehouse).Add(it => it.OnClose, () => { }).Add(it => it.OnDone, () => { }));

        drawer.WaitForAssertion(() => Transfers(drawer).Should().Equal(
            "T-1 Hamburg → Rome: 4 units wait again, 1 unit goes on waiting, T-1~T1 cancelled",
            "T-2 Hamburg → Rome: 2 units are picked and go on",
            "T-3 Rome → Hamburg: 7 units are bound for here and go on"), TimeSpan.FromSeconds(10));
        drawer.Find(".foreseen [role=status]").TextContent.Should().Contain("4 units would wait for stock.");
        drawer.Find(".foreseen a[href='/transfers/T-1']");
        drawer.Markup.Should().Contain("wait: the warehouse is closed")
            .And.Contain("3 of 9 transfers");
    }

    [Fact]
    public void An_adjustment_says_which_transfers_lose_units()
    {
        _actors.On<IPreviewGrain, AdjustmentPreviewReply>("Adjust", (_, _) => Task.FromResult(new AdjustmentPreviewReply
        {
            Value = new(
                new("A-1", "HAM", "S-1", -6, "gone", null, true, 1), new("S-1", "HAM", 4, 4, true, 2),
                Seen(RejectionReason.NoStock,
                    new TransferChange("T-1", "HAM", "ROM") { WouldWait = 4, ShortShipments = ["T-1~T1"] })),
        }));
        var drawer = _page.Render<AdjustDrawer>(one => one
            .AddCascadingValue(new Viewer(_feed, TimeProvider.System))
            .Add(it => it.Seen, Product).Add(it => it.OnClose, () => { }).Add(it => it.OnDone, _ => { }));

        drawer.Find("input[name=units]").Input("-6");

        drawer.WaitForAssertion(() => Transfers(drawer).Should().Equal(
            "T-1 Hamburg → Rome: 4 units wait again, T-1~T1 short"), TimeSpan.FromSeconds(10));
        drawer.Markup.Should().Contain("4 reserved units are lost").And.Contain("wait: no stock left");
    }

    private static string[] Transfers<T>(IRenderedComponent<T> drawer) where T : IComponent =>
    [
        .. drawer.FindAll("[aria-label='Transfers it concerns'] tbody tr").Select(row =>
            string.Join(": ", row.Children.Select(cell => cell.TextContent.Trim()))),
    ];

    private static Consequences Seen(RejectionReason reason, params TransferChange[] changes) => new(
        [], [new(DemandOwner.Of("transfer", "T-1"), 1, "S-1", 4, reason)], [])
    {
        Orders = 0,
        OrdersLookedAt = 0,
        Transfers = [.. changes],
        TransfersConcerned = changes.Length,
        TransfersLookedAt = changes.Length,
    };

    private static WarehouseDetails Hamburg { get; } = new(
        "HAM", "Hamburg", null, null, null, null, null, null, null, 3, WarehouseStatus.Open, null, null, null, 1);

    private static WarehouseSeen Warehouse { get; } = new(
        Hamburg,
        new("HAM", 10, 8, 0, 0, 0, 0, 0, [.. ShipmentsInside.Select(status => new WaitingShipments(status, 0, 0))], []),
        new(2026, 3, 1), new(2026, 3, 2), new([], null), [], 0, 0, DateTimeOffset.UnixEpoch);

    private static IEnumerable<ShipmentStatus> ShipmentsInside =>
        [ShipmentStatus.Planned, ShipmentStatus.Picked, ShipmentStatus.Packed];

    private static ProductSeen Product { get; } = new(
        new("S-1", "Pump", null, null, null, 1),
        new("S-1", [new("S-1", "HAM", 10, 8, false, 1)], new(10, 8, 2)), 0, new([], null), null,
        DateTimeOffset.UnixEpoch, new Dictionary<string, WarehouseDetails> { ["HAM"] = Hamburg }, 2,
        DateTimeOffset.UnixEpoch);
}
