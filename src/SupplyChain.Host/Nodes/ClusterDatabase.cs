using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;

namespace SupplyChain.Host.Nodes;

/// <summary>The database that the nodes of a cluster share.</summary>
internal static class ClusterDatabase
{
    private static readonly TimeSpan WrongClock = TimeSpan.FromMinutes(1);

    /// <summary>Opens the database, so that what is wrong with it is said before anything else happens.</summary>
    /// <exception cref="VerbException">It cannot be used.</exception>
    public static void Open(IServiceProvider services, NodeOptions options)
    {
        try
        {
            var database = services.GetRequiredService<PostgresDatabase>();
            ClusterClaim.Make(database, options.ClusterId, options.Cluster!.ServiceId);
            WarnOfWrongClock(database.Time.GetUtcNow() - TimeProvider.System.GetUtcNow());
        }
        catch (Exception unusable) when (unusable is DatabaseUnusableException or SchemaRefusedException)
        {
            throw new VerbException(unusable.Message, inner: unusable);
        }
    }

    /// <summary>Nothing is decided by this machine's clock, but its log is written by it.</summary>
    private static void WarnOfWrongClock(TimeSpan behind)
    {
        if (behind.Duration() > WrongClock)
        {
            var where = behind > TimeSpan.Zero ? "behind" : "ahead of";
            Terminal.Note(
                $"This machine's clock is {behind.Duration():d\\.hh\\:mm\\:ss} {where} the database's. "
                + "Decisions go by the database's; set the clock, or the log's times mislead.");
        }
    }
}
