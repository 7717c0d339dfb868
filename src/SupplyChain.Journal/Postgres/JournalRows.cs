using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Journal.Postgres;

/// <summary>How rows of the journal are selected and read.</summary>
internal static class JournalRows
{
    /// <summary>What <see cref="Read"/> reads, of a table called <c>j</c>.</summary>
    public const string Columns = """
        j.tenant, j.kind, j.id, j.version, j.type, j.schema, j.data, j.occurred_at, j.recorded_at, j.actor,
        j.correlation, j.cause, j.work, j.hash, j.epoch, j.xid, j.n
        """;

    /// <summary>The present row.</summary>
    public static JournaledEvent Read(NpgsqlDataReader row) => new(
        new(row.GetString(0), row.GetString(1), row.GetString(2)),
        row.GetInt64(3),
        row.GetString(4),
        row.GetInt32(5),
        row.GetFieldValue<byte[]>(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
        row.GetFieldValue<DateTimeOffset>(8),
        row.GetString(9),
        row.GetString(10),
        row.IsDBNull(11) ? null : row.GetString(11),
        row.GetInt32(12),
        row.GetFieldValue<byte[]>(13),
        ReadPosition(row, 14));

    /// <summary>The position in three columns.</summary>
    public static Position ReadPosition(NpgsqlDataReader row, int column) => new(
        row.GetInt64(column), row.GetFieldValue<ulong>(column + 1), row.GetInt64(column + 2));

    /// <summary>Every row of a query.</summary>
    public static async Task<List<T>> AllAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken = default)
    {
        var all = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            all.Add(read(reader));
        }
        return all;
    }

    /// <summary>Adds the next parameter.</summary>
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, NpgsqlDbType type, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = value });
        return command;
    }

    public static NpgsqlCommand With(this NpgsqlCommand command, string text) => command.With(NpgsqlDbType.Text, text);

    public static NpgsqlCommand With(this NpgsqlCommand command, long number) =>
        command.With(NpgsqlDbType.Bigint, number);

    /// <summary>Adds the parts of a position as the next three parameters.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, Position position) => command
        .With(position.Epoch).With(NpgsqlDbType.Xid8, position.Transaction).With(position.Number);

    /// <summary>Adds a stream's tenant, kind and id as the next three parameters.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, StreamId stream) =>
        command.With(stream.Tenant.Value).With(stream.Kind).With(stream.Id);

    /// <summary>Adds an array as the next parameter.</summary>
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, NpgsqlDbType type, IEnumerable<T> values) =>
        command.With<T[]>(NpgsqlDbType.Array | type, values.ToArray());

    /// <summary>Adds tenants, kinds and ids as the next three parameters.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, IReadOnlyCollection<StreamId> streams) => command
        .With(NpgsqlDbType.Text, streams.Select(stream => stream.Tenant.Value))
        .With(NpgsqlDbType.Text, streams.Select(stream => stream.Kind))
        .With(NpgsqlDbType.Text, streams.Select(stream => stream.Id));
}
