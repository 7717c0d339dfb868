using SupplyChain.Planner;

namespace SupplyChain.Orders.Bulk;

/// <summary>How the results of a bulk are shown.</summary>
internal static class OrderOutcomes
{
    /// <summary>Those that need a look first.</summary>
    public static readonly OrderOutcome[] All =
    [
        OrderOutcome.Unknown, OrderOutcome.Refused, OrderOutcome.Stopped, OrderOutcome.Waiting, OrderOutcome.Done,
        OrderOutcome.IsSo,
    ];

    /// <summary>How one is shown.</summary>
    public static Look Of(OrderOutcome outcome) => outcome switch
    {
        OrderOutcome.Done => new("Done", "st-delivered", "good"),
        OrderOutcome.IsSo => new("Already so", "st-allocated", "info"),
        OrderOutcome.Refused => new("Refused", "st-rejected", "bad"),
        OrderOutcome.Unknown => new("No answer", "pr-late", "warn"),
        OrderOutcome.Stopped => new("Not tried", "st-cancelled", "idle"),
        _ => new("Waits", "st-placed", "idle"),
    };
}
