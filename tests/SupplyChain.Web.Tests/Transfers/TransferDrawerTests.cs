using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SupplyChain.Access;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>What the drawers of transfers say before anything is sent, and what they send.</summary>
public sealed class TransferDrawerTests : IAsyncDisposable
{
    private readonly BunitContext _page = new();
    private readonly ScriptedActors _actors = new();
    private readonly List<object> _sent = [];

    public TransferDrawerTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        var chain = SupplyChainClient.Over(_actors.Factory, new(), TimeProvider.System);
        _page.Services.AddSingleton(chain);
        _page.Services.AddSingleton(new Names(chain, TimeProvider.System));
        _page.Services.AddScoped<WrittenForms>();
        _actors.On<INetworkQueriesGrain, Page<WarehouseDetails>>("Warehouses", (_, _) =>
            Task.FromResult(new Page<WarehouseDetails>([Site("HAM", "Hamburg"), Site("ROM", "Rome")], null)));
        _actors.On<IProductGrain, ProductDetails?>("Get", (_, _) =>
            Task.FromResult<ProductDetails?>(new("S-1", "Pump", null, null, null, 1)));
        _actors.On<IAvailabilityGrain, Items<StockLevel>>("Levels", (_, _) =>
            Task.FromResult<Items<StockLevel>>([new StockLevel("S-1", "HAM", 12, 2, false, 1)]));
        _actors.On<IInventoryQueriesGrain, Page<StockSummary>>("Summary", (_, _) =>
            Task.FromResult(new Page<StockSummary>([], null)));
        foreach (var method in new[] { "Request", "Receive" })
        {
            _actors.On<ITransferGrain, TransferReply>(method, (_, command) =>
            {
                _sent.Add(command!);
                return Task.FromResult(new TransferReply { Status = ReplyStatus.Created, Value = Seen().Transfer });
            });
        }
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Fact]
    public void A_receipt_begins_with_what_is_in_transit()
    {
        var drawer = Receiving();
        drawer.Find("input[inputmode=numeric]").GetAttribute("value").Should().Be("5");
        drawer.Find("button[type=submit]").TextContent.Trim().Should().Be("Receive 5 units");
        drawer.Find("form").Submit();
        _sent.Should().ContainSingle().Which.Should().BeOfType<ReceiveTransfer>()
            .Which.Should().Match<ReceiveTransfer>(receipt =>
                receipt.Lines.Count == 1 && receipt.Lines[0] == new ReceiveTransferLine(1, 5) && !receipt.Final);
    }

    [Fact]
    public void What_is_missing_stays_in_transit_unless_nothing_more_is_expected()
    {
        var drawer = Receiving();
        drawer.Find("input[inputmode=numeric]").Input("4");
        drawer.Find(".note").TextContent.Should().Contain("1 unit stays in transit.");
        drawer.Find("input[type=checkbox]").Change(true);
        drawer.Find(".note.bad").TextContent.Should().Contain("1 unit is recorded as short");
        drawer.Find("form").Submit();
        _sent.Should().ContainSingle().Which.Should().BeOfType<ReceiveTransfer>().Which.Final.Should().BeTrue();
    }

    [Fact]
    public void More_than_left_is_over_and_what_is_no_number_cannot_be_sent()
    {
        var drawer = Receiving();
        drawer.Find("input[inputmode=numeric]").Input("7");
        drawer.Find(".note.warn").TextContent.Should().Contain("2 units arrive beyond what left");
        drawer.Find("input[inputmode=numeric]").Input("a few");
        drawer.Find("button[type=submit]").HasAttribute("disabled").Should().BeTrue();
        drawer.Find("form").Submit();
        _sent.Should().BeEmpty();
    }

    [Fact]
    public void A_form_that_is_not_right_says_so_beside_its_fields_and_sends_nothing()
    {
        var drawer = New(from: "HAM");
        drawer.Find("form").Submit();
        drawer.FindAll(".beside").Select(one => one.TextContent.Trim()).Should().HaveCount(3)
            .And.Contain("Choose a warehouse.");
        drawer.Find("select[name=to]").GetAttribute("aria-invalid").Should().Be("true");
        _sent.Should().BeEmpty();
    }

    [Fact]
    public void It_says_what_the_source_has_and_what_would_wait_and_goes_to_the_transfer()
    {
        var drawer = New(from: "HAM");
        drawer.Find("select[name=to]").Change("ROM");
        drawer.Find("input[name='lines/0/sku']").Input("S-1");
        drawer.Find("input[name='lines/0/quantity']").Input("15");
        drawer.WaitForAssertion(() => drawer.Find("li .wide").TextContent.Trim()
            .Should().Be("10 available in Hamburg; 5 would wait."));
        drawer.Find("form").Submit();
        _sent.Should().ContainSingle().Which.Should().Be(new RequestTransfer("HAM", "ROM", [new("S-1", 15)]));
        _page.Services.GetRequiredService<NavigationManager>().Uri.Should().Contain("/transfers/TR-");
    }

    [Fact]
    public void A_key_for_some_warehouses_sends_to_any_whose_code_its_holder_knows()
    {
        _actors.On<INetworkQueriesGrain, Page<WarehouseDetails>>("Warehouses", (_, _) =>
            Task.FromResult(new Page<WarehouseDetails>([Site("HAM", "Hamburg"), Site("BER", "Berlin")], null)));
        var drawer = New("HAM", _page.For(Role.Planner, "HAM", "BER"));
        drawer.FindAll("select[name=to]").Should().BeEmpty();
        drawer.FindAll("select[name=from] option").Select(option => option.GetAttribute("value"))
            .Should().Equal("", "BER", "HAM");
        var to = drawer.Find("input[name=to]");
        drawer.FindAll($"#{to.GetAttribute("list")} option").Select(option => option.GetAttribute("value"))
            .Should().Equal("BER", "HAM");

        drawer.Find("input[name='lines/0/sku']").Input("S-1");
        drawer.Find("input[name='lines/0/quantity']").Input("3");
        to.Change("no code");
        drawer.Find("form").Submit();
        drawer.Find("input[name=to]").GetAttribute("aria-invalid").Should().Be("true");
        _sent.Should().BeEmpty();
        drawer.Find("input[name=to]").Change(" ROM ");
        drawer.Find("form").Submit();

        _sent.Should().ContainSingle().Which.Should().Be(new RequestTransfer("HAM", "ROM", [new("S-1", 3)]));
    }

    private IRenderedComponent<ReceiveTransferDrawer> Receiving() =>
        _page.ForAnybody().Render<ReceiveTransferDrawer>(drawer => drawer
            .Add(one => one.Seen, Seen()).Add(one => one.OnClose, () => { }).Add(one => one.OnDone, _ => { }));

    private IRenderedComponent<NewTransferDrawer> New(WarehouseId from) => New(from, _page.ForAnybody());

    private static IRenderedComponent<NewTransferDrawer> New(WarehouseId from, BunitContext page) =>
        page.Render<NewTransferDrawer>(drawer => drawer
            .Add(one => one.From, from).Add(one => one.OnClose, () => { }));

    private static TransferSeen Seen() => new(
        new(
            "T-1", TransferStatus.InTransit, "HAM", "ROM", 3, null, DateTimeOffset.UnixEpoch,
            [new TransferLineDetails(1, "S-1", 5, 0, 0, 0, 5, 5, 0, 0, 0, 0)],
            [new TransferShipmentDetails("T-1~T1", true, null, 5)], [], null, 6),
        [], [], new Dictionary<string, string>(), Site("HAM", "Hamburg"), Site("ROM", "Rome"),
        DateTimeOffset.UnixEpoch);

    private static WarehouseDetails Site(string id, string name) => new(
        id, name, null, null, null, null, null, null, null, 3, WarehouseStatus.Open, null, null, null, 1);
}
