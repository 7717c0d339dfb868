namespace SupplyChain.Events;

/// <summary>The consumers of a tenant, as they are stored.</summary>
[GenerateSerializer, Immutable, Alias("stored-consumers")]
internal sealed record StoredConsumers
{
    /// <summary>How many there may be.</summary>
    public const int Most = 100;

    /// <summary>All of them, by name.</summary>
    [Id(0)] public Items<StoredConsumer> All { get; init; }

    /// <summary>The highest version that was given.</summary>
    [Id(1)] public long LastVersion { get; init; }

    /// <summary>One; null when there is none.</summary>
    public StoredConsumer? Find(ConsumerName name) => All.FirstOrDefault(one => one.Name == name);

    /// <summary>The same with one more, or one in its place.</summary>
    public StoredConsumers With(StoredConsumer consumer) => new()
    {
        All = All.Where(one => one.Name != consumer.Name).Append(consumer).OrderBy(one => one.Name).ToItems(),
        LastVersion = consumer.Version,
    };

    /// <summary>The same without one.</summary>
    public StoredConsumers Without(ConsumerName name) =>
        this with { All = All.Where(one => one.Name != name).ToItems() };
}

/// <summary>A consumer as it is stored.</summary>
/// <param name="Name">What it calls itself.</param>
/// <param name="Position">Where it is, as text.</param>
/// <param name="UpdatedAt">When that was kept.</param>
/// <param name="Version">Rises with each position that is kept.</param>
[GenerateSerializer, Immutable, Alias("stored-consumer")]
internal sealed record StoredConsumer(
    [property: Id(0)] ConsumerName Name,
    [property: Id(1)] string Position,
    [property: Id(2)] DateTimeOffset UpdatedAt,
    [property: Id(3)] long Version);
