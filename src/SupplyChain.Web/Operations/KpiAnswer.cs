using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Operations;

/// <summary>Figures over the lines delivered in a period, in total and, when asked for, per group. Percentages 0–100
/// with 2 decimals; null without a denominator.</summary>
/// <param name="LinesDelivered">Lines of which every uncancelled unit is delivered.</param>
/// <param name="LinesOnTime">Of those with a scheduled date: delivered on or before it.</param>
/// <param name="OnTimePercent">On time per delivered line with a scheduled date.</param>
/// <param name="OtifPercent">On time, in full, undamaged per line delivered or overdue in the period.</param>
/// <param name="FillRatePercent">Units reserved at first allocation per unit ordered.</param>
/// <param name="UnitsShipped">Units of the delivered lines.</param>
/// <param name="Value">Their value, when all have one currency; else null.</param>
/// <param name="Currency">That currency.</param>
/// <param name="Values">Their value per currency; absent unless there are several.</param>
/// <param name="Groups">The same per group; absent when it was not asked for.</param>
public sealed record KpiAnswer(
    long LinesDelivered,
    long LinesOnTime,
    [property: Range(0, KpiAnswer.AllPercent)] decimal? OnTimePercent,
    [property: Range(0, KpiAnswer.AllPercent)] decimal? OtifPercent,
    [property: Range(0, KpiAnswer.AllPercent)] decimal? FillRatePercent,
    long UnitsShipped,
    decimal? Value,
    string? Currency,
    [property: JsonIgnore(Condition = WhenWritingNull)] Items<Money>? Values,
    [property: JsonIgnore(Condition = WhenWritingNull)] Items<KpiAnswer.Group>? Groups)
{
    private const int AllPercent = 100;

    internal static KpiAnswer Of(KpiReply reply) => new(
        reply.Total.LinesDelivered,
        reply.Total.LinesOnTime,
        reply.Total.OnTimePercent,
        reply.Total.OtifPercent,
        reply.Total.FillRatePercent,
        reply.Total.UnitsShipped,
        reply.Total.Value,
        reply.Total.Currency,
        reply.Total.Values,
        reply.Groups?.Each(Group.Of));

    /// <summary>Figures of one group.</summary>
    /// <param name="Key">What its lines have in common, as given; <c>unknown</c> when absent.</param>
    /// <param name="LinesDelivered">Lines of which every uncancelled unit is delivered.</param>
    /// <param name="LinesOnTime">Of those with a scheduled date: delivered on or before it.</param>
    /// <param name="OnTimePercent">On time per delivered line with a scheduled date.</param>
    /// <param name="OtifPercent">On time, in full, undamaged per line delivered or overdue in the period.</param>
    /// <param name="FillRatePercent">Units reserved at first allocation per unit ordered.</param>
    /// <param name="UnitsShipped">Units of the delivered lines.</param>
    /// <param name="Value">Their value, when all have one currency; else null.</param>
    /// <param name="Currency">That currency.</param>
    /// <param name="Values">Their value per currency; absent unless there are several.</param>
    public sealed record Group(
        string Key,
        long LinesDelivered,
        long LinesOnTime,
        [property: Range(0, AllPercent)] decimal? OnTimePercent,
        [property: Range(0, AllPercent)] decimal? OtifPercent,
        [property: Range(0, AllPercent)] decimal? FillRatePercent,
        long UnitsShipped,
        decimal? Value,
        string? Currency,
        [property: JsonIgnore(Condition = WhenWritingNull)] Items<Money>? Values)
    {
        internal static Group Of(KpiGroup group) => new(
            group.Key,
            group.Figures.LinesDelivered,
            group.Figures.LinesOnTime,
            group.Figures.OnTimePercent,
            group.Figures.OtifPercent,
            group.Figures.FillRatePercent,
            group.Figures.UnitsShipped,
            group.Figures.Value,
            group.Figures.Currency,
            group.Figures.Values);
    }
}
