using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>
/// A server that a dump was restored into counts its transactions from another number than the old one. When that is
/// not above every number the journal holds, what is written from now on belongs to a new epoch, behind all of it.
/// </summary>
internal static class Epochs
{
    private const string StartedOver = """
        EXISTS (SELECT FROM journal WHERE epoch = (SELECT epoch FROM journal_server)
            AND xid >= pg_snapshot_xmax(pg_current_snapshot()))
        """;

    /// <summary>Raises the epoch when the server's transaction numbers have started over; whether it did.</summary>
    public static async Task<bool> RaiseIfStartedOverAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken = default)
    {
        await using var check = new NpgsqlCommand($"SELECT {StartedOver}", connection);
        if (await check.ExecuteScalarAsync(cancellationToken) is not true)
        {
            return false;
        }
        // A row of the old epoch that lands after the rise would be behind those who follow the journal. So writers
        // wait, and read the epoch when they go on.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var @lock = new NpgsqlCommand("LOCK TABLE journal IN EXCLUSIVE MODE", connection);
        await @lock.ExecuteNonQueryAsync(cancellationToken);
        await using var raise = new NpgsqlCommand(
            $"UPDATE journal_server SET epoch = epoch + 1 WHERE {StartedOver}", connection);
        var raised = await raise.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return raised > 0;
    }
}
