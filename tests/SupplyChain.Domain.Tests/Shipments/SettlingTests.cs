using FluentAssertions;
using Xunit;
using static SupplyChain.Shipments.ShipmentEvent;

namespace SupplyChain.Shipments;

/// <summary>When only the unusual can still happen to a shipment, so that it need not be at hand.</summary>
public sealed class SettlingTests : ShipmentRules
{
    [Fact]
    public void It_is_not_before_it_was_delivered() =>
        ((ShipmentEvent[][])[[], [Released], [Released, Reported("M1", MilestoneKind.Dispatched), Gone]])
            .Select(history => Shipment.IsSettled(After(history))).Should().OnlyContain(settled => !settled);

    [Fact]
    public void It_is_once_it_was_delivered_and_its_owner_knows()
    {
        var delivered = After(Released, Reported("M1", MilestoneKind.Delivered), Gone);
        Shipment.IsSettled(delivered).Should().BeFalse("its owner has still to hear");

        Shipment.IsSettled(Shipment.Evolve(delivered, new ProgressConfirmed(delivered.Version), Now)).Should().BeTrue();
    }

    [Fact]
    public void It_is_once_it_was_cancelled_and_its_owner_knows()
    {
        var cancelled = After(Released, new Cancelled("Not wanted."));
        Shipment.IsSettled(cancelled).Should().BeFalse("its owner has still to hear");

        Shipment.IsSettled(Shipment.Evolve(cancelled, new ProgressConfirmed(cancelled.Version), Now)).Should().BeTrue();
    }
}
