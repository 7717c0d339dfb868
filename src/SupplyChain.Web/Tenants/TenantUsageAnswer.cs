namespace SupplyChain.Tenants;

/// <summary>How much a tenant has used.</summary>
/// <param name="Items">The days on which it used something, the newest first.</param>
/// <param name="Bytes">Bytes of its events that are stored, of all time.</param>
/// <param name="Quotas">How much it may use.</param>
[SchemaName("TenantUsage")]
public sealed record TenantUsageAnswer(Items<UsageDayAnswer> Items, long Bytes, TenantQuotasAnswer Quotas)
{
    internal static TenantUsageAnswer Of(TenantUsage usage) =>
        new(usage.Days.Each(UsageDayAnswer.Of), usage.Bytes, TenantQuotasAnswer.Of(usage.Quotas));
}

/// <summary>What a tenant used on a day.</summary>
/// <param name="Day">The day, UTC, by when events were recorded.</param>
/// <param name="Orders">New orders.</param>
/// <param name="Events">Events that were stored.</param>
/// <param name="Bytes">Bytes of what they say, as it is stored.</param>
/// <param name="Calls">
/// Calls of clients that were let in; those of a node's last 10 s are lost when it dies, and never counted.
/// </param>
[SchemaName("UsageDay")]
public sealed record UsageDayAnswer(DateOnly Day, long Orders, long Events, long Bytes, long Calls)
{
    internal static UsageDayAnswer Of(UsageDay day) => new(day.Day, day.Orders, day.Events, day.Bytes, day.Calls);
}
