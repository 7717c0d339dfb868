using SupplyChain.Shipments;

namespace SupplyChain.Demo;

/// <summary>What the customer finds when the goods are unloaded: nearly always everything, well.</summary>
internal static class Unloading
{
    private const double ShareOfTrouble = 0.04;

    /// <summary>How much of each line arrived; none when all of it did.</summary>
    public static Items<DeliveredLine> Lines(Chance chance, ShipmentDetails shipment)
    {
        if (!chance.Happens(ShareOfTrouble) || shipment.Lines.Count == 0)
            return [];
        var kind = chance.Fraction();
        return shipment.Lines.Select((line, index) => index == 0 ? Spoilt(line, kind, chance) : Whole(line)).ToItems();
    }

    private static DeliveredLine Whole(ShipmentLine line) => new(line.Line, line.Quantity);

    private static DeliveredLine Spoilt(ShipmentLine line, double kind, Chance chance)
    {
        var part = Math.Clamp((long)(line.Quantity * chance.Between(0.05, 0.5)), 1, line.Quantity);
        return kind switch
        {
            < 0.5 => new(line.Line, line.Quantity - part, Damaged: part),
            < 0.95 => new(line.Line, line.Quantity - part, Refused: part),
            _ => new(line.Line, line.Quantity - part),
        };
    }
}
