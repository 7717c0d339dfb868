using Microsoft.Data.Sqlite;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>Exceptions that a single stream opens and resolves: one row per kind and entity.</summary>
internal sealed class ExceptionTable(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _open = new(connection, """
        INSERT INTO exceptions (tenant, id, kind, entity, since, resolved_at, until, units, reason)
        VALUES (?1, ?2, ?3, ?4, ?5, NULL, ?6, ?7, ?8)
        ON CONFLICT DO UPDATE SET since = ?5, resolved_at = NULL, until = ?6, units = ?7, reason = ?8
        """);

    private readonly SqliteStatement _change = new(
        connection, "UPDATE exceptions SET until = ?3, units = ?4, reason = ?5 WHERE tenant = ?1 AND id = ?2");

    private readonly SqliteStatement _resolve = new(
        connection, "UPDATE exceptions SET resolved_at = ?3 WHERE tenant = ?1 AND id = ?2");

    /// <inheritdoc/>
    public void Dispose()
    {
        _open.Dispose();
        _change.Dispose();
        _resolve.Dispose();
    }

    /// <summary>Notes what an event opened, changed or resolved.</summary>
    public void Note(
        JournaledEvent row, IReadOnlyList<OpenCause> before, IReadOnlyList<OpenCause> after, List<Action> notes)
    {
        foreach (var cause in after)
        {
            var known = before.FirstOrDefault(other => other.Kind == cause.Kind);
            if (known is null)
            {
                notes.Add(() => Open(row, cause));
            }
            else if (known != cause)
            {
                notes.Add(() => Change(row.Stream, cause));
            }
        }
        foreach (var gone in before.Where(cause => after.All(other => other.Kind != cause.Kind)))
        {
            notes.Add(() => Resolve(row, gone));
        }
    }

    private static string Entity(StreamId stream) => $"{stream.Kind}/{stream.Id}";

    private static string Id(StreamId stream, OpenCause cause) => $"{cause.Kind}/{Entity(stream)}";

    private void Open(JournaledEvent row, OpenCause cause) =>
        _open.Bind(1, row.Stream.Tenant.Value).Bind(2, Id(row.Stream, cause)).Bind(3, (long)cause.Kind)
            .Bind(4, Entity(row.Stream)).Bind(5, JournalTime.ToMicroseconds(row.RecordedAt))
            .Bind(6, cause.Until).Bind(7, cause.Units).Bind(8, cause.Reason)
            .Run();

    private void Change(StreamId stream, OpenCause cause) =>
        _change.Bind(1, stream.Tenant.Value).Bind(2, Id(stream, cause)).Bind(3, cause.Until).Bind(4, cause.Units)
            .Bind(5, cause.Reason).Run();

    private void Resolve(JournaledEvent row, OpenCause cause) =>
        _resolve.Bind(1, row.Stream.Tenant.Value).Bind(2, Id(row.Stream, cause))
            .Bind(3, JournalTime.ToMicroseconds(row.RecordedAt)).Run();
}
