using System.Net.Sockets;
using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>Keeps the provider's exceptions inside.</summary>
internal static class Unavailable
{
    /// <summary>Whether the provider failed, not we.</summary>
    public static bool IsProviders(Exception failure) => failure
        is NpgsqlException or IOException or SocketException or TimeoutException or ObjectDisposedException;

    /// <summary>
    /// Reads on a connection of a pool. A pool may still hold connections to a server that was restarted since: then
    /// once more on a new one.
    /// </summary>
    /// <exception cref="JournalUnavailableException">The database could not be asked.</exception>
    public static async Task<T> ReadAsync<T>(
        this NpgsqlDataSource source, Func<NpgsqlConnection, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        for (var stale = 0; ; stale++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return await read(connection, cancellationToken);
            }
            catch (Exception failure) when (stale == 0 && WasCut(failure))
            {
                source.Clear();
            }
            catch (Exception failure) when (IsProviders(failure))
            {
                throw new JournalUnavailableException("The journal's database could not be asked.", failure);
            }
        }
    }

    /// <summary>Whether the server ended the connection; a new one may do.</summary>
    public static bool WasCut(Exception failure) => failure
        is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
        or NpgsqlException { InnerException: IOException };
}
