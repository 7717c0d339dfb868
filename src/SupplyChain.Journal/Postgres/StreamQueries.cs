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
}
