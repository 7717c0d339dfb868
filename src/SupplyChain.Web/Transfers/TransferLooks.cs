using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>How the statuses of transfers and the whereabouts of their units are shown.</summary>
internal static class TransferLooks
{
    /// <summary>Every status in the order a transfer goes through them.</summary>
    public static readonly TransferStatus[] Statuses = Enum.GetValues<TransferStatus>();

    /// <summary>How a status is shown.</summary>
    public static Look Of(TransferStatus status) => status switch
    {
        TransferStatus.Waiting => new("Waits for stock", "st-backordered", "warn"),
        TransferStatus.PartiallyReserved => new("Partly reserved", "st-partallocated", "warn"),
        TransferStatus.Reserved => new("Reserved", "st-allocated", "info"),
        TransferStatus.Released => new("Released", "st-released", "info"),
        TransferStatus.InTransit => new("In transit", "sh-intransit", "info"),
        TransferStatus.PartiallyReceived => new("Partly received", "st-delivered", "warn"),
        TransferStatus.Received => new("Received", "st-delivered", "good"),
        TransferStatus.Cancelled => new("Cancelled", "st-cancelled", "idle"),
        _ => new(status.ToString(), "st-placed", "idle"),
    };

    /// <summary>How units short or over are shown; null when neither is.</summary>
    public static Look? Difference(long missing, long over) => (missing, over) switch
    {
        (0, 0) => null,
        ( > 0, 0) => new($"{Words.Number(missing)} short", "ex-short", "bad"),
        (0, > 0) => new($"{Words.Number(over)} over", "ex-count", "warn"),
        _ => new($"{Words.Number(missing)} short, {Words.Number(over)} over", "ex-short", "bad"),
    };
}
