using static SupplyChain.Inventory.AdjustmentEvent;

namespace SupplyChain.Inventory;

/// <summary>A stock adjustment. None → Recorded → Posted, or back to none when the stock item refuses it.</summary>
public sealed record Adjustment : IAggregate<Adjustment, AdjustmentEvent>
{
    /// <inheritdoc/>
    public static string Kind => "adjustment";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Adjustment Initial { get; } = new();

    /// <summary>What is to be corrected; null when there is none.</summary>
    public Recorded? Document { get; init; }

    /// <summary>Whether the stock item took it.</summary>
    public bool Posted { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Rises with every body recorded under the number; tells the stock item repeats from new tries.</summary>
    public int Try { get; init; }

    /// <summary>Records it; the same body again changes nothing, another one is a conflict.</summary>
    public static Decision<AdjustmentEvent> Decide(
        Adjustment adjustment, RecordAdjustment command, string digest, DateTimeOffset now)
    {
        if (adjustment.Document is { } known)
        {
            return known.Digest == digest
                ? []
                : new Refused(Refusal.Conflict, "The adjustment exists with another body.");
        }
        return
        [
            new Recorded(
                command.Warehouse, command.Sku, command.Delta, command.Reason, command.OccurredAt.Resolve(now), digest),
        ];
    }

    /// <summary>The canonical form, the first; the digest that tells a repeat from a conflict is made of it.</summary>
    public static byte[] CanonicalV1(RecordAdjustment command) => CanonicalJson.Write(json =>
    {
        json.WriteString("warehouse", command.Warehouse.Value);
        json.WriteString("sku", command.Sku.Value);
        json.WriteNumber("delta", command.Delta);
        json.WriteString("reason", command.Reason);
        json.WriteOccurredAt(command.OccurredAt);
    });

    /// <summary>The stock item took it.</summary>
    public static Decision<AdjustmentEvent> DecidePosted(Adjustment adjustment) =>
        adjustment is { Document: not null, Posted: false } ? [new Posted()] : [];

    /// <summary>The stock item refused it.</summary>
    public static Decision<AdjustmentEvent> DecideWithdrawn(Adjustment adjustment, string message) =>
        adjustment is { Document: not null, Posted: false } ? [new Withdrawn(message)] : [];

    /// <inheritdoc/>
    public static Adjustment Evolve(Adjustment state, AdjustmentEvent @event, DateTimeOffset recordedAt)
    {
        var next = @event switch
        {
            Recorded recorded => state with { Document = recorded, Try = state.Try + 1 },
            Withdrawn => state with { Document = null },
            _ => state with { Posted = true },
        };
        return next with { Version = state.Version + 1 };
    }

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Adjustment state) =>
        state is { Document: not null, Posted: false }
            ? SupplyChain.UnfinishedWork.Own
            : SupplyChain.UnfinishedWork.None;

    /// <inheritdoc/>
    public static bool IsSettled(Adjustment state) => state.Posted;

    /// <summary>The adjustment as clients see it; null when there is none.</summary>
    public AdjustmentDetails? Details(AdjustmentId id) => Document is not { } known
        ? null
        : new(id, known.Warehouse, known.Sku, known.Delta, known.Reason, known.OccurredAt, Posted, Version);
}
