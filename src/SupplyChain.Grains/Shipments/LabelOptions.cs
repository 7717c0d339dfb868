namespace SupplyChain.Shipments;

/// <summary>What labels need to know of the company.</summary>
public sealed class LabelOptions
{
    /// <summary>The GS1 company prefix, 4 to 12 digits; null when the company has none.</summary>
    public string? CompanyPrefix { get; set; }
}
