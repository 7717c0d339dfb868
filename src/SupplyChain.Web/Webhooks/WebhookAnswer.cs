using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace SupplyChain.Webhooks;

/// <summary>A webhook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where events are posted to.</param>
/// <param name="Types">Which types of events; none for all.</param>
/// <param name="Status">Whether it delivers.</param>
/// <param name="Reason">Why it stopped by itself; null when it did not.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="Position">Everything up to there was delivered, waits, or was given up.</param>
/// <param name="Waiting">How many events wait for another attempt, or for one of their entity before them.</param>
/// <param name="GivenUp">Events that were not taken for three days; replay them, or everything from a position.</param>
/// <param name="FailingSince">Since when no attempt has succeeded; null when the newest one did.</param>
/// <param name="DeliveredAt">When an event was taken last; null when none was.</param>
/// <param name="FormerSecretUntil">
/// Until when events are signed with the former secret as well; null when there is none.
/// </param>
/// <param name="Version">Its version.</param>
[SchemaName("Webhook")]
public sealed record WebhookAnswer(
    WebhookId Id,
    [property: MaxLength(PutWebhook.MaxUrl)] string Url,
    [property: MaxLength(PutWebhook.MaxTypes)] Items<string> Types,
    WebhookStatus Status,
    string? Reason,
    DateTimeOffset CreatedAt,
    string Position,
    int Waiting,
    Items<string> GivenUp,
    DateTimeOffset? FailingSince,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? FormerSecretUntil,
    long Version) : EntityAnswer, IVersioned
{
    /// <summary>Whether it delivers: its status is <c>Active</c>.</summary>
    public bool Enabled => Status == WebhookStatus.Active;

    /// <summary>
    /// What receivers verify signatures with (<c>whsec_…</c>, Standard Webhooks); only in the answer that made it.
    /// </summary>
    [JsonIgnore(Condition = WhenWritingNull)]
    public string? Secret { get; init; }

    internal static WebhookAnswer Of(WebhookDetails hook) => new(
        hook.Id, hook.Url, hook.Types, hook.Status, hook.Reason, hook.CreatedAt, hook.Position, hook.Waiting,
        hook.GivenUp, hook.FailingSince, hook.DeliveredAt, hook.FormerSecretUntil, hook.Version)
    {
        Secret = hook.Secret,
    };
}

/// <summary>An attempt to deliver an event.</summary>
/// <param name="Id">The delivery's id: <c>webhook-id</c> of the request, the same in every attempt.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Status">What came of it.</param>
/// <param name="HttpStatus">The status that the receiver answered; null when none came.</param>
/// <param name="Trouble">What was wrong; null when it was delivered.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="NextAt">When it is tried again; null when it is not.</param>
[SchemaName("DeliveryAttempt")]
public sealed record DeliveryAttemptAnswer(
    string Id,
    string Event,
    string Type,
    int Attempt,
    DateTimeOffset At,
    DeliveryStatus Status,
    int? HttpStatus,
    string? Trouble,
    long Milliseconds,
    DateTimeOffset? NextAt)
{
    internal static DeliveryAttemptAnswer Of(DeliveryAttempt attempt) => new(
        attempt.Id, attempt.Event, attempt.Type, attempt.Attempt, attempt.At, attempt.Status, attempt.HttpStatus,
        attempt.Trouble, attempt.Milliseconds, attempt.NextAt);
}
