using SupplyChain.Planner;

namespace SupplyChain.Transfers;

/// <summary>Where units of a transfer are, of one line or of all of them.</summary>
/// <param name="Quantity">Units requested.</param>
/// <param name="Waiting">Units that wait for stock at the source.</param>
/// <param name="Reserved">Units reserved there, in no shipment yet.</param>
/// <param name="Released">Units in shipments that have not left.</param>
/// <param name="InTransit">Units on their way.</param>
/// <param name="Received">Units that arrived.</param>
/// <param name="Missing">Units found missing that did not turn up since.</param>
/// <param name="Surplus">Units that arrived beyond what left.</param>
/// <param name="Cancelled">Units that will not go.</param>
public sealed record TransferUnits(
    long Quantity, long Waiting, long Reserved, long Released, long InTransit, long Received, long Missing,
    long Surplus, long Cancelled)
{
    /// <summary>The units of a line. What was found missing and arrived later is neither missing nor surplus.</summary>
    public static TransferUnits Of(TransferLineDetails line) => new(
        line.Quantity, line.Waiting, line.Reserved, line.Released, line.InTransit, line.Received,
        Math.Max(0, line.Short - line.Over), Math.Max(0, line.Over - line.Short), line.Cancelled);

    /// <summary>The units of all lines.</summary>
    public static TransferUnits Of(TransferDetails transfer) => transfer.Lines.Select(Of).Aggregate(
        new TransferUnits(0, 0, 0, 0, 0, 0, 0, 0, 0),
        (sum, line) => new(
            sum.Quantity + line.Quantity, sum.Waiting + line.Waiting, sum.Reserved + line.Reserved,
            sum.Released + line.Released, sum.InTransit + line.InTransit, sum.Received + line.Received,
            sum.Missing + line.Missing, sum.Surplus + line.Surplus, sum.Cancelled + line.Cancelled));

    /// <summary>
    /// The parts of a bar, from those that are furthest to those that have not begun: what it is called, how many, and
    /// the class of its colour. Parts without units are left out.
    /// </summary>
    public IEnumerable<(string Word, long Units, string Class)> Parts => new[]
    {
        (Word: "received", Units: Received - Surplus, Class: "t-in"),
        (Word: "over", Units: Surplus, Class: "t-over"),
        (Word: "short", Units: Missing, Class: "t-short"),
        (Word: "in transit", Units: InTransit, Class: "t-way"),
        (Word: "released", Units: Released, Class: "t-out"),
        (Word: "reserved", Units: Reserved, Class: "t-kept"),
        (Word: "waiting", Units: Waiting, Class: "t-wait"),
        (Word: "cancelled", Units: Cancelled, Class: "t-none"),
    }.Where(part => part.Units > 0);

    /// <summary>Where they are, in words.</summary>
    public string Said => string.Join(", ", Parts.Select(part => $"{Words.Number(part.Units)} {part.Word}"));

    /// <summary>How units missing or surplus are shown; null when there are none.</summary>
    internal Look? Difference => TransferLooks.Difference(Missing, Surplus);
}
