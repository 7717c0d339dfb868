using SupplyChain.Network;
using static SupplyChain.Inventory.ReceiptEvent;

namespace SupplyChain.Inventory;

/// <summary>A goods receipt. None → Recorded → Posted.</summary>
public sealed record Receipt : IAggregate<Receipt, ReceiptEvent>
{
    /// <inheritdoc/>
    public static string Kind => "receipt";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Receipt Initial { get; } = new();

    /// <summary>What arrived; null before it was recorded.</summary>
    public Recorded? Document { get; init; }

    /// <summary>Whether every line is in stock.</summary>
    public bool Posted { get; init; }

    /// <summary>Its version.</summary>
    public long Version { get; init; }

    /// <summary>Records it; the same body again changes nothing, another one is a conflict.</summary>
    public static Decision<ReceiptEvent> Decide(
        Receipt receipt, RecordReceipt command, string digest, DateTimeOffset now)
    {
        if (receipt.Document is { } known)
        {
            return known.Digest == digest
                ? []
                : new Refused(Refusal.Conflict, "The receipt exists with another body.");
        }
        return [new Recorded(command.Warehouse, Lines(command), command.OccurredAt.Resolve(now), digest)];
    }

    /// <summary>
    /// The command with its lines in the order they were recorded in, when they are the same lines. A receipt's lines
    /// are a set, and its digest is that of the order in which they came first.
    /// </summary>
    public static RecordReceipt InRecordedOrder(Receipt receipt, RecordReceipt command) =>
        receipt.Document is { } known && Sorted(known.Lines) == Sorted(Lines(command))
            ? command with { Lines = ToContract(known.Lines) }
            : command;

    /// <summary>The canonical form, the first; the digest that tells a repeat from a conflict is made of it. Its lines
    /// stand in the order in which they were recorded.</summary>
    public static byte[] CanonicalV1(RecordReceipt command) => CanonicalJson.Write(json =>
    {
        json.WriteString("warehouse", command.Warehouse.Value);
        json.WriteLines(command.Lines, line =>
        {
            json.WriteString("sku", line.Sku.Value);
            json.WriteNumber("quantity", line.Quantity);
        });
        json.WriteOccurredAt(command.OccurredAt);
    });

    /// <summary>Every line is in stock.</summary>
    public static Decision<ReceiptEvent> DecidePosted(Receipt receipt) =>
        receipt is { Document: not null, Posted: false } ? [new Posted()] : [];

    /// <inheritdoc/>
    public static Receipt Evolve(Receipt state, ReceiptEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        Recorded recorded => state with { Document = recorded, Version = state.Version + 1 },
        _ => state with { Posted = true, Version = state.Version + 1 },
    };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Receipt state) =>
        state is { Document: not null, Posted: false }
            ? SupplyChain.UnfinishedWork.Own
            : SupplyChain.UnfinishedWork.None;

    /// <inheritdoc/>
    public static bool IsSettled(Receipt state) => state.Posted;

    /// <summary>The receipt as clients see it; null before it was recorded.</summary>
    public ReceiptDetails? Details(ReceiptId id) => Document is not { } known
        ? null
        : new(id, known.Warehouse, known.OccurredAt, ToContract(known.Lines), Posted, Version);

    private static Items<ReceivedLine> Lines(RecordReceipt command) => command.Lines.Select(ReceivedLine.Of).ToItems();

    private static Items<ReceiptLine> ToContract(Items<ReceivedLine> lines) =>
        lines.Select(line => line.ToContract()).ToItems();

    private static Items<ReceivedLine> Sorted(Items<ReceivedLine> lines) =>
        lines.OrderBy(line => line.Sku).ThenBy(line => line.Quantity).ToItems();
}
