using System.Globalization;
using Microsoft.AspNetCore.Components;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>When a shipment was promised and when it comes, on one line of days and in words.</summary>
public partial class PromiseSheet
{
    private const double Left = 24;
    private const double Width = 352;

    /// <summary>The shipment.</summary>
    [Parameter, EditorRequired] public ShipmentSeen Seen { get; set; } = default!;

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private ShipmentDetails Shipment => Seen.Shipment;

    private PromiseLine? Line => PromiseLine.Of(Seen, Viewer.BusinessNow);

    private bool IsAfter => Shipment.Eta.At is { } at && Shipment.Promise is { } promise
        && DateOnly.FromDateTime(at.DateTime) > promise;

    private string Said => string.Concat(Sentence.Select(part => part.Text));

    private IEnumerable<(string Text, bool IsStrong)> Sentence => PromiseWords.Of(Seen, Viewer);

    private static double X0(double place) => Left + (place * Width);

    private static string X(double place) => F(X0(place));

    /// <summary>A place for a word of that half width, not over the edge.</summary>
    private static double Inside(double x, double half) => Math.Clamp(x, half, 400 - (2 * half));

    private static string F(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
