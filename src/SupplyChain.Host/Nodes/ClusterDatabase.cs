using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;
using SupplyChain.Tables.Postgres;

namespace SupplyChain.Host.Nodes;

/// <summary>The database that the nodes of a cluster share.</summary>
internal static class ClusterDatabase
{
    private static readonly TimeSpan ClockWarningThreshold = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClockErrorThreshold = TimeSpan.FromMinutes(10);

    /// <summary>Opens the database for a node, so that what is wrong with it is said before anything else
    /// happens.</summary>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public static void Open(IServiceProvider services, NodeOptions options) => Open(services, database =>
    {
        ClusterClaim.Make(database, options.ClusterId, options.Cluster!.ServiceId);
        CheckClock(database.Time.GetUtcNow() - TimeProvider.System.GetUtcNow());
    });

    /// <summary>Opens the database without a node.</summary>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public static void Open(IServiceProvider services) => Open(services, _ => { });

    /// <summary>Adds the journal and the read models of a database, which nodes have made unless it may be made
    /// here.</summary>
    public static void AddDatabase(this IServiceCollection services, string postgres, bool makes)
    {
        services.AddSupplyChainPostgresJournal(journal =>
        {
            Settings.Bind("Journal", journal);
            (journal.ConnectionString, journal.MakesSchema) = (postgres, makes);
        });
        services.AddSupplyChainPostgresReadModels();
    }

    /// <summary>Opens a database whose journal is this version's, without the read models.</summary>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public static PostgresDatabase Open(string postgres)
    {
        PostgresDatabase? opened = null;
        var options = new PostgresOptions { ConnectionString = postgres, MakesSchema = false };
        Explained(() => opened = PostgresDatabase.Open(options, new(TimeProvider.System)));
        return opened!;
    }

    private static void Open(IServiceProvider services, Action<PostgresDatabase> check) =>
        Explained(() => check(services.GetRequiredService<PostgresDatabase>()));

    private static void Explained(Action open)
    {
        try
        {
            open();
        }
        catch (Exception unusable) when (unusable is DatabaseUnusableException or SchemaRefusedException)
        {
            throw new VerbException(unusable.Message, inner: unusable);
        }
    }

    /// <summary>
    /// Nothing is decided by this machine's clock, but its log is written by it, and silos tell by their clocks which
    /// of two at one address came later: one that started a day ahead keeps its successors out for a day.
    /// </summary>
    private static void CheckClock(TimeSpan behind)
    {
        var where = behind > TimeSpan.Zero ? "behind" : "ahead of";
        var wrong = $"This machine's clock is {behind.Duration():d\\.hh\\:mm\\:ss} {where} the database's.";
        if (behind.Duration() > ClockErrorThreshold)
            throw new VerbException($"{wrong} Set it (timedatectl set-ntp true), then start the node again.");
        if (behind.Duration() > ClockWarningThreshold)
            Terminal.Note($"{wrong} Decisions go by the database's; set the clock, or the log's times mislead.");
    }
}
