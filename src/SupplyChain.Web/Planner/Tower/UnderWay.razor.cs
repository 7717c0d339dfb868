using Microsoft.AspNetCore.Components;
using SupplyChain.Network;
using SupplyChain.Planner.Map;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>Shipments under way.</summary>
public partial class UnderWay
{
    private const int MaxRowsShown = 50;

    private static readonly (string View, string Word)[] Views =
        [("both", "Both"), ("map", "Map"), ("table", "Table")];

    private readonly HeldRows<ShipmentSummary> _rows = new(one => one.Id.Value);
    private IReadOnlyList<ShipmentSummary>? _drawn;
    private bool _isPaused;

    /// <summary>What was read.</summary>
    [Parameter, EditorRequired]
    public TowerSeen Seen { get; set; } = default!;

    /// <summary>Both, map or table.</summary>
    [Parameter, EditorRequired]
    public string View { get; set; } = "both";

    /// <summary>The shipment the address names; the worst when it names none that is under way.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>Another view is wanted.</summary>
    [Parameter]
    public EventCallback<string> OnView { get; set; }

    /// <summary>Another shipment is selected.</summary>
    [Parameter]
    public EventCallback<string> OnSelect { get; set; }

    [CascadingParameter] private Viewer Viewer { get; set; } = default!;

    private ShipmentSummary? Chosen =>
        Seen.Shipments.FirstOrDefault(one => one.Id.Value == Selected)
        ?? (Seen.Shipments is [var worst, ..] ? worst : null);

    private string Caveat => (Seen.Map.Unplaced, View) switch
    {
        (_, "table") => "",
        (0, _) => ", positions estimated between reports",
        _ => $", positions estimated between reports, {Words.Number(Seen.Map.Unplaced)} without coordinates",
    };

    private string MapLabel => $"World map of {Words.Count(Seen.Shipments.Count - Seen.Map.Unplaced, "shipment")} and "
        + $"{Words.Count(Seen.Warehouses.Count, "warehouse")}; the table holds the same shipments";

    private string Foot => (Seen.Shipments.Count, Seen.UnderWay.Shipments) switch
    {
        (0, _) => "No shipment is under way",
        var (shown, all) when View == "map" => shown == all
            ? Words.Count(all, "shipment")
            : $"{Words.Number(shown)} of {Words.Number(all)} on the map, the worst",
        var (shown, all) =>
            $"{Words.Number(Math.Min(MaxRowsShown, Math.Min(shown, all)))} of {Words.Number(all)}, worst first",
    };

    private IEnumerable<(Look Look, long Count, string Path, bool IsSmall)> Legend
    {
        get
        {
            var (counts, closed) = (Seen.UnderWay, Seen.Warehouses.Values.Count(TowerMap.IsClosed));
            yield return (
                new("On time", "pr-ontime", "good"), counts.OnTime, Standing(ShipmentStanding.OnTime), true);
            yield return (
                new("At risk", "pr-atrisk", "warn"), counts.AtRisk, Standing(ShipmentStanding.AtRisk), true);
            yield return (new("Late", "pr-late", "bad"), counts.Late, Standing(ShipmentStanding.Late), true);
            yield return (
                new("No ETA", "pr-noeta", "idle"), counts.Unknown, Standing(ShipmentStanding.Unknown), false);
            if (Seen.Shipments.Count(one => one.Exception is not null) is > 0 and var met)
                yield return (new("Exception", "pr-exception", "bad"), met, TowerQueries.ExceptionsPath, false);
            yield return (
                new("Warehouse", "map-site", "idle"), Seen.Warehouses.Count - closed, "/warehouses?status=Open", false);
            if (closed > 0)
                yield return (new("Closed", "wh-closed", "bad"), closed, "/warehouses?status=Closed", false);
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_drawn == Seen.Shipments)
            return;
        _drawn = Seen.Shipments;
        _rows.Take([.. Seen.Shipments.Take(MaxRowsShown)], Seen.Shipments.Count > MaxRowsShown);
    }

    private static string Standing(ShipmentStanding standing) => TowerQueries.Standing(standing);

    private static string Path(ShipmentSummary shipment) => $"/shipments/{shipment.Id}";

    private Task Pick(string shipment) => OnSelect.InvokeAsync(shipment);

    private string Way(ShipmentSummary shipment) => $"{TowerWords.Route(shipment, Seen)}, "
        + $"{Words.Count(shipment.Units, "unit")} by {shipment.Mode.ToLowerInvariant()}";

    private string Dates(ShipmentSummary shipment)
    {
        var expected = shipment.Eta.At is { } at
            ? Words.Date(DateOnly.FromDateTime(at.DateTime), Viewer.Now)
            : "unknown";
        return shipment.Promise is { } promise
            ? $"expected {expected}, promised {Words.Date(promise, Viewer.Now)}"
            : $"expected {expected}";
    }

    private string Report(ShipmentSummary shipment) => TowerWords.LastReport(shipment, Viewer.BusinessNow) switch
    {
        null => "no report yet",
        "just now" => "report just now",
        var age => $"report {age} ago",
    };

    private static string? ReportTitle(ShipmentSummary shipment) =>
        shipment.LastReport is { } report ? Words.Exact(report.At ?? report.RecordedAt) : null;
}
