using Npgsql;
using NpgsqlTypes;

namespace SupplyChain.Journal.Postgres;

/// <summary>Whose a database is. Two clusters on one database would each take the other's actors for its own.</summary>
public static class ClusterClaim
{
    /// <summary>Makes the database the cluster's if it has no owner yet.</summary>
    /// <exception cref="DatabaseUnusableException">It is another cluster's, or could not be asked.</exception>
    public static void Make(PostgresDatabase database, string clusterId, string serviceId)
    {
        try
        {
            using var connection = database.Queries.OpenConnection();
            using var claim = new NpgsqlCommand(
                "INSERT INTO cluster (cluster_id, service_id, claimed_at) VALUES ($1, $2, clock_timestamp())"
                + " ON CONFLICT DO NOTHING", connection);
            claim.Parameters.Add(new() { Value = clusterId, NpgsqlDbType = NpgsqlDbType.Text });
            claim.Parameters.Add(new() { Value = serviceId, NpgsqlDbType = NpgsqlDbType.Text });
            claim.ExecuteNonQuery();
            Check(connection, clusterId, serviceId);
        }
        catch (NpgsqlException failure)
        {
            throw PostgresServer.Explain(failure);
        }
    }

    private static void Check(NpgsqlConnection connection, string clusterId, string serviceId)
    {
        using var read = new NpgsqlCommand("SELECT cluster_id, service_id FROM cluster", connection);
        using var owner = read.ExecuteReader();
        owner.Read();
        if ((owner.GetString(0), owner.GetString(1)) == (clusterId, serviceId))
            return;
        throw new DatabaseUnusableException(
            $"The database {connection.Database} belongs to the cluster '{owner.GetString(0)}' with the service "
            + $"'{owner.GetString(1)}', not to '{clusterId}' with '{serviceId}'. Give its names with --cluster-id and "
            + $"--service-id, or name another database with {PostgresOptions.Setting}.");
    }
}
