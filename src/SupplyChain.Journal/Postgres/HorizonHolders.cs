using System.Globalization;
using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>Finds the oldest transaction of the server that has not ended, in whatever database.</summary>
internal static class HorizonHolders
{
    // What a session runs is shown to those who may see it; who it is, to all.
    private const string Query = """
        SELECT format('process %s (%s, user %s, database %s, since %s). If it is not needed: '
            'SELECT pg_terminate_backend(%s)', pid,
            coalesce(nullif(application_name, ''), 'unnamed'), coalesce(usename, '?'), coalesce(datname, '?'),
            coalesce(xact_start::text, '?'), pid)
        FROM pg_stat_activity WHERE backend_xid = $1::text::xid
        UNION ALL
        SELECT format('the prepared transaction %L of user %s in database %s, since %s. If it is not needed, there: '
            'ROLLBACK PREPARED %L', gid, owner, database, prepared, gid)
        FROM pg_prepared_xacts WHERE transaction = $1::text::xid
        """;

    /// <summary>Who holds back what follows a transaction's number; never empty.</summary>
    public static Task<List<string>> FindAsync(
        NpgsqlDataSource source, ulong transaction, CancellationToken cancellationToken) =>
        source.ReadAsync(
            async (connection, stop) =>
            {
                // The server's views show the lower half of the number.
                var shown = ((uint)transaction).ToString(CultureInfo.InvariantCulture);
                await using var command = new NpgsqlCommand(Query, connection).With(shown);
                var holders = await command.AllAsync(row => row.GetString(0), stop);
                return holders.Count > 0 ? holders : [$"number {transaction}, which the server does not show"];
            },
            cancellationToken);
}
