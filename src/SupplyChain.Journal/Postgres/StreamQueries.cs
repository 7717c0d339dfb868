using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>What is asked of single streams now and then.</summary>
internal static class StreamQueries
{
    private const string Part = $"""
        SELECT {JournalRows.Columns} FROM journal j
        WHERE j.tenant = $1 AND j.kind = $2 AND j.id = $3 AND j.version BETWEEN $4 AND $5 ORDER BY j.version LIMIT $6
        """;

    private const string ByCause = $"""
        SELECT {JournalRows.Columns} FROM journal j
        WHERE j.tenant = $1 AND j.kind = $2 AND j.id = $3 AND j.cause = $4
        """;

    private const string Listing = """
        SELECT j.id FROM journal j
        WHERE j.version = 1 AND j.tenant = $1 AND j.kind = $2 AND j.id >= $3 AND j.id < $4 AND j.id > $5
        ORDER BY j.id LIMIT $6
        """;

    /// <summary>Tenants are found one after the other: the index leads from each to the next.</summary>
    private const string Heads = """
        WITH RECURSIVE tenants(tenant) AS (
            (SELECT j.tenant FROM journal j WHERE j.version = 1 ORDER BY j.tenant LIMIT 1)
            UNION ALL
            SELECT (
                SELECT j.tenant FROM journal j WHERE j.version = 1 AND j.tenant > tenants.tenant
                ORDER BY j.tenant LIMIT 1)
            FROM tenants WHERE tenants.tenant IS NOT NULL)
        SELECT j.tenant, j.id, (
            SELECT max(h.version) FROM journal h WHERE h.tenant = j.tenant AND h.kind = j.kind AND h.id = j.id)
        FROM tenants JOIN journal j ON j.version = 1 AND j.tenant = tenants.tenant AND j.kind = $1
        ORDER BY j.tenant, j.id
        """;

    // Sorts behind every text that begins with the one before it.
    private const string LastCharacter = "\U0010FFFF";

    public static async Task<IReadOnlyList<JournaledEvent>> ReadAsync(
        NpgsqlConnection connection, StreamId stream, (long From, long To, int Limit) part,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Part, connection)
            .With(stream).With(part.From).With(part.To).With(part.Limit);
        return await command.AllAsync(JournalRows.Read, cancellationToken);
    }

    public static async Task<JournaledEvent?> FindCauseAsync(
        NpgsqlConnection connection, StreamId stream, string cause, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ByCause, connection).With(stream).With(cause);
        return (await command.AllAsync(JournalRows.Read, cancellationToken)).FirstOrDefault();
    }

    public static async Task<IReadOnlyList<StreamId>> ListAsync(
        NpgsqlConnection connection, StreamId prefix, (string After, int Limit) page,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Listing, connection)
            .With(prefix).With(prefix.Id + LastCharacter).With(page.After).With(page.Limit);
        return await command.AllAsync(row => prefix with { Id = row.GetString(0) }, cancellationToken);
    }

    public static async Task<IReadOnlyList<StreamHead>> HeadsAsync(
        NpgsqlConnection connection, string kind, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Heads, connection).With(kind);
        return await command.AllAsync(
            row => new StreamHead(new(row.GetString(0), kind, row.GetString(1)), row.GetInt64(2)), cancellationToken);
    }
}
