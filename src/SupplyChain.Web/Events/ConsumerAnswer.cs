using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Events;

/// <summary>A reader of events whose position is kept.</summary>
/// <param name="Name">What it calls itself.</param>
/// <param name="Position">The place in the feed behind the last event that it dealt with.</param>
/// <param name="LagEvents">
/// Events behind that position, of all types; at most 10,000 are counted, and null when there was no time to count.
/// </param>
/// <param name="LagMs">
/// How long ago the oldest of them was recorded, in ms; 0 when there is none, null when there was no time to look.
/// </param>
/// <param name="UpdatedAt">When the position was kept.</param>
/// <param name="Version">Rises with each position that is kept.</param>
[SchemaName("Consumer")]
public sealed record ConsumerAnswer(
    ConsumerName Name,
    [property: MaxLength(PutConsumer.MaxPosition)] string Position,
    long? LagEvents,
    long? LagMs,
    DateTimeOffset UpdatedAt,
    long Version) : EntityAnswer, IVersioned
{
    internal static ConsumerAnswer Of(Consumer consumer) => new(
        consumer.Name, consumer.Position, consumer.LagEvents, consumer.LagMs, consumer.UpdatedAt, consumer.Version);
}
