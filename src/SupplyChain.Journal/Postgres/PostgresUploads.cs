using System.IO.Pipelines;
using Npgsql;
using NpgsqlTypes;
using SupplyChain.Journal.Uploads;

namespace SupplyChain.Journal.Postgres;

/// <summary>Uploaded files in a table, a row for each part, so that any node can do their work.</summary>
public sealed class PostgresUploads(PostgresDatabase database) : IUploads
{
    private const string Begin = """
        WITH forgotten AS (
            DELETE FROM uploads WHERE stored_at < clock_timestamp() - $1 OR (tenant = $2 AND file = $3 AND part > 0)
        )
        """;

    private const string Store = """
        INSERT INTO uploads (tenant, file, part, bytes, stored_at) VALUES ($2, $3, $4, $5, clock_timestamp())
        ON CONFLICT (tenant, file, part) DO UPDATE SET bytes = excluded.bytes, stored_at = excluded.stored_at
            WHERE uploads.bytes IS DISTINCT FROM excluded.bytes
        """;

    private const string Read = "SELECT bytes FROM uploads WHERE tenant = $1 AND file = $2 AND part = $3";

    private const string Delete = "DELETE FROM uploads WHERE tenant = $1 AND file = $2";

    /// <inheritdoc/>
    public Task StoreAsync(
        TenantId tenant, string file, int part, ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken = default) => database.Queries.ReadAsync(
        async (connection, stop) =>
        {
            await using var store = new NpgsqlCommand(part == 0 ? $"{Begin} {Store}" : Store, connection);
            store.Parameters.Add(new() { Value = IUploads.KeptFor, NpgsqlDbType = NpgsqlDbType.Interval });
            store.Parameters.Add(Text(tenant.Value));
            store.Parameters.Add(Text(file));
            store.Parameters.Add(Number(part));
            store.Parameters.Add(new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });
            return await store.ExecuteNonQueryAsync(stop);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(
        TenantId tenant, string file, CancellationToken cancellationToken = default)
    {
        if (await PartAsync(tenant, file, 0, cancellationToken) is not { } first)
        {
            return null;
        }
        var pipe = new Pipe();
        _ = FillAsync(pipe.Writer, first, tenant, file, cancellationToken);
        return pipe.Reader.AsStream();
    }

    /// <inheritdoc/>
    public Task DeleteAsync(TenantId tenant, string file, CancellationToken cancellationToken = default) =>
        database.Queries.ReadAsync(
            async (connection, stop) =>
            {
                await using var delete = new NpgsqlCommand(Delete, connection);
                delete.Parameters.Add(Text(tenant.Value));
                delete.Parameters.Add(Text(file));
                return await delete.ExecuteNonQueryAsync(stop);
            },
            cancellationToken);

    /// <summary>Hands the parts to the reader, no faster than they are read; trouble too.</summary>
    private async Task FillAsync(
        PipeWriter writer, byte[] first, TenantId tenant, string file, CancellationToken cancellationToken)
    {
        Exception? trouble = null;
        try
        {
            var bytes = first;
            for (var part = 1; bytes is not null; part++)
            {
                if ((await writer.WriteAsync(bytes, cancellationToken)).IsCompleted)
                {
                    break; // The reader has gone.
                }
                bytes = await PartAsync(tenant, file, part, cancellationToken);
            }
        }
        catch (Exception failure) // The reader gets it.
        {
            trouble = failure;
        }
        await writer.CompleteAsync(trouble);
    }

    private Task<byte[]?> PartAsync(
        TenantId tenant, string file, int part, CancellationToken cancellationToken) => database.Queries.ReadAsync(
        async (connection, stop) =>
        {
            await using var read = new NpgsqlCommand(Read, connection);
            read.Parameters.Add(Text(tenant.Value));
            read.Parameters.Add(Text(file));
            read.Parameters.Add(Number(part));
            return (byte[]?)await read.ExecuteScalarAsync(stop);
        },
        cancellationToken);

    private static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Number(int value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Integer };
}
