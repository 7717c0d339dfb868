using System.CommandLine;
using System.Globalization;
using SupplyChain.Host.Nodes;
using SupplyChain.Journal;
using SupplyChain.Journal.Postgres;

namespace SupplyChain.Host.Remote;

/// <summary><c>supplychain repack</c>: makes one table of a journal in partitions, while nodes run.</summary>
internal static class RepackVerb
{
    private const string Title = "Repacking the journal";

    public static Command Create(Option<bool> json)
    {
        var offline = new OfflineOptions();
        var verb = new Command("repack",
            "Make one table of a cluster's journal that an earlier release made in partitions (PostgreSQL). Nodes may "
            + "run; ended early, it goes on when it is run again.");
        offline.AddDatabaseTo(verb);
        verb.SetAction(async (line, cancellationToken) =>
        {
            var terminal = new Terminal(line.GetValue(json));
            await using var database = ClusterDatabase.Open(offline.Connection(line));
            var rows = await terminal.FollowAsync(Title, tell => RunAsync(database, tell, cancellationToken));
            terminal.Answer(
                string.Create(CultureInfo.InvariantCulture, $$"""{"events":{{rows}},"former":"journal_partitioned"}"""),
                [
                    string.Create(CultureInfo.InvariantCulture, $"The journal is one table of {rows:#,##0} events."),
                    "Check it with supplychain verify. The former table is journal_partitioned; when you are content: "
                        + "DROP TABLE journal_partitioned",
                ]);
            return ExitCode.Ok;
        });
        return verb;
    }

    private static async Task<long> RunAsync(
        PostgresDatabase database, Action<double?, string> tell, CancellationToken cancellationToken)
    {
        try
        {
            return await new JournalRepack(database, tell).RunAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is RepackRefusedException or JournalUnavailableException)
        {
            throw new VerbException(failure.Message, inner: failure);
        }
    }
}
