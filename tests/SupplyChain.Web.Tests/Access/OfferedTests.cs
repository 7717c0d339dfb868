using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Orders.Bulk;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;
using SupplyChain.Planner.Search;
using SupplyChain.Shipments;
using SupplyChain.Transfers;
using SupplyChain.Views;

namespace SupplyChain.Access;

/// <summary>What pages offer to each role: what it may do, and nothing else.</summary>
public sealed class OfferedTests : IAsyncDisposable
{
    private static readonly Dictionary<string, string> NoNames = [];
    private static readonly WarehouseDetails Hamburg = Site("HAM", "Hamburg");

    private readonly BunitContext _page = new();
    private readonly ScriptedActors _actors = new();
    private readonly LiveFeed _feed;
    private readonly OrderDesk _desk = new();

    public OfferedTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        var chain = SupplyChainClient.Over(_actors.Factory, new(), TimeProvider.System);
        var names = new Names(chain, TimeProvider.System);
        var orders = new OrderReading(chain, names, TimeProvider.System);
        _feed = new(chain, TimeProvider.System, NullLogger<LiveFeed>.Instance);
        _page.Services.AddSingleton(chain);
        _page.Services.AddSingleton(names);
        _page.Services.AddSingleton(_desk);
        _page.Services.AddSingleton(new ExceptionReading(chain, orders, names, TimeProvider.System));
        _page.Services.AddSingleton(new Finding(chain, names));
        _page.Services.AddSingleton(new ExceptionTally(chain, TimeProvider.System));
        _page.Services.AddSingleton(TimeProvider.System);
        _page.Services.AddScoped<PlannerName>();
        _page.Services.AddScoped<WrittenForms>();
        _page.Services.AddCascadingValue(_ => new Viewer(_feed, TimeProvider.System));
        _actors.On<IViewsGrain, Items<SavedView>>("List", (_, _) => Task.FromResult<Items<SavedView>>([]));
        _actors.On<INetworkQueriesGrain, Page<WarehouseDetails>>(
            "Warehouses", (_, _) => Task.FromResult(new Page<WarehouseDetails>([Hamburg], null)));
        _actors.On<IAvailabilityGrain, Items<StockLevel>>(
            "Levels", (_, _) => new TaskCompletionSource<Items<StockLevel>>().Task);
        _actors.On<IOperationsGrain, ExceptionCount>(
            "ExceptionCount", (_, _) => Task.FromResult(new ExceptionCount(0, 0, 0, [])));
        _actors.On<IProductGrain, ProductDetails?>("Get", (_, _) => Task.FromResult<ProductDetails?>(null));
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _feed.Close();
    }

    [Theory, MemberData(nameof(Roles))]
    public void The_head_of_an_order(Role role) => Offers(
        role,
        As(role).Render<OrderHead>(head => head
            .Add(one => one.Seen, new(Sample.Details("SO-1", 4), [], [], NoNames, NoNames, default))
            .Add(one => one.Address, ListAddress.Of("http://localhost/orders/SO-1"))),
        ("Release 3 units…", Permission.Write), ("Source again…", Permission.Write), ("Amend…", Permission.Write),
        ("Cancel…", Permission.Write));

    [Theory, MemberData(nameof(Roles))]
    public void The_head_of_a_shipment_and_its_reports(Role role)
    {
        DateTimeOffset at = new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero);
        ShipmentSeen seen = new(
            new(
                "S-1", "SO-1", "HAM", "Truck", null, null, null, null, ShipmentStatus.Picked, null,
                [new ShipmentLine(1, "S-1", 3, 0, 0, 0)], new Eta(null, "unknown"), null,
                [new Milestone("M-1", MilestoneKind.Picked, at, at, null, null, [])], 4),
            Sample.Details("SO-1", 4), Hamburg, NoNames, [], default);

        Offers(
            role,
            As(role).Render<ShipmentHead>(head => head
                .Add(one => one.Seen, seen)
                .Add(one => one.Address, ListAddress.Of("http://localhost/shipments/S-1"))),
            ("Papers", Permission.Read), ("Agree a later date…", Permission.Write),
            ("Record a milestone…", Permission.Write), ("Cancel…", Permission.Write));
        Offers(
            role, _page.Render<MilestoneTable>(table => table.Add(one => one.Seen, seen)),
            ("Void this report: Picked…", Permission.Write));
    }

    [Theory, MemberData(nameof(Roles))]
    public void The_head_of_a_transfer(Role role) => Offers(
        role,
        As(role).Render<TransferHead>(head => head
            .Add(one => one.Address, ListAddress.Of("http://localhost/transfers/T-1"))
            .Add(one => one.Seen, new(
                new(
                    "T-1", TransferStatus.InTransit, "HAM", "ROM", 3, null, DateTimeOffset.UnixEpoch,
                    [new TransferLineDetails(1, "S-1", 9, 0, 4, 0, 5, 5, 0, 0, 0, 0)],
                    [new TransferShipmentDetails("T-1~T1", true, null, 5)], [], null, 6),
                [], [], NoNames, Hamburg, Site("ROM", "Rome"), DateTimeOffset.UnixEpoch))),
        ("Release 4 units…", Permission.Write), ("Receive…", Permission.Write), ("Cancel…", Permission.Write));

    [Theory, MemberData(nameof(Roles))]
    public void The_head_of_a_product(Role role) => Offers(
        role,
        As(role).Render<ProductHead>(head => head
            .Add(one => one.Address, ListAddress.Of("http://localhost/inventory/S-1"))
            .Add(one => one.Seen, new(
                new("S-1", "Pump", null, null, null, 1),
                new("S-1", [new StockLevel("S-1", "HAM", 12, 2, false, 1)], new(12, 2, 10)), 0, new([], null), null,
                default, new Dictionary<string, WarehouseDetails>(), 1, default))),
        ("Transfer…", Permission.Write), ("Receive…", Permission.Write), ("Adjust or count…", Permission.Write));

    [Theory, MemberData(nameof(Roles))]
    public void The_head_of_a_warehouse(Role role) => Offers(
        role,
        As(role).Render<WarehouseHead>(head => head
            .Add(one => one.Address, ListAddress.Of("http://localhost/warehouses/HAM"))
            .Add(one => one.Seen, new(
                Hamburg, new("HAM", 12, 2, 1, 2, 0, 0, 0, [], []), default, default, new([], null), [], 0, 0,
                default))),
        ("Transfer…", Permission.Write), ("Close warehouse…", Permission.Plan));

    [Theory, MemberData(nameof(Roles))]
    public void The_list_of_orders_its_bar_and_its_views(Role role)
    {
        var address = ListAddress.Of("http://localhost/orders");
        OrderSummary order = new("A", OrderStatus.Allocated, "ACME", 3, null, null, 5, 0, ["HAM"], 7, null, 5);
        _desk.Selection.PickAll([order], on: true, address);

        Offers(
            role,
            As(role).Render<OrderTable>(table => table
                .Add(one => one.Address, address)
                .Add(one => one.Rows, [new(order, false)])
                .Add(one => one.Warehouses, new Dictionary<WarehouseId, WarehouseDetails>())
                .Add(one => one.Selection, _desk.Selection)),
            ("Select all rows of this page", Permission.Write), ("Select A", Permission.Write));
        Offers(
            role,
            _page.Render<OrderBulkBar>(bar => bar
                .Add(one => one.Address, address)
                .Add(one => one.All, () => Task.CompletedTask)
                .Add(one => one.OnChange, () => { })),
            ("Release…", Permission.Write), ("Set priority…", Permission.Write), ("Cancel…", Permission.Write),
            ("Clear", Permission.Write));
        Offers(
            role,
            _page.Render<SavedViews>(views => views
                .Add(one => one.List, PlannerList.Orders).Add(one => one.Here, address)),
            ("Save view", Permission.Plan));
    }

    [Theory, MemberData(nameof(Roles))]
    public void An_exception_and_its_row(Role role)
    {
        var entry = new ExceptionEntry(
            "Short/HAM/S-1", ExceptionKind.Short, ExceptionStatus.Open, "stock/S-1/HAM", DateTimeOffset.UnixEpoch, 5,
            "Less than counted", "Receive more", Skus: ["S-1"], Warehouse: "HAM");

        Offers(
            role,
            As(role).Render<ExceptionPane>(pane => pane
                .Add(one => one.Entry, entry).Add(one => one.Called, site => site)),
            ("Take it", Permission.Plan), ("Snooze", Permission.Plan), ("Note", Permission.Plan),
            ("Resolve", Permission.Plan), ("Receive more…", Permission.Plan));
        _page.Render<ExceptionRow>(row => row
                .Add(one => one.Entry, entry).Add(one => one.Called, site => site).Add(one => one.OnPick, _ => { })
                .Add(one => one.Address, ListAddress.Of("http://localhost/exceptions")))
            .FindAll("[data-pick]").Should().HaveCount(role.May(Permission.Plan) ? 1 : 0);
    }

    [Theory, MemberData(nameof(Roles))]
    public void The_webhook_behind_an_exception(Role role)
    {
        var entry = new ExceptionEntry(
            "WebhookFailing/webhook/erp", ExceptionKind.WebhookFailing, ExceptionStatus.Open, "webhook/erp",
            DateTimeOffset.UnixEpoch, 0, "The receiver answered 410: it is gone.", "Ask who runs it");
        var path = role.May(Permission.Integrate) ? "/integrations/webhooks/erp" : null;

        As(role).Render<ExceptionRow>(row => row
                .Add(one => one.Entry, entry).Add(one => one.Called, site => site).Add(one => one.OnPick, _ => { })
                .Add(one => one.Address, ListAddress.Of("http://localhost/exceptions")))
            .Find("[data-row]").GetAttribute("data-opens").Should().Be(path);
        _page.Render<ExceptionPane>(pane => pane.Add(one => one.Entry, entry).Add(one => one.Called, site => site))
            .FindAll(".foot-bar a").Select(link => link.GetAttribute("href"))
            .Should().Equal(path is null ? [] : [path]);
    }

    [Theory, MemberData(nameof(Roles))]
    public void The_silos(Role role)
    {
        Operations.SiloStatus silo = new("alpha", OpsWords.Active, 3, null, [], 0);

        Offers(
            role,
            As(role).Render<SiloSheet>(sheet => sheet.Add(
                one => one.Status, new("", "", 0, 0, null, [silo, silo with { Name = "beta" }], [], 0, 0))),
            ("Drain alpha…", Permission.Operate), ("Drain beta…", Permission.Operate));
    }

    [Theory, MemberData(nameof(Roles))]
    public void What_the_palette_does_from_anywhere(Role role)
    {
        var palette = As(role).Render<PaletteDialog>();
        palette.Find("input").Input(">");

        palette.FindAll("[role=option] .nb").Select(one => one.TextContent.Trim())
            .Intersect(["Import orders from a file", "Place an order", "Transfer stock between warehouses", "All keys"])
            .Should().HaveCount(role.May(Permission.Write) ? 4 : 1);
        _page.Render<ShortcutSheet>().FindAll("dt").Select(keys => keys.TextContent)
            .Contains("X").Should().Be(role.May(Permission.Write));
    }

    [Theory, MemberData(nameof(Roles))]
    public void The_pages_that_navigation_palette_and_keys_lead_to(Role role)
    {
        string[] offered =
        [
            "Control tower", "Exceptions", "Orders", "Inventory", "Shipments", "Transfers", "Warehouses", "Import",
            .. role.May(Permission.Integrate) ? (string[])["Integrations"] : [],
            .. role.May(Permission.Operate) ? (string[])["Operations"] : [],
            "About",
        ];

        As(role).Render<NavRail>().FindAll("a.l > .w").Select(name => name.TextContent).Should().Equal(offered);
        _page.Render<ShortcutSheet>().FindAll("dl:first-of-type dd").Select(name => name.TextContent)
            .Should().Equal([$"find anything", .. offered]);
        var palette = _page.Render<PaletteDialog>();
        palette.Find("input").Input("page");
        palette.FindAll("[role=option] .nb").Select(one => one.TextContent.Trim()).Should().Equal(offered);
    }

    [Theory, MemberData(nameof(Roles))]
    public void A_drawer_does_not_open_whatever_the_address_says(Role role)
    {
        As(role).Render<NewTransferDrawer>(drawer => drawer.Add(one => one.OnClose, () => { }))
            .FindAll(".drawer").Should().HaveCount(role.May(Permission.Write) ? 1 : 0);
        _page.Render<OpenDrawer>(drawer => drawer
                .Add(one => one.Warehouse, Hamburg).Add(one => one.OnClose, () => { }).Add(one => one.OnDone, _ => { }))
            .FindAll(".drawer").Should().HaveCount(role.May(Permission.Plan) ? 1 : 0);
    }

    [Theory]
    [InlineData(Role.Viewer, "Your role (viewer) may look only")]
    [InlineData(Role.Operator, "Your role (operator) may not place orders")]
    [InlineData(Role.Planner, null)]
    public void A_page_that_is_nothing_but_a_form_says_why_it_is_not_there(Role role, string? said)
    {
        _actors.On<IOrderQueriesGrain, Page<OrderSummary>>(
            "List", (_, _) => Task.FromResult(new Page<OrderSummary>([], null)));
        var page = As(role).Render<PlacePage>();

        page.FindAll("form").Should().HaveCount(said is null ? 1 : 0);
        page.FindAll("h2").Select(head => head.TextContent).FirstOrDefault(text => text.StartsWith("Your role"))
            .Should().Be(said);
    }

    [Fact]
    public void Who_has_no_role_is_offered_nothing() =>
        _page.Render<Allowed>(allowed => allowed
                .Add(one => one.To, Permission.Read).AddChildContent("<button>Look</button>"))
            .FindAll("button").Should().BeEmpty();

    private BunitContext As(Role role) => _page.For(role);

    private static void Offers<T>(Role role, IRenderedComponent<T> part, params (string Name, Permission To)[] all)
        where T : IComponent => part.FindAll("button, a.btn, a.ib, input[type=checkbox]").Select(Name)
            .Should().Equal(all.Where(one => role.May(one.To)).Select(one => one.Name));

    private static string Name(IElement element) => element.GetAttribute("aria-label") ?? string.Concat(
        element.ChildNodes.Where(node => node is not IElement { LocalName: "kbd" }).Select(node => node.TextContent))
            .Trim();

    private static WarehouseDetails Site(string id, string name) => new(
        id, name, null, null, null, null, null, null, null, 3, WarehouseStatus.Open, null, null, null, 1);
}
