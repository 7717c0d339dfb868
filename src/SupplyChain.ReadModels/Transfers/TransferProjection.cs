using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Transfers;

/// <summary>The transfers, their lines, and the exceptions they raise.</summary>
internal sealed class TransferProjection(
    IJournal journal, ITableWriter tables, ExceptionTable exceptions, IBusinessClock business, int cachedStates)
    : StreamProjection<Transfer, TransferEvent, TransferRow?>(journal, cachedStates)
{
    private const string HoldKey = "tenant, id, line, shipment";

    private readonly IRowWriter _upsert = tables.Prepare(RowChange.Upsert(
        "transfers", "tenant, id",
        "status, waiting, reserved, in_transit, received, missing, surplus, open, version",
        once: "source, destination, priority, requested_by, requested_at, line_count, units"));

    private readonly IRowWriter _upsertLine = tables.Prepare(RowChange.Upsert(
        "transfer_lines", "tenant, sku, id", "line, quantity, waiting, reserved, in_transit"));

    private readonly IRowWriter _upsertHold = tables.Prepare(RowChange.Upsert("transfer_holds", HoldKey, "units"));

    private readonly IRowWriter _deleteHold = tables.Prepare(RowChange.Delete("transfer_holds", HoldKey));

    /// <inheritdoc/>
    protected override TransferRow? Derive(StreamId stream, Transfer state) => TransferRow.Of(state);

    /// <inheritdoc/>
    protected override void Write(StreamId stream, TransferRow? before, TransferRow? after)
    {
        if (after is null)
        {
            return;
        }
        WriteTransfer(stream, after.Details);
        foreach (var line in after.Details.Lines.Where(line => before?.Details.Lines[line.Line - 1] != line))
        {
            _upsertLine.Bind(1, stream.Tenant.Value).Bind(2, line.Sku.Value).Bind(3, stream.Id).Bind(4, line.Line)
                .Bind(5, line.Quantity).Bind(6, line.Waiting).Bind(7, line.Reserved + line.Released)
                .Bind(8, line.InTransit).Run();
        }
        foreach (var gone in (before?.Holds ?? []).ExceptBy(after.Holds.Select(hold => hold.Place), hold => hold.Place))
        {
            Hold(_deleteHold, stream, gone).Run();
        }
        foreach (var hold in after.Holds.Except(before?.Holds ?? []))
        {
            Hold(_upsertHold, stream, hold).Bind(5, hold.Units).Run();
        }
    }

    private static IRowWriter Hold(IRowWriter row, StreamId stream, TransferHold hold) =>
        row.Bind(1, stream.Tenant.Value).Bind(2, stream.Id).Bind(3, hold.Place.Line).Bind(4, hold.Place.Shipment);

    private void WriteTransfer(StreamId stream, TransferDetails after)
    {
        var lines = after.Lines;
        _upsert.Bind(1, stream.Tenant.Value).Bind(2, stream.Id).Bind(3, after.From.Value).Bind(4, after.To.Value)
            .Bind(5, after.Priority).Bind(6, after.RequestedBy).Bind(7, JournalTime.ToMicroseconds(after.RequestedAt))
            .Bind(8, lines.Count).Bind(9, lines.Sum(line => line.Quantity)).Bind(10, (long)after.Status)
            .Bind(11, lines.Sum(line => line.Waiting)).Bind(12, lines.Sum(line => line.Reserved + line.Released))
            .Bind(13, lines.Sum(line => line.InTransit)).Bind(14, lines.Sum(line => line.Received))
            .Bind(15, lines.Sum(line => line.Short)).Bind(16, lines.Sum(line => line.Over))
            .Bind(17, after.Status.IsOpen()).Bind(18, after.Version).Run();
    }

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes)
    {
        var (before, after) = (change.Before.Details(), change.After.Details());
        exceptions.Note(change.Row, TransferCauses.Of(before), TransferCauses.Of(after), notes);
        var today = Today(change.Row.RecordedAt);
        if (TransferCauses.Late(before, today) is var (late, since) && TransferCauses.Late(after, today) is null)
        {
            exceptions.NoteEnded(change.Row, since, today, late, notes);
        }
        if (TransferCauses.Bound(before) is { } bound && TransferCauses.Bound(after) is null)
        {
            exceptions.NoteLeft(change.Row, bound, notes);
        }
    }

    /// <summary>The day for planners; where the business lives in another time, never later than that.</summary>
    private DateOnly Today(DateTimeOffset recordedAt) =>
        DateOnly.FromDateTime((recordedAt < business.Now ? recordedAt : business.Now).UtcDateTime);
}
