namespace SupplyChain.Webhooks;

/// <summary>An event that waits for another attempt, or for one of its entity before it.</summary>
/// <param name="Event">The event's id.</param>
/// <param name="Subject">The entity.</param>
/// <param name="Sequence">Its place among the entity's events.</param>
/// <param name="Type">Its type.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="FirstAt">When it was tried first; null when it was not.</param>
/// <param name="NextAt">When it is tried next, once it is the first of its entity.</param>
[GenerateSerializer, Immutable, Alias("waiting-delivery")]
internal sealed record WaitingDelivery(
    [property: Id(0)] string Event,
    [property: Id(1)] string Subject,
    [property: Id(2)] long Sequence,
    [property: Id(3)] string Type,
    [property: Id(4)] int Attempts,
    [property: Id(5)] DateTimeOffset? FirstAt,
    [property: Id(6)] DateTimeOffset NextAt);

/// <summary>How far a webhook is, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("webhook-progress")]
internal sealed record WebhookProgress
{
    /// <summary>Where the webhook began; another one of the same id begins anew.</summary>
    [Id(0)] public string From { get; init; } = "";

    /// <summary>Everything up to there was delivered, waits, or was given up.</summary>
    [Id(1)] public string Position { get; init; } = "";

    /// <summary>What waits.</summary>
    [Id(2)] public Items<WaitingDelivery> Waiting { get; init; }

    /// <summary>Since when no attempt has succeeded; null when the newest one did.</summary>
    [Id(3)] public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When an event was taken last.</summary>
    [Id(4)] public DateTimeOffset? DeliveredAt { get; init; }
}

/// <summary>The newest attempts, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("webhook-attempts")]
internal sealed record WebhookAttempts
{
    /// <summary>The oldest first.</summary>
    [Id(0)] public Items<DeliveryAttempt> All { get; init; }
}
