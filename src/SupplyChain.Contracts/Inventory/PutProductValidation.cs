using SupplyChain.Network;

namespace SupplyChain.Inventory;

/// <summary>What a product's definition may say.</summary>
public static class PutProductValidation
{
    /// <summary>The faulty fields; none when the product can be defined so.</summary>
    public static Items<Fault> Validate(this PutProduct command)
    {
        var faults = new FaultList();
        faults.RequiredText("description", command.Description);
        if (command.Gtin is { } gtin && !CheckDigit.IsGtin(gtin))
            faults.Add("gtin", FaultCodes.Invalid, "A GTIN has 8, 12, 13 or 14 digits, the last a right check digit.");
        faults.Measure("unitWeightKg", command.UnitWeightKg, 0, Limits.MaxMeasure);
        faults.Measure("unitVolumeM3", command.UnitVolumeM3, 0, Limits.MaxMeasure);
        return faults.All;
    }
}
