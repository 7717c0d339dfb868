using System.Diagnostics;
using static SupplyChain.Shipments.LabelSerialsEvent;

namespace SupplyChain.Shipments;

/// <summary>The serial numbers of a tenant's labels: each is given once, whatever becomes of it.</summary>
public sealed record LabelSerials : IAggregate<LabelSerials, LabelSerialsEvent>
{
    /// <summary>The id of the only one a tenant has.</summary>
    public const string Id = "sscc";

    /// <inheritdoc/>
    public static string Kind => "label-serials";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static LabelSerials Initial { get; } = new();

    /// <summary>The number that is given next.</summary>
    public long Next { get; init; }

    /// <summary>Takes a number.</summary>
    public static Decision<LabelSerialsEvent> Decide(LabelSerials serials) => [new Taken(serials.Next)];

    /// <inheritdoc/>
    public static LabelSerials Evolve(LabelSerials state, LabelSerialsEvent @event, DateTimeOffset recordedAt) =>
        @event switch
        {
            Taken taken => state with { Next = taken.Number + 1 },
            _ => throw new UnreachableException($"{@event}"),
        };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(LabelSerials state) => SupplyChain.UnfinishedWork.None;
}
