namespace SupplyChain.Tenants;

/// <summary>
/// The tenant has used up a quota; nothing was stored. It is not tried again by itself: repeat it when
/// <see cref="EndsAt"/> is over, or after an operator has raised the quota.
/// </summary>
/// <param name="message">Which quota and how much it is, for people.</param>
/// <param name="quota">Which quota.</param>
/// <param name="limit">How much it is.</param>
/// <param name="endsAt">When the day is over; null for a quota of all time.</param>
[GenerateSerializer, Alias("quota-exceeded")]
public sealed class QuotaExceededException(string message, Quota quota, long limit, DateTimeOffset? endsAt)
    : Exception(message)
{
    /// <summary>Which quota.</summary>
    [Id(0)] public Quota Quota { get; } = quota;

    /// <summary>How much it is.</summary>
    [Id(1)] public long Limit { get; } = limit;

    /// <summary>When the day is over; null for a quota of all time.</summary>
    [Id(2)] public DateTimeOffset? EndsAt { get; } = endsAt;
}
