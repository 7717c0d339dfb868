namespace SupplyChain.Shipments;

/// <summary>What labels need to know of the company. Configuration section <c>Labels</c>.</summary>
public sealed class LabelOptions
{
    /// <summary>The GS1 company prefix, 4 to 12 digits; null when the company has none.</summary>
    public string? CompanyPrefix { get; set; }

    /// <summary>Makes sure that labels can be numbered with them.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The prefix is none.</exception>
    public void Check() => OptionFaults.Refuse(
        CompanyPrefix is { } prefix && !Sscc.IsPrefix(prefix), this,
        $"Labels:CompanyPrefix '{CompanyPrefix}' is not a GS1 company prefix: {Sscc.ShortestPrefix} to "
        + $"{Sscc.LongestPrefix} digits.");
}
