using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Journal.Postgres;
using SupplyChain.Journal.Sqlite;

namespace SupplyChain.Journal;

/// <summary><c>journal</c>: durable appends per second, without actors.</summary>
internal static class JournalVerb
{
    public static Command Create(Option<bool> json)
    {
        var store = new Option<string>("--store")
        {
            Description = "sqlite, or postgres: a server of its own.", DefaultValueFactory = _ => "sqlite",
        };
        store.AcceptOnlyFromAmong("sqlite", "postgres");
        var pens = Number("--pens", "Streams that are written at once.", 256);
        var depth = Number("--depth", "Appends of one stream that wait for durability at once.", 1);
        var bytes = Number("--bytes", "Bytes of data of an event.", 1_024);
        var seconds = Number("--seconds", "How long to measure, after a second of warming up.", 5);
        var verb = new Command("journal", "Durable appends per second.") { store, pens, depth, bytes, seconds };
        verb.SetAction(async (given, cancellationToken) =>
        {
            var load = new JournalLoad
            {
                Pens = given.GetValue(pens),
                Depth = given.GetValue(depth),
                Bytes = given.GetValue(bytes),
                Duration = TimeSpan.FromSeconds(given.GetValue(seconds)),
            };
            var figures = given.GetValue(store) == "postgres"
                ? await OnPostgresAsync(load, cancellationToken)
                : await OnSqliteAsync(load, cancellationToken);
            figures.Print(given.GetValue(json));
            return 0;
        });
        return verb;
    }

    private static async Task<Figures> OnPostgresAsync(JournalLoad load, CancellationToken cancellationToken)
    {
        await using var server = await RunningPostgres.StartAsync();
        var options = new PostgresOptions { ConnectionString = await server.CreateDatabaseAsync() };
        await using var database = PostgresDatabase.Open(options, new(TimeProvider.System));
        await using var journal = new PostgresJournal(
            database, options, database.Time, NullLogger<PostgresJournal>.Instance);
        return await load.RunAsync(journal, database.Time, cancellationToken);
    }

    private static async Task<Figures> OnSqliteAsync(JournalLoad load, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("supplychain-journal-");
        try
        {
            using var directory = DataDirectory.Open(folder.FullName);
            await using var journal = new SqliteJournal(
                directory, new(), TimeProvider.System, NullLogger<SqliteJournal>.Instance);
            return await load.RunAsync(journal, TimeProvider.System, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Option<int> Number(string name, string description, int usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
