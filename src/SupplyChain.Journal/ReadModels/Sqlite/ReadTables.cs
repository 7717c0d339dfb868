using Microsoft.Data.Sqlite;
using SupplyChain.Journal.Sqlite;
using SupplyChain.Journal.Verification;

namespace SupplyChain.Journal.ReadModels.Sqlite;

/// <summary>Every table as it is at one position; what is projected meanwhile does not show.</summary>
internal sealed class ReadTables : IReadTables
{
    private readonly ReadSession _session;
    private readonly Action _closed;

    /// <summary>Begins to read; owns the connection, and tells when it is closed.</summary>
    public ReadTables(SqliteConnection connection, Action closed)
    {
        (_session, _closed) = (new(connection), closed);
        _session["BEGIN"].Run();
        Position = _session["SELECT position FROM checkpoint"]
            .First(row => Position.TryParse(row.Text(0), out var position) ? position : default);
    }

    /// <inheritdoc/>
    public Position Position { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _closed();
    }

    /// <inheritdoc/>
    public void Each(string table, string columns, Action<IReadOnlyList<string>> read)
    {
        var width = columns.Split(',').Length;
        _session[$"SELECT {columns} FROM {table}"].Each(row =>
            read(Enumerable.Range(0, width).Select(column => row.IsNull(column) ? "" : row.Text(column)).ToArray()));
    }
}
