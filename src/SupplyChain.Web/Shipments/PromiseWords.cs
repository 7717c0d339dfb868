using System.Globalization;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>When a shipment was promised and when it comes, as a sentence.</summary>
internal static class PromiseWords
{
    /// <summary>Its parts; the strong ones are the dates.</summary>
    public static IEnumerable<(string Text, bool IsStrong)> Of(ShipmentSeen seen, Viewer viewer)
    {
        var shipment = seen.Shipment;
        if (shipment.Status == ShipmentStatus.Cancelled)
        {
            yield return ("Cancelled: nothing of it arrives. Its goods stay with the order.", false);
            yield break;
        }

        var because = shipment.Eta.Reason.TrimEnd('.');
        because = because.Length > 0 ? char.ToLowerInvariant(because[0]) + because[1..] : "without a reason";
        if (shipment.Eta.At is not { } at)
        {
            yield return ($"When it {(seen.IsOpen ? "arrives" : "arrived")} is unknown: {because}.", false);
        }
        else
        {
            yield return (seen.IsOpen ? "Expected " : "Arrived ", false);
            yield return (Moment(at, viewer), true);
            yield return (seen.IsOpen ? $" local time: {because}." : " local time.", false);
        }

        if (shipment.Promise is not { } promise)
        {
            yield return (" Nothing was promised.", false);
            yield break;
        }

        yield return (" Promised for ", false);
        yield return (Words.Day(promise, viewer.Now), true);
        var over = viewer.Today.DayNumber - promise.DayNumber;
        yield return (seen.IsOpen && over > 0 ? $", which was over {Words.Count(over, "day")} ago." : ".", false);
    }

    private static string Moment(DateTimeOffset at, Viewer viewer) =>
        Words.Day(DateOnly.FromDateTime(at.DateTime), viewer.Now)
        + at.ToString("', 'HH:mm", CultureInfo.InvariantCulture);
}
