namespace SupplyChain.Shipments;

public sealed class ShipmentLooksTests
{
    [Fact]
    public void A_delivered_shipment_with_units_still_to_arrive_is_not_said_to_be_delivered()
    {
        ShipmentLooks.OfOpen(ShipmentStatus.Delivered).Word.Should().Be("Part arrived");
        ShipmentLooks.OfOpen(ShipmentStatus.InTransit).Should().Be(ShipmentLooks.Of(ShipmentStatus.InTransit));
    }
}
