using SupplyChain.Shipments;

namespace SupplyChain.Host.Nodes;

/// <summary>How labels are numbered: <c>SUPPLYCHAIN_Labels__CompanyPrefix</c>.</summary>
internal static class Labels
{
    // Of the prefix 952, which GS1 keeps for demonstrations and examples.
    private const string OfDemonstrations = "9521141";

    /// <summary>What the settings say; the demo world has a prefix for examples.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The prefix is none.</exception>
    public static LabelOptions Configured(bool demo)
    {
        var labels = new LabelOptions();
        Settings.Bind("Labels", labels);
        if (string.IsNullOrEmpty(labels.CompanyPrefix))
            labels.CompanyPrefix = demo ? OfDemonstrations : null;
        labels.Check();
        return labels;
    }
}
