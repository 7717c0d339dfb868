namespace SupplyChain.Operations;

/// <summary>What a planner has to look at.</summary>
[GenerateSerializer, Alias("exception-kind")]
public enum ExceptionKind
{
    /// <summary>An undispatched shipment lost units it was to take.</summary>
    Short = 1,

    /// <summary>The promised date has passed and goods are not delivered.</summary>
    Late = 2,

    /// <summary>The estimated arrival is after the promise.</summary>
    AtRisk = 3,

    /// <summary>An undispatched shipment was picked in a warehouse that closed.</summary>
    WarehouseClosed = 4,

    /// <summary>A pinned line waits and its warehouse is closed.</summary>
    PinnedUnavailable = 5,

    /// <summary>A line lost reserved units to an adjustment or a closing and waits.</summary>
    ReservationDropped = 6,

    /// <summary>The newest import with a profile refused rows; the entity is <c>import/</c> and the profile.</summary>
    ImportRowRefused = 7,

    /// <summary>
    /// A webhook stopped by itself, or its receiver did not take events for three days; the entity is <c>webhook/</c>
    /// and its id.
    /// </summary>
    WebhookFailing = 8,
}
