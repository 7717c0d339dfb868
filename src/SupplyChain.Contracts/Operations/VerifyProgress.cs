namespace SupplyChain.Operations;

/// <summary>How far a verification is.</summary>
/// <param name="Running">Whether one is under way.</param>
/// <param name="EventsRead">Events it has read; of the last one when none is under way.</param>
/// <param name="Events">About how many there are; null while unknown.</param>
/// <param name="StartedAt">When it began; null when there never was one.</param>
/// <param name="Last">What the last one found, since this actor lives; null when none has ended.</param>
[GenerateSerializer, Immutable, Alias("verify-progress")]
public sealed record VerifyProgress(
    [property: Id(0)] bool Running,
    [property: Id(1)] long EventsRead,
    [property: Id(2)] long? Events,
    [property: Id(3)] DateTimeOffset? StartedAt,
    [property: Id(4)] LastVerification? Last);
