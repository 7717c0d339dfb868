namespace SupplyChain;

/// <summary>
/// A moment of an entity's past: one of its versions, or what was recorded of it up to an instant. What happened
/// earlier and was reported later is not in it: it is what planners could see then.
/// </summary>
[GenerateSerializer, Immutable, Alias("as-of")]
public readonly record struct AsOf
{
    private AsOf(long? version, DateTimeOffset? instant) => (Version, Instant) = (version, instant);

    /// <summary>The version, 1 or more; null when an instant is meant.</summary>
    [Id(0)] public long? Version { get; }

    /// <summary>The instant; null when a version is meant.</summary>
    [Id(1)] public DateTimeOffset? Instant { get; }

    /// <summary>As it was after its event of that version.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static AsOf AtVersion(long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new(version, null);
    }

    /// <summary>As it was known at that instant.</summary>
    public static AsOf At(DateTimeOffset instant) => new(null, instant);

    /// <summary>Whether an event belongs to that past.</summary>
    public bool Includes(long version, DateTimeOffset recordedAt) =>
        Version is { } last ? version <= last : Instant is not { } then || recordedAt <= then;
}
