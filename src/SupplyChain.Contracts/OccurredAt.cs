namespace SupplyChain;

/// <summary>When something happened: omitted (now), unknown, or an instant with its offset.</summary>
[GenerateSerializer, Immutable, Alias("occurred-at")]
public readonly record struct OccurredAt
{
    /// <summary>Omitted: the moment it is recorded.</summary>
    public static readonly OccurredAt Now;

    /// <summary>It is not known when.</summary>
    public static readonly OccurredAt Unknown = new() { IsUnknown = true };

    /// <summary>The instant, when one was given.</summary>
    [Id(0)] public DateTimeOffset? Instant { get; init; }

    /// <summary>Whether the caller said that it is not known.</summary>
    [Id(1)] public bool IsUnknown { get; init; }

    /// <summary>A given instant.</summary>
    public static OccurredAt At(DateTimeOffset instant) => new() { Instant = instant };

    /// <summary>A given instant.</summary>
    public static implicit operator OccurredAt(DateTimeOffset instant) => At(instant);

    /// <summary>The instant it stands for when recorded at <paramref name="now"/>; null when unknown.</summary>
    public DateTimeOffset? Resolve(DateTimeOffset now) => IsUnknown ? null : Instant ?? now;
}
