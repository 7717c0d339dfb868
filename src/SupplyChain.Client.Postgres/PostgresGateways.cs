using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;

namespace SupplyChain;

/// <summary>Finds the gateways of a cluster in its database.</summary>
public static class PostgresGateways
{
    private const string Invariant = "Npgsql";
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Makes a client find the gateways in the table in which the nodes of a cluster register themselves, and follow
    /// them every two seconds as they come and go. It needs a user who may read <c>orleans_members</c> and
    /// <c>OrleansQuery</c>; calls do not go through the database.
    /// </summary>
    /// <param name="options">The client's options; <see cref="SupplyChainClientOptions.Gateways"/> no longer
    /// count.</param>
    /// <param name="connectionString">The cluster's database, as Npgsql writes it: <c>Host=…;Database=…</c>.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentException">It is no connection string; the message does not repeat it.</exception>
    public static SupplyChainClientOptions UsePostgres(this SupplyChainClientOptions options, string connectionString)
    {
        var table = Read(connectionString);
        table.ApplicationName ??= SupplyChainClient.TelemetryName;
        options.FindGateways = client =>
        {
            client.UseAdoNetClustering(membership =>
                (membership.Invariant, membership.ConnectionString) = (Invariant, table.ConnectionString));
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = RefreshInterval);
        };
        return options;
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        NpgsqlConnectionStringBuilder read;
        try
        {
            read = new(connectionString);
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            throw new ArgumentException("This is no connection string of Npgsql.", nameof(connectionString));
        }
        return read.Host is null
            ? throw new ArgumentException("The connection string names no host.", nameof(connectionString))
            : read;
    }
}
