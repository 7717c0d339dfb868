using SupplyChain.Shipments;

namespace SupplyChain.Host.Nodes;

/// <summary>How labels are numbered: <c>SUPPLYCHAIN_Labels__CompanyPrefix</c>.</summary>
internal static class Labels
{
    // Of the prefix 952, which GS1 keeps for demonstrations and examples.
    private const string OfDemonstrations = "9521141";

    /// <summary>What the settings say; the demo world has a prefix for examples.</summary>
    /// <exception cref="VerbException">The company prefix is none.</exception>
    public static LabelOptions Configured(bool demo)
    {
        var labels = new LabelOptions();
        Settings.Bind("Labels", labels);
        if (string.IsNullOrEmpty(labels.CompanyPrefix))
        {
            labels.CompanyPrefix = demo ? OfDemonstrations : null;
        }
        else if (!Sscc.IsPrefix(labels.CompanyPrefix))
        {
            throw new VerbException(
                $"Labels:CompanyPrefix has to be a GS1 company prefix, {Sscc.ShortestPrefix} to {Sscc.LongestPrefix} "
                + $"digits, not '{labels.CompanyPrefix}'.",
                ExitCode.BadUsage);
        }

        return labels;
    }
}
