namespace SupplyChain.Events;

/// <summary>
/// A webhook was set up. Its address is not published: addresses of receivers often hold a word that lets in.
/// </summary>
/// <param name="Types">Which types of events it delivers; none for all.</param>
/// <param name="StartsAfter">The feed's position after which it delivers.</param>
[CloudEventType("supplychain.webhook.created.v1")]
public sealed record WebhookCreated(Items<string> Types, string StartsAfter);

/// <summary>A webhook delivers somewhere else, or other types.</summary>
/// <param name="Types">Which types of events it delivers; none for all.</param>
[CloudEventType("supplychain.webhook.changed.v1")]
public sealed record WebhookChanged(Items<string> Types);

/// <summary>A webhook delivers nothing until it is resumed.</summary>
[CloudEventType("supplychain.webhook.paused.v1")]
public sealed record WebhookPaused;

/// <summary>A webhook goes on where it stopped.</summary>
[CloudEventType("supplychain.webhook.resumed.v1")]
public sealed record WebhookResumed;

/// <summary>A webhook stopped by itself.</summary>
/// <param name="Reason">Why, for people.</param>
[CloudEventType("supplychain.webhook.disabled.v1")]
public sealed record WebhookDisabled(string Reason);

/// <summary>A webhook has another secret; the former one is used beside it for a day.</summary>
[CloudEventType("supplychain.webhook.secret-rotated.v1")]
public sealed record WebhookSecretRotated;

/// <summary>An event was not taken for three days and is not tried again by itself.</summary>
/// <param name="Event">The event's id.</param>
/// <param name="Reason">What the receiver answered last, for people.</param>
[CloudEventType("supplychain.webhook.delivery-given-up.v1")]
public sealed record WebhookDeliveryGivenUp(string Event, string Reason);

/// <summary>Events that had been given up were delivered after all.</summary>
/// <param name="Events">Their ids.</param>
[CloudEventType("supplychain.webhook.deliveries-made-up.v1")]
public sealed record WebhookDeliveriesMadeUp(Items<string> Events);

/// <summary>A webhook was deleted.</summary>
[CloudEventType("supplychain.webhook.deleted.v1")]
public sealed record WebhookDeleted;
