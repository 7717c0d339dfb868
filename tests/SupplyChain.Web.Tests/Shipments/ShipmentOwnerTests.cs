using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Shipments;

/// <summary>Whose shipment it is, as REST says it.</summary>
public sealed class ShipmentOwnerTests
{
    [Fact]
    public void An_order_is_named_as_it_always_was()
    {
        var answer = ShipmentAnswer.Of(Instance.Full<ShipmentDetails>() with { Owner = new OrderId("SO-1") });

        (answer.Order, answer.Owner).Should().Be((new OrderId("SO-1"), null));
    }

    [Fact]
    public void Another_owner_is_named_by_its_kind_and_id()
    {
        var owner = DemandOwner.Of("transfer", "T-1");

        var answer = ShipmentAnswer.Of(Instance.Full<ShipmentDetails>() with { Owner = owner });
        var listed = ShipmentSummaryAnswer.Of(Instance.Full<ShipmentSummary>() with { Owner = owner });

        (answer.Order, answer.Owner).Should().Be((default(OrderId?), new DemandOwnerAnswer("transfer", "T-1")));
        (listed.Order, listed.Owner).Should().Be((default(OrderId?), new DemandOwnerAnswer("transfer", "T-1")));
    }
}
