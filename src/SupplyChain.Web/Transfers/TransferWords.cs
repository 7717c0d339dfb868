using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>A transfer in a planner's words.</summary>
internal static class TransferWords
{
    /// <summary>What can be released: reserved, and in no shipment.</summary>
    public static long Releasable(TransferDetails transfer) => transfer.Lines.Sum(line => line.Reserved);

    /// <summary>What can be received.</summary>
    public static long InTransit(TransferDetails transfer) => transfer.Lines.Sum(line => line.InTransit);

    /// <summary>What a cancellation would take back: waiting, reserved, or in a shipment that has not left.</summary>
    public static long Cancellable(TransferDetails transfer) => transfer.CancelReason is not null
        ? 0
        : transfer.Lines.Sum(line => line.Waiting + line.Reserved + line.Released);

    /// <summary>What happens next, or what came of it, in a sentence.</summary>
    public static string Sentence(TransferDetails transfer, string from, string to)
    {
        var units = TransferUnits.Of(transfer);
        return string.Join(' ', Parts().Where(part => part.Length > 0));

        IEnumerable<string> Parts()
        {
            yield return units.Waiting == 0 ? ""
                : $"{Words.Count(units.Waiting, "unit waits", "units wait")} for stock in {from}.";
            yield return units.Reserved == 0 ? ""
                : $"{Words.Count(units.Reserved, "unit is", "units are")} reserved there and can be released.";
            yield return units.Released == 0 ? ""
                : $"{Words.Count(units.Released, "unit is", "units are")} in a shipment that has not left.";
            yield return units.InTransit == 0 ? ""
                : $"{Words.Count(units.InTransit, "unit is", "units are")} on the way to {to}.";
            yield return units.Missing == 0 ? ""
                : $"{Words.Count(units.Missing, "unit", "units")} left {from} and did not arrive.";
            yield return units.Surplus == 0 ? ""
                : $"{Words.Count(units.Surplus, "unit", "units")} arrived beyond what left.";
            yield return transfer.Status == TransferStatus.Received && units is { Missing: 0, Surplus: 0 }
                ? $"All that left {from} arrived." : "";
        }
    }

    /// <summary>What it moves: a product, or how many.</summary>
    public static string Goods(TransferDetails transfer) => transfer.Lines is [var only]
        ? $"{Words.Number(only.Quantity)} × {only.Sku}"
        : $"{Words.Count(transfer.Lines.Sum(line => line.Quantity), "unit")} of "
            + Words.Count(transfer.Lines.Count, "product");

    /// <summary>How a line is on a small screen: what of it is furthest behind.</summary>
    public static Look Line(TransferLineDetails line) => line switch
    {
        { Waiting: > 0 } => new($"{Words.Number(line.Waiting)} wait", "st-backordered", "warn"),
        { Reserved: > 0 } => new($"{Words.Number(line.Reserved)} reserved", "st-allocated", "info"),
        { Released: > 0 } => new($"{Words.Number(line.Released)} released", "st-released", "info"),
        { InTransit: > 0 } => new($"{Words.Number(line.InTransit)} in transit", "sh-intransit", "info"),
        _ when TransferUnits.Of(line).Difference is { } difference => difference,
        { Received: > 0 } => new($"{Words.Number(line.Received)} received", "st-delivered", "good"),
        _ => new("cancelled", "st-cancelled", "idle"),
    };

    /// <summary>Units of lines in words: "line 1: 3, line 2: 4".</summary>
    public static string Lines(IEnumerable<ReceiveTransferLine> lines) => string.Join(", ", lines
        .Select(line => $"line {Words.Plain(line.Line)}: {Words.Number(line.Quantity)}"));
}
