using System.ComponentModel.DataAnnotations;

namespace SupplyChain.Events;

/// <summary>Keeps the position of a reader of events.</summary>
[SchemaName("PutConsumer")]
public sealed record PutConsumerBody
{
    /// <summary>The 'id' of the last event of the stream that it dealt with, or the 'next' of a page.</summary>
    [MaxLength(PutConsumer.MaxPosition)]
    public required string Position { get; init; }

    internal static PutConsumer Read(BodyReader body, ConsumerName name) =>
        new(name, body.Text("position", required: true) ?? "");
}
