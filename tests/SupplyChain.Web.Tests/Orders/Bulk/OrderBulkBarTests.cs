using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SupplyChain.Access;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Orders.Bulk;

/// <summary>What the bar under the orders says and offers.</summary>
public sealed class OrderBulkBarTests : IAsyncDisposable
{
    private static readonly ListAddress Here = ListAddress.Of("http://localhost/orders?status=Allocated");

    private readonly BunitContext _page = new();
    private readonly OrderDesk _desk = new();
    private readonly ScriptedActors _actors = new();
    private int _read;

    public OrderBulkBarTests()
    {
        _page.ForAnybody().JSInterop.Mode = JSRuntimeMode.Loose;
        _page.Services.AddMudServices();
        _page.Services.AddSingleton(_desk);
        _page.Services.AddScoped<PlannerName>();
        _page.Services.AddSingleton(TimeProvider.System);
        _page.Services.AddSingleton(SupplyChainClient.Over(_actors.Factory, new(), TimeProvider.System));
        _actors.On<IOrderGrain, OrderReply>(nameof(IOrderGrain.Amend), (key, _) => Task.FromResult(new OrderReply
        {
            Status = ReplyStatus.Done, Value = Sample.Details(key.Split('/')[1], 8),
        }));
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Fact]
    public void Without_a_selection_there_is_no_bar() => Bar().FindAll(".bulk").Should().BeEmpty();

    [Fact]
    public void It_says_how_many_are_selected_what_can_be_released_and_how_many_more_fit()
    {
        Select(Order("A"), Order("B") with { ReadyUnits = 0, Status = OrderStatus.Backordered });
        var bar = Bar(total: 1_234);
        bar.Find(".bulk b").TextContent.Should().Be("2 selected");
        bar.Find(".bulk .i2").TextContent.Should().Be("1 can be released: 5 units.");
        bar.Find(".bulk .link").TextContent.Trim().Should().Be("Select all 1,234 that fit");
        bar.Find(".bulk .link").Click();
        _read.Should().Be(1);
    }

    [Fact]
    public void What_was_selected_under_other_filters_is_asked_for_before_it_is_forgotten()
    {
        Select(Order("A"), Order("B"));
        var bar = Bar(ListAddress.Of("http://localhost/orders?late=true"));
        bar.Find(".bulk b").TextContent.Should().Be("2 orders are selected in another view.");
        bar.Find(".bulk a").GetAttribute("href").Should().Be("/orders?status=Allocated");
        bar.FindAll(".bulk button").Should().ContainSingle().Which.TextContent.Should().Be("Forget 2");
        _desk.Selection.Count.Should().Be(2);
        bar.Find(".bulk button").Click();
        _desk.Selection.Count.Should().Be(0);
    }

    [Fact]
    public void A_preview_counts_what_would_happen_before_anything_does()
    {
        Select(Order("A"), Order("B") with { Priority = 2 }, Order("C") with { Status = OrderStatus.Delivered });
        var bar = Bar();
        Button(bar, "Set priority…").Click();
        bar.FindAll(".expected tbody tr")
            .Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())))
            .Should().Equal(
                "1 Changed has another priority", "1 Already so has that priority",
                "1 Refused all its goods have left");
        Button(bar, "Set priority 2 for 1 order").HasAttribute("disabled").Should().BeFalse();
        bar.Find(".drawer select").Change("3");
        bar.FindAll(".expected .b").Select(count => count.TextContent).Should().Equal("1", "1", "1");
        _desk.Bulk.Should().BeNull();
    }

    [Fact]
    public void A_cancellation_needs_its_reason()
    {
        Select(Order("A"));
        var bar = Bar();
        Button(bar, "Cancel…").Click();
        Button(bar, "Cancel 1 order").HasAttribute("disabled").Should().BeTrue();
        bar.Find(".drawer input:not([type])").Input("ordered twice");
        Button(bar, "Cancel 1 order").HasAttribute("disabled").Should().BeFalse();
    }

    [Fact]
    public void Each_order_has_a_result_that_is_kept_until_it_is_put_away()
    {
        Select(Order("A"), Order("B") with { Status = OrderStatus.Delivered });
        var bar = Bar();
        Button(bar, "Set priority…").Click();
        Button(bar, "Set priority 2 for 1 order").Click();
        bar.WaitForAssertion(() => bar.Find("[role=status] .i2").TextContent.Should().Be("1 refused, 1 done"));
        bar.Find("[role=progressbar]").GetAttribute("aria-valuenow").Should().Be("2");
        Button(bar, "Close").Click();
        bar.WaitForAssertion(() => bar.FindAll(".drawer").Should().BeEmpty());
        bar.Find(".bulk .i2").TextContent.Should().Be("1 refused, 1 done");
        _desk.Selection.Items.Single(order => order.Number == "A").Version.Should().Be(8);
        Button(bar, "Put away").Click();
        _desk.Bulk.Should().BeNull();
    }

    private static OrderSummary Order(OrderId number) =>
        new(number, OrderStatus.Allocated, "ACME", 3, null, null, 5, 0, ["HAM"], 7, null, 5);

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<OrderBulkBar> bar, string says) =>
        bar.FindAll("button").Single(button => button.TextContent.Trim().StartsWith(says, StringComparison.Ordinal));

    private void Select(params OrderSummary[] orders) => _desk.Selection.PickAll(orders, on: true, Here);

    private IRenderedComponent<OrderBulkBar> Bar(ListAddress? address = null, long? total = null) =>
        _page.Render<OrderBulkBar>(page => page
            .Add(bar => bar.Address, address ?? Here)
            .Add(bar => bar.Total, total)
            .Add(bar => bar.All, () =>
            {
                _read++;
                return Task.CompletedTask;
            })
            .Add(bar => bar.OnChange, () => { }));
}
