using System.Text.Json;
using SupplyChain.Shipments;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

/// <summary>
/// A movement as release 0.1 stored it, in one of four types: what each of them needs, in the order of its bytes. They
/// are read as <see cref="Moved"/>, written while the feature level does not allow that event, and are the names under
/// which movements are published for ever.
/// </summary>
/// <param name="Receipt">Of <see cref="Received"/>.</param>
/// <param name="LineIndex">Its line, from 0.</param>
/// <param name="Quantity">Units of that line.</param>
/// <param name="Adjustment">Of <see cref="Adjusted"/>.</param>
/// <param name="Delta">By how much on hand was corrected.</param>
/// <param name="Reason">Why.</param>
/// <param name="Shipment">Of <see cref="Issued"/> and <see cref="IssueReversed"/>.</param>
/// <param name="Lines">Units that left or came back.</param>
/// <param name="OccurredAt">When; null when unknown.</param>
internal sealed record FormerMovement(
    ReceiptId? Receipt = null, int? LineIndex = null, long? Quantity = null,
    AdjustmentId? Adjustment = null, long? Delta = null, string? Reason = null,
    ShipmentId? Shipment = null, Items<IssuedUnits>? Lines = null, DateTimeOffset? OccurredAt = null)
{
    /// <summary>Units of a receipt arrived.</summary>
    public const string Received = "stock.received";

    /// <summary>On hand was corrected.</summary>
    public const string Adjusted = "stock.adjusted";

    /// <summary>Goods left with a shipment.</summary>
    public const string Issued = "stock.issued";

    /// <summary>Goods that had been issued never left.</summary>
    public const string IssueReversed = "stock.issue-reversed";

    /// <summary>The four types.</summary>
    public static readonly IReadOnlyList<string> Types = [Received, Adjusted, Issued, IssueReversed];

    /// <summary>The movement that a row of one of the types holds.</summary>
    public static Moved Read(string type, ReadOnlySpan<byte> data)
    {
        var former = JsonSerializer.Deserialize<FormerMovement>(data, EventCodec.Json)!;
        return type switch
        {
            Received => former.Of(Inventory.Receipt.Kind, former.Receipt!.Value.Value, former.Quantity!.Value),
            Adjusted => former.Of(Inventory.Adjustment.Kind, former.Adjustment!.Value.Value, former.Delta!.Value),
            Issued => former.OfShipment(-1) with { Consumed = former.Lines!.Value },
            _ => former.OfShipment(1) with { Restored = former.Lines!.Value },
        };
    }

    /// <summary>A movement in the type that release 0.1 has for it; null when it has none.</summary>
    public static (string Type, FormerMovement Form)? Of(Moved moved)
    {
        var (kind, id, line) = moved.Document;
        return TypeOf(moved) switch
        {
            Received => (Received, new(
                Receipt: id, LineIndex: line, Quantity: moved.Delta, OccurredAt: moved.OccurredAt)),
            Adjusted => (Adjusted, new(
                Adjustment: id, Delta: moved.Delta, Reason: moved.Reason, OccurredAt: moved.OccurredAt)),
            Issued => (Issued, new(Shipment: id, Lines: moved.Consumed, OccurredAt: moved.OccurredAt)),
            IssueReversed => (IssueReversed, new(Shipment: id, Lines: moved.Restored)),
            _ => null,
        };
    }

    /// <summary>The type that release 0.1 has for a movement; null when it has none.</summary>
    public static string? TypeOf(Moved moved) =>
        moved.Document.Kind == Inventory.Receipt.Kind ? Received
        : moved.Document.Kind == Inventory.Adjustment.Kind ? Adjusted
        : moved.Document.Kind != Shipments.Shipment.Kind ? null
        : moved.Restored is null ? Issued
        : IssueReversed;

    private Moved Of(string kind, string id, long delta) =>
        new(new(kind, id, LineIndex), delta, Reason, OccurredAt);

    private Moved OfShipment(int sign) => Of(
        Shipments.Shipment.Kind, Shipment!.Value.Value, sign * Lines!.Value.Sum(line => line.Quantity));
}
