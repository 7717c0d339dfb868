using SupplyChain.Journal;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Tables;

/// <summary>Every table as a session sees it that has begun a transaction.</summary>
internal sealed class ReadTables : IReadTables
{
    private readonly IReadSession _session;
    private readonly Action _closed;

    /// <summary>Begins to read; owns the session, and tells when it is closed.</summary>
    public ReadTables(IReadSession session, Action closed)
    {
        (_session, _closed) = (session, closed);
        Position = session["SELECT position FROM checkpoint"]
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
        var texts = columns.Split(',').Select(column => $"CAST({column} AS text)").ToArray();
        _session[$"SELECT {string.Join(", ", texts)} FROM {table}"].Each(row =>
            read(Enumerable.Range(0, texts.Length).Select(column => row.TextOrNull(column) ?? "").ToArray()));
    }
}
