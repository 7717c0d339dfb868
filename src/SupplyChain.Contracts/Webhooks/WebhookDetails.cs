namespace SupplyChain.Webhooks;

/// <summary>A webhook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Types">Which types of events; none for all.</param>
/// <param name="Status">Whether it delivers.</param>
/// <param name="Reason">Why it does not, when it was disabled.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="Position">Everything up to there was delivered, waits, or was given up.</param>
/// <param name="Waiting">How many events behind that wait for another attempt, or for one before them.</param>
/// <param name="GivenUp">Events that were not taken for three days; replay them, or everything from a position.</param>
/// <param name="FailingSince">Since when no attempt has succeeded; null when the newest one did.</param>
/// <param name="DeliveredAt">When an event was taken last; null when none was.</param>
/// <param name="Version">Its version.</param>
/// <param name="Secret">
/// What receivers verify signatures with (<c>whsec_…</c>); shown when it was made, null otherwise.
/// </param>
/// <param name="FormerSecretUntil">
/// Until when events are signed with the former secret as well; null when there is none.
/// </param>
[GenerateSerializer, Immutable, Alias("webhook-details")]
public sealed record WebhookDetails(
    [property: Id(0)] WebhookId Id,
    [property: Id(1)] string Url,
    [property: Id(2)] Items<string> Types,
    [property: Id(3)] WebhookStatus Status,
    [property: Id(4)] string? Reason,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] string Position,
    [property: Id(7)] int Waiting,
    [property: Id(8)] Items<string> GivenUp,
    [property: Id(9)] DateTimeOffset? FailingSince,
    [property: Id(10)] DateTimeOffset? DeliveredAt,
    [property: Id(11)] long Version,
    [property: Id(12)] string? Secret = null,
    [property: Id(13)] DateTimeOffset? FormerSecretUntil = null)
{
    /// <summary>The webhook without its secret: logs never show it.</summary>
    public override string ToString() => $"{Id} ({Status})";
}

/// <summary>The answer to a command on a webhook; one that was deleted is shown as it was.</summary>
[GenerateSerializer, Immutable, Alias("webhook-reply")]
public sealed record WebhookReply : Reply<WebhookDetails>;
