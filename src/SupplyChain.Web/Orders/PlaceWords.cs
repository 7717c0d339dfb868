using SupplyChain.Network;
using SupplyChain.Planner;

namespace SupplyChain.Orders;

/// <summary>A quote in a planner's words.</summary>
internal static class PlaceWords
{
    /// <summary>All of it in one sentence.</summary>
    public static string Sentence(QuoteDetails quote, DateTimeOffset now)
    {
        if (quote.Rejection is { } rejection)
            return $"It would be rejected: {rejection.Message}";
        var (had, waits) = (quote.Lines.Sum(line => line.Allocated), quote.Lines.Sum(line => line.Backordered));
        var promise = quote.Promise is { } day && had > 0 ? $", the last of them there on {Words.Day(day, now)}" : "";
        return waits == 0 ? $"All {Words.Count(had, "unit")} can be had now{promise}."
            : had == 0 ? $"Nothing can be had now; {Words.Count(waits, "unit")} would wait for stock."
            : $"{Words.Number(had)} of {Words.Count(had + waits, "unit")} can be had now{promise}; "
                + $"{Words.Count(waits, "waits", "wait")} for stock.";
    }

    /// <summary>What one line would get.</summary>
    public static Look Of(QuotedLine line, Func<WarehouseId, string> site, DateTimeOffset now)
    {
        var from = Words.List([.. line.Allocations.Select(units =>
            $"{Words.Number(units.Quantity)} from {site(units.Warehouse)}")]);
        var day = line.Promise is { } promise ? $", there on {Words.Day(promise, now)}" : "";
        return line switch
        {
            { Backordered: 0, Allocated: > 0 } => new($"{from}{day}", "st-allocated", "good"),
            { Allocated: > 0 } => new(
                $"{from}{day}; {Words.Count(line.Backordered, "waits", "wait")}: {Reason(line)}",
                "st-partallocated", "warn"),
            { Backordered: > 0 } => new(
                $"{Words.Count(line.Backordered, "waits", "wait")}: {Reason(line)}", "st-backordered", "warn"),
            _ => new($"cannot be had: {Reason(line)}", "st-rejected", "bad"),
        };
    }

    /// <summary>Why a warehouse would be chosen.</summary>
    public static string Why(Why why, Func<WarehouseId, string> site) => why.Rule switch
    {
        SourcingRule.Pinned => "The line names it.",
        SourcingRule.OnlyCandidate => "No other place is left to choose.",
        _ when why.Rejected is [var nearest, ..] => $"Chosen before {site(nearest.Warehouse)}: {Goal(why.Rule)}.",
        _ => $"{char.ToUpperInvariant(Goal(why.Rule)[0])}{Goal(why.Rule)[1..]}.",
    };

    private static string Goal(SourcingRule rule) => rule switch
    {
        SourcingRule.MostUnits => "it has more units",
        SourcingRule.OnTime => "more arrives in time",
        SourcingRule.FewestShipments => "it takes fewer shipments",
        SourcingRule.PriorityBand => "it is preferred",
        SourcingRule.LowestCost => "it costs less",
        SourcingRule.EarliestArrival => "it arrives sooner",
        _ => "everything else is equal",
    };

    private static string Reason(QuotedLine line) => ForeseenWords.Reason(line.Waits switch
    {
        { Rejected: [var nearest, ..] } => nearest.Reason,
        { Others.IsEmpty: false } counted => counted.Others.Keys.First(),
        _ => RejectionReason.NoStock,
    });
}
