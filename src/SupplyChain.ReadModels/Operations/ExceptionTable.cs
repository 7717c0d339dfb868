using SupplyChain.Journal;
using SupplyChain.Network;
using SupplyChain.Tables;

namespace SupplyChain.Operations;

/// <summary>
/// One row per kind and entity: exceptions that a single stream opens and resolves, and of those that depend on the day
/// or on two streams, and are found when they are asked for, the ones that have ended.
/// </summary>
internal sealed class ExceptionTable(ITableWriter tables, WarehouseClosings closings, IBusinessClock business)
{
    private const string About = "number, lines, skus, warehouses, promise, expected, refused";

    private readonly IRowWriter _open = tables.Prepare(RowChange.Upsert(
        "exceptions", "tenant, id", $"since, resolved_at, ended_on, until, units, reason, {About}",
        once: "kind, entity"));

    private readonly IRowWriter _change =
        tables.Prepare(RowChange.Update("exceptions", "tenant, id", $"until, units, reason, {About}"));

    private readonly IRowWriter _resolve =
        tables.Prepare(RowChange.Update("exceptions", "tenant, id", "resolved_at, ended_on"));

    /// <summary>Notes what an event opened, changed or resolved.</summary>
    public void Note(
        JournaledEvent row, IReadOnlyList<OpenCause> before, IReadOnlyList<OpenCause> after, List<Action> notes)
    {
        if (before.Count == 0 && after.Count == 0)
        {
            return;
        }
        foreach (var cause in after)
        {
            var known = before.FirstOrDefault(other => other.Kind == cause.Kind);
            if (known is null)
            {
                notes.Add(() => Open(row, Entity(row.Stream), cause));
            }
            else if (known != cause)
            {
                notes.Add(() => Change(row.Stream, cause));
            }
        }
        foreach (var gone in before.Where(cause => after.All(other => other.Kind != cause.Kind)))
        {
            notes.Add(() => Resolve(row, Entity(row.Stream), gone.Kind));
        }
    }

    /// <summary>Notes whether an event left something open about an entity that several streams tell of.</summary>
    public void Note(JournaledEvent row, string entity, ExceptionKind kind, OpenCause? open, List<Action> notes) =>
        notes.Add(() =>
        {
            if (open is null)
            {
                Resolve(row, entity, kind);
            }
            else
            {
                Open(row, entity, open);
            }
        });

    /// <summary>Notes that an exception ended on a day whose beginning no event told.</summary>
    public void NoteEnded(
        JournaledEvent row, DateTimeOffset since, DateOnly day, OpenCause cause, List<Action> notes) =>
        notes.Add(() => Open(row, Entity(row.Stream), cause, (since, row.RecordedAt, day)));

    /// <summary>
    /// Notes that something is no longer in a warehouse: if that was closed meanwhile, an exception has ended, now or
    /// when it opened.
    /// </summary>
    public void NoteLeft(JournaledEvent row, InWarehouse left, List<Action> notes)
    {
        var warehouse = new StreamId(row.Stream.Tenant, Warehouse.Kind, left.Warehouse.Value);
        closings.Ask(warehouse);
        notes.Add(() =>
        {
            if (closings.During(warehouse, left.Since, row.RecordedAt) is var (from, to))
            {
                Open(row, Entity(row.Stream), left.WhileClosed, (from, to, Day(to)));
            }
        });
    }

    private static string Entity(StreamId stream) => $"{stream.Kind}/{stream.Id}";

    private static string Id(string entity, ExceptionKind kind) => $"{kind}/{entity}";

    private void Open(
        JournaledEvent row, string entity, OpenCause cause,
        (DateTimeOffset From, DateTimeOffset To, DateOnly Day)? ended = null) =>
        Facts(
            _open.Bind(1, row.Stream.Tenant.Value).Bind(2, Id(entity, cause.Kind)).Bind(3, (long)cause.Kind)
                .Bind(4, entity).Bind(5, JournalTime.ToMicroseconds(ended?.From ?? row.RecordedAt))
                .Bind(6, ended is { } end ? JournalTime.ToMicroseconds(end.To) : null).Bind(7, ended?.Day),
            8, cause).Run();

    private void Change(StreamId stream, OpenCause cause) =>
        Facts(_change.Bind(1, stream.Tenant.Value).Bind(2, Id(Entity(stream), cause.Kind)), 3, cause).Run();

    private void Resolve(JournaledEvent row, string entity, ExceptionKind kind) =>
        _resolve.Bind(1, row.Stream.Tenant.Value).Bind(2, Id(entity, kind))
            .Bind(3, JournalTime.ToMicroseconds(row.RecordedAt)).Bind(4, Day(row.RecordedAt)).Run();

    private static IRowWriter Facts(IRowWriter row, int column, OpenCause cause) =>
        row.Bind(column, cause.Until).Bind(column + 1, cause.Units).Bind(column + 2, cause.Reason)
            .Bind(column + 3, cause.About.Order).Bind(column + 4, cause.About.LinesText)
            .Bind(column + 5, cause.About.SkusText).Bind(column + 6, cause.About.WarehousesText)
            .Bind(column + 7, cause.About.Promise).Bind(column + 8, cause.About.Expected)
            .Bind(column + 9, cause.About.Rows);

    /// <summary>The day for planners; where the business lives in another time, never later than that.</summary>
    private DateOnly Day(DateTimeOffset at) =>
        DateOnly.FromDateTime((at < business.Now ? at : business.Now).UtcDateTime);
}
