namespace SupplyChain.Tenants;

/// <summary>Asks how much a tenant has used. Days begin at midnight UTC.</summary>
/// <param name="From">The first day; null: 29 days before the last one.</param>
/// <param name="To">The day behind the last one; null: today is the last one.</param>
[GenerateSerializer, Immutable, Alias("usage-query")]
public sealed record UsageQuery([property: Id(0)] DateOnly? From = null, [property: Id(1)] DateOnly? To = null)
{
    /// <summary>The most days that can be asked for.</summary>
    public const int MaxDays = 400;

    internal const int UsualDays = 30;

    /// <summary>What is wrong with it; nothing in most cases.</summary>
    public Items<Fault> Validate()
    {
        var faults = new FaultList();
        faults.Date("from", From);
        faults.Date("to", To);
        if (From is { } from && To is { } to && to.DayNumber - from.DayNumber is < 1 or > MaxDays)
            faults.Add("to", FaultCodes.OutOfRange, "'to' is not 1 to 400 days after 'from'.");
        return faults.All;
    }

    /// <summary>The days that are meant: from the first one to before the last.</summary>
    /// <param name="today">Today, UTC.</param>
    public (DateOnly From, DateOnly To) Days(DateOnly today)
    {
        var to = To ?? (From is { } first && first > today ? first.AddDays(1) : today.AddDays(1));
        return (From is { } from && to.DayNumber - from.DayNumber <= MaxDays
            ? from
            : to.AddDays(From is null ? -UsualDays : -MaxDays), to);
    }
}

/// <summary>How much a tenant has used.</summary>
/// <param name="Days">The days on which it used something, the newest first.</param>
/// <param name="Bytes">Bytes of its events that are stored, of all time.</param>
/// <param name="Quotas">How much it may use.</param>
[GenerateSerializer, Immutable, Alias("tenant-usage")]
public sealed record TenantUsage(
    [property: Id(0)] Items<UsageDay> Days,
    [property: Id(1)] long Bytes,
    [property: Id(2)] TenantQuotas Quotas);

/// <summary>What a tenant used on a day.</summary>
/// <param name="Day">The day, UTC, by when events were recorded.</param>
/// <param name="Orders">New orders.</param>
/// <param name="Events">Events that were stored.</param>
/// <param name="Bytes">Bytes of what they say, as it is stored.</param>
/// <param name="Calls">
/// Calls of clients that were let in. A node that dies takes those of its last 10 s with it; they are never counted.
/// </param>
[GenerateSerializer, Immutable, Alias("usage-day")]
public sealed record UsageDay(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] long Orders,
    [property: Id(2)] long Events,
    [property: Id(3)] long Bytes,
    [property: Id(4)] long Calls);
