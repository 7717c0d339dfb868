namespace SupplyChain.Operations;

/// <summary>Figures in total and, when asked for, per group. For the members see <see cref="KpiFigures"/>.</summary>
public sealed record KpiAnswer(
    long LinesDelivered,
    long LinesOnTime,
    decimal? OnTimePercent,
    decimal? OtifPercent,
    decimal? FillRatePercent,
    long UnitsShipped,
    decimal? Value,
    string? Currency,
    Items<Money>? Values,
    Items<KpiAnswer.Group>? Groups)
{
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
        reply.Groups?.Select(group => Group.Of(group.Key, group.Figures)).ToItems());

    /// <summary>Figures of one group; the key as given, <c>unknown</c> when absent.</summary>
    public sealed record Group(
        string Key,
        long LinesDelivered,
        long LinesOnTime,
        decimal? OnTimePercent,
        decimal? OtifPercent,
        decimal? FillRatePercent,
        long UnitsShipped,
        decimal? Value,
        string? Currency,
        Items<Money>? Values)
    {
        internal static Group Of(string key, KpiFigures figures) => new(
            key,
            figures.LinesDelivered,
            figures.LinesOnTime,
            figures.OnTimePercent,
            figures.OtifPercent,
            figures.FillRatePercent,
            figures.UnitsShipped,
            figures.Value,
            figures.Currency,
            figures.Values);
    }
}
