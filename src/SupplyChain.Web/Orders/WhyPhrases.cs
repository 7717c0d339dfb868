namespace SupplyChain.Orders;

/// <summary>Reasons why a warehouse was not chosen, as parts of sentences.</summary>
internal static class WhyPhrases
{
    /// <summary>A reason as part of a sentence that counts.</summary>
    public static string Phrase(RejectionReason reason) => reason switch
    {
        RejectionReason.NoStock => "with too few units",
        RejectionReason.Closed => "closed",
        RejectionReason.Farther => "farther away",
        RejectionReason.Later => "would arrive later",
        RejectionReason.Costlier => "would cost more",
        RejectionReason.MoreSplits => "would split the order further",
        RejectionReason.LowerBand => "in a lower priority band",
        RejectionReason.Rationed => "keeping stock for lines that wait",
        RejectionReason.UnknownLocation => "at an unknown place",
        _ => reason.ToString(),
    };

    /// <summary>A reason by itself.</summary>
    public static string Because(RejectionReason reason) => reason switch
    {
        RejectionReason.NoStock => "too few units left",
        RejectionReason.Closed => "it is closed",
        RejectionReason.Farther => "farther away, equal otherwise",
        RejectionReason.Later => "arrives later",
        RejectionReason.Costlier => "costs more",
        RejectionReason.MoreSplits => "would split the order further",
        RejectionReason.LowerBand => "lower priority band",
        RejectionReason.Rationed => "its stock is kept for lines that wait",
        RejectionReason.UnknownLocation => "where it is, is not known",
        _ => reason.ToString(),
    };

    /// <summary>How many were still equal after a goal, as part of a sentence.</summary>
    public static string Still(SourcingRule goal, string count, long units) => goal switch
    {
        SourcingRule.MostUnits when units == 1 => $"{count} could send it",
        SourcingRule.MostUnits => $"{count} could send all {Planner.Words.Number(units)}",
        SourcingRule.OnTime => $"{count} of them in time",
        SourcingRule.FewestShipments => $"{count} without a further shipment",
        SourcingRule.PriorityBand => $"{count} in the best priority band",
        SourcingRule.LowestCost => $"{count} at the lowest cost",
        _ => $"{count} as early",
    };
}
