using System.Security.Cryptography;
using System.Text;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using static SupplyChain.Transfers.TransferEvent;

namespace SupplyChain.Transfers;

/// <summary>What clients ask of a transfer.</summary>
public sealed partial record Transfer
{
    /// <summary>Requests it; the same body again changes nothing, another one is a conflict.</summary>
    public static Decision<TransferEvent> Decide(
        Transfer transfer, TransferId id, RequestTransfer command, string digest) => transfer.Document is { } known
        ? known.Digest == digest ? [] : new Refused(Refusal.Conflict, "The transfer exists with another body.")
        :
        [
            new Requested(
                id, command.From, command.To,
                command.Lines.Select(line => new RequestedUnits(line.Sku, line.Quantity)).ToItems(),
                command.Priority, command.RequestedBy, digest),
        ];

    /// <summary>The canonical form of a transfer, the first; the digest that tells a repeat from a conflict is made of
    /// it.</summary>
    public static byte[] CanonicalV1(RequestTransfer command) => CanonicalJson.Write(json =>
    {
        json.WriteString("from", command.From.Value);
        json.WriteString("to", command.To.Value);
        json.WriteLines(command.Lines, line =>
        {
            json.WriteString("sku", line.Sku.Value);
            json.WriteNumber("quantity", line.Quantity);
        });
        json.WriteNumber("priority", command.Priority);
        json.WriteGiven("requestedBy", command.RequestedBy);
    });

    /// <summary>Makes one shipment of everything that is reserved; what is released already stays.</summary>
    public static Decision<TransferEvent> Decide(Transfer transfer, ReleaseTransfer command, DateTimeOffset now)
    {
        var free = transfer.Reservations.Where(units => units is { HasLeft: false, Shipment: null }).ToItems();
        if (free.Count > 0)
        {
            return
            [
                new Released(
                    transfer.FreeNumber(), free.Select(units => units.Key).ToItems(), command.Mode, command.Carrier,
                    command.TrackingNumber, command.OccurredAt.Resolve(now)),
            ];
        }
        return transfer.Shipments.Values.Any(shipment => shipment.State != TransferShipmentState.Cancelled)
            ? []
            : new Refused(Refusal.NothingAllocated, "Nothing of the transfer is reserved.");
    }

    /// <summary>
    /// Records what arrived, each receipt once. Arrived can only what has left, but more of it than was said: that is
    /// over. A final receipt writes off what is still missing.
    /// </summary>
    public static Decision<TransferEvent> Decide(
        Transfer transfer, ReceiveTransfer command, string digest, DateTimeOffset now)
    {
        if (transfer.Receipts.FirstOrDefault(known => known.Document.Receipt == command.Id) is { } known)
        {
            return known.Document.Digest == digest
                ? []
                : new Refused(Refusal.Conflict, $"The receipt {command.Id} exists with another body.");
        }
        if (FaultsOf(transfer, command) is { Count: > 0 } faults)
        {
            return Decision.Invalid<TransferEvent>(faults);
        }
        if (transfer.NothingToReceive(command))
        {
            return new Refused(Refusal.NothingInTransit, transfer.Reservations.Any(units => units.HasLeft)
                ? "Everything that left the source has arrived."
                : "Nothing of the transfer has left its source; its shipments say when it does.");
        }
        var arrived = command.Lines.Count == 0
            ? transfer.Lines.Values.Select(line => new ArrivedLine(line.Line, transfer.InTransitOf(line)))
                .Where(line => line.Quantity > 0).ToItems()
            : command.Lines.Select(line => new ArrivedLine(line.Line, line.Quantity)).ToItems();
        return
        [
            new Received(
                command.Id, arrived, command.Final ? transfer.Missing(arrived) : [], command.OccurredAt.Resolve(now),
                digest),
        ];
    }

    /// <summary>The canonical form of a receipt, the first.</summary>
    public static byte[] CanonicalV1(ReceiveTransfer command) => CanonicalJson.Write(json =>
    {
        json.WriteLines(command.Lines.OrderBy(line => line.Line), line =>
        {
            json.WriteNumber("line", line.Line);
            json.WriteNumber("quantity", line.Quantity);
        });
        json.WriteBoolean("final", command.Final);
        json.WriteOccurredAt(command.OccurredAt);
    });

    /// <summary>Shipments that a cancellation would have to cancel.</summary>
    public Items<ShipmentId> UndispatchedShipments() => Shipments.Values
        .Where(shipment => shipment.State is TransferShipmentState.Planning or TransferShipmentState.Planned)
        .Select(shipment => shipment.Plan.Shipment).ToItems();

    /// <summary>
    /// Cancels what has not been picked; again changes nothing. <paramref name="picked"/> are the shipments that can no
    /// longer be cancelled.
    /// </summary>
    public static Decision<TransferEvent> Decide(
        Transfer transfer, CancelTransfer command, IReadOnlySet<ShipmentId> picked)
    {
        if (transfer.Cancellation is not null)
        {
            return [];
        }
        var shipments = transfer.UndispatchedShipments().Where(id => !picked.Contains(id)).ToItems();
        var reserved = transfer.Reservations.Any(units =>
            !units.HasLeft && (units.Shipment is not { } id || shipments.Contains(id)));
        return reserved || transfer.Lines.Values.Any(line => line.Waiting > 0)
            ? Decision.Record<TransferEvent>(
            [
                .. shipments.Select(id => new ShipmentCancelled(id)), new Cancelled(command.Reason),
            ])
            : new Refused(Refusal.TooLate, "Everything of the transfer is picked, has left or has arrived.");
    }

    /// <summary>The next number for a shipment. It differs from those that orders make for theirs.</summary>
    public ShipmentId FreeNumber()
    {
        var id = Document!.Transfer.Value;
        var text = $"{id}~T{ShipmentNumbers + 1}";
        return text.Length <= Identifier.MaxLength
            ? text
            : $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32]}~T{ShipmentNumbers + 1}";
    }

    private static Items<Fault> FaultsOf(Transfer transfer, ReceiveTransfer command) => command.Lines
        .Select((line, index) => (line.Line, index))
        .Where(line => !transfer.Lines.ContainsKey(line.Line))
        .Select(line => new Fault(
            $"/lines/{line.index}/line", FaultCodes.UnknownLine, $"The transfer has no line {line.Line}."))
        .ToItems();

    /// <summary>Whether a receipt speaks of goods that cannot be there.</summary>
    private bool NothingToReceive(ReceiveTransfer command) => command.Lines.Count == 0
        ? Lines.Values.All(line => InTransitOf(line) == 0)
        : !Reservations.Any(units => units.HasLeft);

    /// <summary>What is in transit besides what arrives.</summary>
    private Items<ArrivedLine> Missing(Items<ArrivedLine> arriving)
    {
        var arrived = arriving.ToDictionary(line => line.Line, line => line.Quantity);
        return Lines.Values
            .Select(line => new ArrivedLine(line.Line, InTransitOf(line) - arrived.GetValueOrDefault(line.Line)))
            .Where(line => line.Quantity > 0).ToItems();
    }
}
