using Microsoft.Data.Sqlite;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>The work that the newest event of each stream left.</summary>
internal sealed class DueWorkTable(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _upsert = new(connection, """
        INSERT OR REPLACE INTO due_work (tenant, kind, id, work, since, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """);

    private readonly SqliteStatement _delete = new(
        connection, "DELETE FROM due_work WHERE tenant = ?1 AND kind = ?2 AND id = ?3");

    /// <inheritdoc/>
    public void Dispose()
    {
        _upsert.Dispose();
        _delete.Dispose();
    }

    /// <summary>Remembers or forgets a stream's work.</summary>
    public void Write(JournaledEvent newest)
    {
        if (newest.Work == UnfinishedWork.None)
        {
            _delete.Bind(newest.Stream).Run();
        }
        else
        {
            _upsert.Bind(newest.Stream).Bind(4, (long)newest.Work)
                .Bind(5, JournalTime.ToMicroseconds(newest.RecordedAt)).Bind(6, newest.Version).Run();
        }
    }
}
