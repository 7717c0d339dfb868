using SupplyChain.Inventory;
using SupplyChain.Journal;
using SupplyChain.Operations.Verification;
using SupplyChain.Shipments;

namespace SupplyChain.Transfers;

/// <summary>
/// Follows the goods of every transfer: each line's units are in one place, each receipt changed its stock items
/// exactly
/// once, and what left is what its shipments say.
/// </summary>
internal sealed class TransferAudit(Findings findings, JournalFold fold)
{
    private const string Units = ConservationAudit.Conservation;

    private readonly FoldedStates<Transfer, TransferEvent> _transfers = fold.Of<Transfer, TransferEvent>();
    private readonly StockAudit _stock = fold.Of<StockAudit>();
    private readonly CustodyAudit _custody = fold.Of<CustodyAudit>();

    /// <summary>What stock items have of receipts that transfers have not recorded as put away.</summary>
    public static IEnumerable<MovedUnits> UnfinishedReceipts(JournalFold fold)
    {
        var transfers = fold.Of<Transfer, TransferEvent>();
        foreach (var (document, moves) in fold.Of<StockAudit>().Moves.Where(move => move.Key.Kind == Transfer.Kind))
        {
            var put = PutAway(transfers.Find(document.Tenant, document.Id));
            foreach (var line in moves.GroupBy(move => (move.Line, move.Sku)))
            {
                var more = line.Sum(move => move.Delta) - put.GetValueOrDefault(line.Key.Line ?? 0);
                if (more != 0)
                {
                    yield return new(document.Tenant, line.Key.Sku, more);
                }
            }
        }
    }

    /// <summary>Judges every transfer.</summary>
    public void Conclude()
    {
        foreach (var (stream, transfer) in _transfers.States)
        {
            foreach (var line in transfer.Details()?.Lines ?? [])
            {
                if (line.Waiting + line.Reserved + line.Released + line.Shipped + line.Cancelled != line.Quantity)
                {
                    findings.Violated(
                        Units, stream, null,
                        $"The {line.Quantity} units of line {line.Line} are not each in one place: {line}.");
                }
            }
            JudgeArrivals(stream, transfer);
            JudgeShipments(stream, transfer);
        }
    }

    private void JudgeArrivals(StreamId stream, Transfer transfer)
    {
        var put = PutAway(transfer);
        var received = transfer.Lines.Values.ToDictionary(line => line.Line, line => line.Received);
        foreach (var line in _stock.MovesOf(stream).GroupBy(move => move.Line ?? 0))
        {
            var arrived = line.Sum(move => move.Delta);
            var known = transfer.Lines.GetValueOrDefault(line.Key);
            if (known is null || line.Any(move => move.Item.Id != transfer.Destination(known.Sku).ToString()))
            {
                findings.Violated(StreamAudit.Causes, stream, null, "It brought goods that are not on it.");
            }
            else if (arrived > received[line.Key])
            {
                findings.Violated(
                    Units, stream, null,
                    $"{arrived} units of line {line.Key} are in stock, {received[line.Key]} were received.");
            }
        }
        foreach (var (line, units) in put.Where(line => line.Value > 0))
        {
            var arrived = _stock.MovesOf(stream).Where(move => move.Line == line).Sum(move => move.Delta);
            if (arrived < units)
            {
                findings.Violated(
                    Units, stream, null, $"{units} units of line {line} were put away, {arrived} are in stock.");
            }
        }
    }

    private void JudgeShipments(StreamId stream, Transfer transfer)
    {
        foreach (var shipment in transfer.Shipments.Values.Where(one => one.State == TransferShipmentState.Left))
        {
            var id = new StreamId(stream.Tenant, Shipment.Kind, shipment.Plan.Shipment.Value);
            var issued = _custody.Shipments.GetValueOrDefault(id)?.Issued ?? [];
            var left = transfer.Reservations.Where(units => units.Shipment == shipment.Plan.Shipment && units.HasLeft);
            if (left.Sum(units => units.Quantity) != issued.Sum(line => line.Quantity))
            {
                findings.Unless(
                    [fold.Streams.Find(stream.Tenant, Shipment.Kind, id.Id), fold.Streams.Streams[stream]],
                    Units, stream, $"Shipment {id.Id} took other goods than the transfer says.");
            }
        }
    }

    private static Dictionary<int, long> PutAway(Transfer? transfer) =>
        (transfer?.Receipts ?? []).Where(receipt => receipt.PutAway)
            .SelectMany(receipt => receipt.Document.Lines)
            .GroupBy(line => line.Line, line => line.Quantity)
            .ToDictionary(line => line.Key, line => line.Sum());
}
