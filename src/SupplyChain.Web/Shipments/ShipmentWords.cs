using System.Globalization;
using SupplyChain.Planner;

namespace SupplyChain.Shipments;

/// <summary>A shipment in a planner's words.</summary>
internal static class ShipmentWords
{
    /// <summary>Where it goes, as far as nothing personal says it.</summary>
    public static string Place(ShipmentDestination? to) => to is null
        ? "unknown"
        : string.Join(", ", new[] { to.Unlocode, to.Country }.OfType<string>());

    /// <summary>What was heard last.</summary>
    public static string Report(ShipmentReport? report) => report is null
        ? "Nothing was reported yet"
        : string.Join(", ", new[]
        {
            ShipmentLooks.Of(report.Kind).Word, report.Location,
            report.At is { } at ? Words.Exact(at) : "when is unknown",
        }.OfType<string>());

    /// <summary>How long something took, in two units where there is more than one.</summary>
    public static string Length(TimeSpan time)
    {
        var length = time.Duration();
        return length.TotalMinutes switch
        {
            < 1 => "under 1 min",
            < 60 => $"{(int)length.TotalMinutes} min",
            < 1_440 when length.Minutes == 0 => $"{length.Hours} h",
            < 1_440 => $"{length.Hours} h {length.Minutes:00}",
            < 14_400 when length.Hours == 0 => Words.Count(length.Days, "day"),
            < 14_400 => $"{Words.Count(length.Days, "day")} {length.Hours} h",
            _ => Words.Count(length.Days, "day"),
        };
    }

    /// <summary>A weight with its unit.</summary>
    public static string Weight(double kilograms) =>
        string.Create(CultureInfo.InvariantCulture, $"{kilograms:#,0.#} kg");

    /// <summary>What it carries: a product, or how many.</summary>
    public static string Goods(ShipmentDetails shipment)
    {
        var units = shipment.Lines.Sum(line => line.Quantity);
        var products = shipment.Lines.Select(line => line.Sku).Distinct().ToArray();
        var goods = products.Length == 1
            ? $"{Words.Number(units)} × {products[0]}"
            : $"{Words.Count(units, "unit")} of {Words.Count(products.Length, "product")}";
        return shipment.WeightKg is { } weight
            ? $"{goods}, {Weight(weight)}"
            : goods;
    }

    /// <summary>What a delivery says of lines; empty when it says nothing.</summary>
    public static string Parts(Milestone delivery) => string.Join("; ", delivery.Lines.Select(line =>
        $"line {line.Line}: {Words.Number(line.Delivered)} well"
        + (line.Damaged > 0 ? $", {Words.Number(line.Damaged)} damaged" : "")
        + (line.Refused > 0 ? $", {Words.Number(line.Refused)} refused" : "")));

    /// <summary>What the transport costs.</summary>
    public static string Freight(Money freight) =>
        string.Create(CultureInfo.InvariantCulture, $"{freight.Currency} {freight.Amount:N2}");
}
