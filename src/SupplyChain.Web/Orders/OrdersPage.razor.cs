using Microsoft.AspNetCore.Components;
using SupplyChain.Exports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders.Bulk;
using SupplyChain.Planner;
using SupplyChain.Planner.Lists;

namespace SupplyChain.Orders;

/// <summary>The list of orders.</summary>
public partial class OrdersPage : ListPage<OrderSummary>
{
    private OrderQuery _query = new();
    private long? _total;

    [Inject] private OrderDesk Desk { get; set; } = default!;

    /// <summary>What an address of the list asks for.</summary>
    public static OrderQuery QueryOf(ListAddress address) => new(
        Text: address.One("q"),
        From: address.Instant("from"),
        To: address.Instant("to"),
        Statuses: address.Enums<OrderStatus>("status"),
        Customers: address.Ids<CustomerId>("customer"),
        Warehouses: address.Ids<WarehouseId>("warehouse"),
        Skus: address.Ids<Sku>("sku"),
        Waiting: address.Flag("waiting"),
        Ready: address.Flag("ready"),
        Late: address.Flag("late"),
        Priorities: address.Numbers("priority", 1, 5),
        RequestedFrom: address.Date("requestedFrom"),
        RequestedTo: address.Date("requestedTo"),
        PromisedFrom: address.Date("promisedFrom"),
        PromisedTo: address.Date("promisedTo"),
        UnitsFrom: address.Number("unitsFrom"),
        UnitsTo: address.Number("unitsTo"));

    /// <inheritdoc/>
    public override string RestPath => "/api/v1/orders";

    /// <inheritdoc/>
    public override ListColumns<OrderSummary> Columns => OrderColumns.All;

    /// <inheritdoc/>
    protected override string IdOf(OrderSummary item) => item.Number.Value;

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject.StartsWith("order/", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override void Understand()
    {
        (_query, _total) = (QueryOf(Address), null);
        // One order is selected again sooner than a question is answered.
        if (Desk.Selection is { Count: 1 } single && single.IsOfAnother(Address))
            single.Clear();
    }

    /// <inheritdoc/>
    protected override Task<Page<OrderSummary>> ReadPageAsync(PageQuery page, CancellationToken cancellationToken) =>
        Chain.Orders.ListPageAsync(_query, page, cancellationToken);

    /// <summary>How many there are to select is asked with the first selected row.</summary>
    private async Task PickedAsync()
    {
        if (_total is not null || Desk.Selection.Count == 0)
            return;
        try
        {
            var query = _query;
            var count = await Chain.Orders.CountAsync(query);
            if (query == _query)
                _total = count.Orders;
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            // Without it the page's rows can be selected all the same.
        }
    }

    private async Task SelectAllAsync()
    {
        try
        {
            var under = Address;
            List<OrderSummary> all = [];
            await foreach (var order in Chain.Orders.ListAsync(_query, Address.Sort))
            {
                all.Add(order);
                if (all.Count >= Desk.Selection.Most)
                    break;
            }

            if (under.FiltersLike(Address))
                Desk.Selection.PickAll(all, on: true, Address);
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            // What was selected stays; the list says what is wrong.
        }
    }
}
