using Npgsql;

namespace SupplyChain.Journal.Postgres;

/// <summary>The journal of a cluster, configured under <c>Journal</c>.</summary>
public sealed class PostgresOptions
{
    /// <summary>How users give the connection string; named in every message about the database.</summary>
    internal const string Setting = "--postgres (or ConnectionStrings:SupplyChain)";

    /// <summary>
    /// Where the database is, as Npgsql writes it. Several hosts may be named, separated by commas: the primary among
    /// them is used.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>What the server shows of our connections; each adds what it is for.</summary>
    public string ApplicationName { get; set; } = "supplychain";

    /// <summary>Events that may wait for the database before appends are refused as busy.</summary>
    public int QueuedEvents { get; set; } = 20_000;

    /// <summary>Whether a database without a schema gets one, and an older one is brought to this version's.</summary>
    public bool MakesSchema { get; set; } = true;

    internal void Check()
    {
        OptionFaults.Refuse(QueuedEvents < 1, this, $"Journal:QueuedEvents {QueuedEvents} is not 1 or more.");
        OptionFaults.Refuse(
            string.IsNullOrEmpty(ApplicationName), this, "Journal:ApplicationName is empty; the server shows it.");
    }

    /// <summary>The connection string taken apart.</summary>
    /// <exception cref="DatabaseUnusableException">It is not one.</exception>
    internal NpgsqlConnectionStringBuilder Parse()
    {
        const string Form = "It is written like Host=db1,db2;Database=supplychain;Username=supplychain;Password=…";
        NpgsqlConnectionStringBuilder parsed;
        try
        {
            parsed = new(ConnectionString);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            // What the provider says may repeat a part of the string, and that part may be the password.
            throw new DatabaseUnusableException($"{Setting} is no connection string. {Form}");
        }
        return string.IsNullOrWhiteSpace(parsed.Host)
            ? throw new DatabaseUnusableException($"{Setting} names no host. {Form}")
            : parsed;
    }
}
