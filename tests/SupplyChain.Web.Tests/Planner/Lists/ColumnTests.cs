using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Services;
using SupplyChain.Exports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;

namespace SupplyChain.Planner.Lists;

/// <summary>Which columns a list shows, and how they are chosen.</summary>
public sealed class ColumnTests : IAsyncDisposable
{
    private readonly BunitContext _page = new();
    private readonly IRenderedComponent<MudPopoverProvider> _popovers;

    public ColumnTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        _page.Services.AddMudServices();
        _popovers = _page.Render<MudPopoverProvider>();
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Theory]
    [InlineData("", "Order,Status,Customer,Priority,Placed,Requested,Units,Backordered,From")]
    [InlineData("?columns=units,status", "Order,Status,Units")]
    [InlineData("?columns=units,colour", "Order,Units")]
    [InlineData("?columns=colour", "Order")]
    [InlineData("?columns=promise,readyUnits,version", "Order,Promised,Ready to release,Version")]
    public void A_list_shows_the_columns_of_its_address_in_its_own_order_and_the_number_always(
        string query, string heads) =>
        Heads(Orders(query)).Should().Equal(heads.Split(','));

    [Fact]
    public void Every_column_of_every_list_can_be_shown()
    {
        Heads(Orders(All(OrderColumns.All))).Should().Equal(Titles(OrderColumns.All));
        Heads(Table<ShipmentTable, ShipmentSummary>("/shipments", ShipmentColumns.All))
            .Should().Equal(Titles(ShipmentColumns.All));
        Heads(Table<TransferTable, TransferSummary>("/transfers", TransferColumns.All))
            .Should().Equal(Titles(TransferColumns.All));
        Heads(Table<InventoryTable, StockSummary>("/inventory", StockColumns.Products))
            .Should().Equal(Titles(StockColumns.Products));
        Heads(Table<HolderTable, StockHolder>("/inventory/P/holders", StockColumns.Holders))
            .Should().Equal(Titles(StockColumns.Holders));
        Heads(Table<WarehouseTable, WarehouseSummary>("/warehouses", WarehouseColumns.Figures))
            .Should().Equal(Titles(WarehouseColumns.Figures));
    }

    [Fact]
    public void A_list_is_sorted_by_its_columns_alone()
    {
        var fields = Orders(All(OrderColumns.All)).FindAll("th a")
            .Select(head => head.GetAttribute("href")!.Split("sort=")[1].TrimStart('-'));
        fields.Should().BeSubsetOf(OrderSummary.SortFields).And.HaveCount(OrderColumns.All.All.Count - 1);
    }

    [Fact]
    public void The_menu_says_what_is_shown_and_the_number_cannot_be_left_out()
    {
        Open("?columns=status");
        Boxes().Where(box => box.HasAttribute("checked")).Should().HaveCount(2);
        Boxes()[0].HasAttribute("disabled").Should().BeTrue();
        _popovers.FindAll(".choices label span.el").Select(label => label.TextContent)
            .Should().Equal(Titles(OrderColumns.All));
    }

    [Fact]
    public void A_column_is_added_where_it_belongs()
    {
        var told = Open("?columns=version,status");
        Boxes()[2].Change(true);
        told().Should().Equal("number", "status", "customer", "version");
    }

    [Fact]
    public void The_usual_columns_need_no_address()
    {
        var told = Open("?columns=number,status,customer,priority,placedAt,requestedBy,units,backorderedUnits");
        Boxes()[10].Change(true);
        told().Should().BeEmpty();
    }

    [Fact]
    public void Other_columns_are_the_same_page_of_the_same_list()
    {
        var address = ListAddress.Of("http://localhost/orders?status=Placed&after=x&page=2");
        var other = address.Showing(["number", "units"]);
        other.Url.Should().Be("/orders?status=Placed&after=x&page=2&columns=number%2Cunits");
        other.ListUrl.Should().Be(address.ListUrl);
        other.Columns.Should().Equal("number", "units");
        other.Showing([]).Url.Should().Be(address.Url);
    }

    private static string All<T>(ListColumns<T> columns) =>
        $"?columns={string.Join(',', columns.All.Select(column => column.Name))}";

    private static IEnumerable<string> Titles<T>(ListColumns<T> columns) => columns.All.Select(column => column.Title);

    private static IEnumerable<string> Heads<T>(IRenderedComponent<T> table) where T : IComponent =>
        table.FindAll("th").Select(head => head.TextContent.Trim());

    private IRenderedComponent<OrderTable> Orders(string query) => _page.Render<OrderTable>(page => page
        .Add(table => table.Address, ListAddress.Of($"http://localhost/orders{query}"))
        .Add(table => table.Rows, [])
        .Add(table => table.Warehouses, new Dictionary<WarehouseId, WarehouseDetails>()));

    private IRenderedComponent<TTable> Table<TTable, TItem>(string path, ListColumns<TItem> columns)
        where TTable : IComponent => _page.Render<TTable>(table =>
        {
            table.OpenComponent<TTable>(0);
            table.AddComponentParameter(1, "Address", ListAddress.Of($"http://localhost{path}{All(columns)}"));
            table.AddComponentParameter(2, "Rows", Array.Empty<ListRow<TItem>>());
            table.CloseComponent();
        });

    private AngleSharp.Dom.IElement[] Boxes() => [.. _popovers.FindAll("input[type=checkbox]")];

    private Func<IReadOnlyList<string>> Open(string query)
    {
        IReadOnlyList<string> told = ["nothing"];
        var menu = _page.Render<ColumnMenu<OrderSummary>>(page => page
            .Add(one => one.Address, ListAddress.Of($"http://localhost/orders{query}"))
            .Add(one => one.Columns, OrderColumns.All)
            .Add(one => one.OnShow, names => told = names));
        menu.Find("button").Click();
        return () => told;
    }
}
