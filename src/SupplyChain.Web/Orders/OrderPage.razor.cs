using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner.Entities;

namespace SupplyChain.Orders;

/// <summary>An order: its lines and where they come from, why, what will be, and what happened.</summary>
public partial class OrderPage : EntityPage<OrderSeen>
{
    /// <summary>The order's number.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Number;

    [Inject] private OrderReading Reading { get; set; } = default!;

    /// <summary>The allocation whose reason is shown: the one in the address, else the first.</summary>
    private AllocationDetails? Opened
    {
        get
        {
            var why = Address.One("why");
            return why == "none" || Shown is not { Order.Allocations: { Count: > 0 } all }
                ? null
                : OrderLines.Keyed(Shown.Order).FirstOrDefault(named => named.Key == why).One ?? all[0];
        }
    }

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) =>
        @event.Subject == $"order/{Number}"
        || Shown?.Order.Shipments.Any(shipment => @event.Subject == $"shipment/{shipment}") == true;

    /// <inheritdoc/>
    protected override Task<OrderSeen?> ReadAsync(CancellationToken cancellationToken) =>
        Reading.ReadAsync(Number, Then, cancellationToken);
}
