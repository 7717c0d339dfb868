namespace SupplyChain.Events;

/// <summary>A reader of events whose position is kept.</summary>
/// <param name="Name">What it calls itself.</param>
/// <param name="Position">The place in the feed behind the last event that it dealt with.</param>
/// <param name="LagEvents">
/// Events of the tenant behind that position; at most 10,000 are counted, and null when there was no time to count.
/// </param>
/// <param name="LagMs">
/// How long ago the oldest of them was recorded, in ms; 0 when there is none, null when there was no time to look.
/// </param>
/// <param name="UpdatedAt">When the position was kept.</param>
/// <param name="Version">How often it was kept, from 1; a name that is used again goes on counting.</param>
[GenerateSerializer, Immutable, Alias("consumer")]
public sealed record Consumer(
    [property: Id(0)] ConsumerName Name,
    [property: Id(1)] string Position,
    [property: Id(2)] long? LagEvents,
    [property: Id(3)] long? LagMs,
    [property: Id(4)] DateTimeOffset UpdatedAt,
    [property: Id(5)] long Version);

/// <summary>Keeps the position of a consumer; an earlier one than before makes it read again. Safe to repeat.</summary>
/// <param name="Name">What it calls itself; it is known from then on.</param>
/// <param name="Position">
/// <see cref="Operations.PublishedEvent.Position"/> of the last event that it dealt with, or a page's <c>Next</c>.
/// </param>
[GenerateSerializer, Immutable, Alias("put-consumer")]
public sealed record PutConsumer([property: Id(0)] ConsumerName Name, [property: Id(1)] string Position)
{
    /// <summary>The longest position.</summary>
    public const int MaxPosition = 100;

    /// <summary>The faulty fields; none when it can be kept. Whether there is such a place the feed knows.</summary>
    public Items<Fault> Validate()
    {
        var faults = new FaultList();
        faults.Id("name", Name);
        if (Position is { Length: > MaxPosition })
            faults.Add("position", FaultCodes.TooLong, "'position' is longer than 100 characters.");
        else
            faults.RequiredText("position", Position);
        return faults.All;
    }
}

/// <summary>The answer to a command on a consumer; one that was forgotten is shown as it was.</summary>
[GenerateSerializer, Immutable, Alias("consumer-reply")]
public sealed record ConsumerReply : Reply<Consumer>;
