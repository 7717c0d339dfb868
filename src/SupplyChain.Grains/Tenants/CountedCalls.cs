namespace SupplyChain.Tenants;

/// <summary>The calls of a tenant as they are stored: of two days by silo, of those before in total.</summary>
[GenerateSerializer, Alias("counted-calls")]
internal sealed record CountedCalls
{
    /// <summary>How long calls are remembered.</summary>
    public const int MaxDays = UsageQuery.MaxDays;

    /// <summary>What each silo has counted, today and yesterday.</summary>
    [Id(0)] public Items<SiloCalls> Shares { get; init; }

    /// <summary>The days before.</summary>
    [Id(1)] public Items<DayCalls> Settled { get; init; }

    /// <summary>Every day.</summary>
    public Items<DayCalls> Days =>
    [
        .. Settled,
        .. Shares.GroupBy(share => share.Day)
            .Select(day => new DayCalls(day.Key, day.Sum(share => share.Calls))).OrderBy(day => day.Day),
    ];

    /// <summary>With what a silo has counted. It counts upwards: the same again changes nothing.</summary>
    /// <param name="report">What it says; of days before yesterday nothing is taken any more.</param>
    /// <param name="today">Today, UTC.</param>
    public CountedCalls With(CallReport report, DateOnly today)
    {
        var shares = Shares.ToDictionary(share => (share.Silo, share.Day), share => share.Calls);
        foreach (var day in report.Days)
        {
            if (day.Day >= today.AddDays(-1) && shares.GetValueOrDefault((report.Silo, day.Day)) < day.Calls)
                shares[(report.Silo, day.Day)] = day.Calls;
        }
        return (this with
        {
            Shares = shares.OrderBy(share => share.Key.Day).ThenBy(share => share.Key.Silo, StringComparer.Ordinal)
                .Select(share => new SiloCalls(share.Key.Silo, share.Key.Day, share.Value)).ToItems(),
        }).SettledBefore(today.AddDays(-1));
    }

    private CountedCalls SettledBefore(DateOnly day) => Shares.All(share => share.Day >= day)
        ? this
        : new()
        {
            Shares = Shares.Where(share => share.Day >= day).ToItems(),
            Settled = Days.Where(settled => settled.Day < day && settled.Day > day.AddDays(-MaxDays)).ToItems(),
        };
}

/// <summary>What a silo has counted on a day.</summary>
[GenerateSerializer, Immutable, Alias("silo-calls")]
internal sealed record SiloCalls(
    [property: Id(0)] string Silo, [property: Id(1)] DateOnly Day, [property: Id(2)] long Calls);
