namespace SupplyChain.Webhooks;

/// <summary>An attempt to deliver an event.</summary>
/// <param name="Id">
/// The delivery's id: <c>webhook-id</c> of the request, the same in every attempt, so that receivers know an event that
/// comes again.
/// </param>
/// <param name="Event">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Status">What came of it.</param>
/// <param name="HttpStatus">The status that the receiver answered; null when none came.</param>
/// <param name="Trouble">What was wrong, for people; null when it was delivered.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="NextAt">When it is tried again; null when it is not.</param>
[GenerateSerializer, Immutable, Alias("delivery-attempt")]
public sealed record DeliveryAttempt(
    [property: Id(0)] string Id,
    [property: Id(1)] string Event,
    [property: Id(2)] string Type,
    [property: Id(3)] int Attempt,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] DeliveryStatus Status,
    [property: Id(6)] int? HttpStatus,
    [property: Id(7)] string? Trouble,
    [property: Id(8)] long Milliseconds,
    [property: Id(9)] DateTimeOffset? NextAt);

/// <summary>What came of an attempt to deliver. The numbers are stable.</summary>
[GenerateSerializer, Alias("delivery-status")]
public enum DeliveryStatus
{
    /// <summary>The receiver took it: it answered with a status from 200 to 299.</summary>
    Delivered = 1,

    /// <summary>It did not; it is tried again.</summary>
    Failed = 2,

    /// <summary>It did not for three days; it is not tried again by itself.</summary>
    GivenUp = 3,
}

/// <summary>
/// Asks for the newest attempts of a webhook: 250 that succeeded are kept, and 250 that did not.
/// </summary>
/// <param name="Failures">Only those that failed.</param>
/// <param name="Limit">How many, 1 to 1,000.</param>
[GenerateSerializer, Immutable, Alias("list-deliveries")]
public sealed record ListDeliveries([property: Id(0)] bool Failures, [property: Id(1)] int Limit);
