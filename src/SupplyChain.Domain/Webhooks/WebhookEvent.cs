namespace SupplyChain.Webhooks;

/// <summary>What can happen to a webhook.</summary>
public abstract record WebhookEvent
{
    private WebhookEvent() { }

    /// <summary>It was set up.</summary>
    /// <param name="Url">Where events are posted to.</param>
    /// <param name="Types">Which types of events; none for all.</param>
    /// <param name="Salt">What its secret is derived from, with the tenant's key; no secret itself.</param>
    /// <param name="StartsAfter">The feed's position at that moment: what comes after it is delivered.</param>
    [EventType("webhook.created", Since = 2)]
    public sealed record Created(string Url, Items<string> Types, string Salt, string StartsAfter) : WebhookEvent;

    /// <summary>It delivers somewhere else, or other types.</summary>
    [EventType("webhook.changed", Since = 2)]
    public sealed record Changed(string Url, Items<string> Types) : WebhookEvent;

    /// <summary>It delivers nothing until it is resumed.</summary>
    [EventType("webhook.paused", Since = 2)]
    public sealed record Paused : WebhookEvent;

    /// <summary>It goes on where it stopped.</summary>
    [EventType("webhook.resumed", Since = 2)]
    public sealed record Resumed : WebhookEvent;

    /// <summary>It stopped by itself: its receiver took nothing for days, or is gone.</summary>
    [EventType("webhook.disabled", Since = 2)]
    public sealed record Disabled(string Reason) : WebhookEvent;

    /// <summary>It has another secret; the former one is used beside it for a day.</summary>
    [EventType("webhook.secret-rotated", Since = 2)]
    public sealed record SecretRotated(string Salt) : WebhookEvent;

    /// <summary>An event was not taken for days and is not tried again by itself.</summary>
    [EventType("webhook.delivery-given-up", Since = 2)]
    public sealed record DeliveryGivenUp(string Event, string Reason) : WebhookEvent;

    /// <summary>Events that had been given up were delivered after all.</summary>
    [EventType("webhook.deliveries-made-up", Since = 2)]
    public sealed record DeliveriesMadeUp(Items<string> Events) : WebhookEvent;

    /// <summary>It was deleted.</summary>
    [EventType("webhook.deleted", Since = 2)]
    public sealed record Deleted : WebhookEvent;
}
