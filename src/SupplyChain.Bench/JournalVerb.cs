using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace SupplyChain.Bench;

/// <summary>
/// <c>supplychain bench journal</c>: durable appends per second without actors, and what writing once per call does.
/// </summary>
internal static class JournalVerb
{
    public static Command Create(Option<bool> json)
    {
        var pens = BenchVerb.Number("--pens", "Writers at once.", 256, 100_000);
        var duration = BenchVerb.Seconds("--duration", "Seconds of each measurement, after two of warming up.", 5);
        var bytes = BenchVerb.Number("--bytes", "Bytes of what is written.", 1_024, 1_048_576);
        var postgres = BenchVerb.Postgres(
            "Measure on this server, in a database that is made, and dropped at the end; also against grain storage "
            + "that writes once per call. Without it: a data directory that is removed at the end.");
        var verb = new Command("journal", "Append to the journal alone.") { pens, duration, bytes, postgres };
        verb.SetAction(line => BenchVerb.RunAsync(async stop =>
        {
            var loads = Enumerable.Range(0, 3)
                .Select(_ => new WriteLoad(line.GetValue(pens), TimeSpan.FromSeconds(line.GetValue(duration))))
                .ToArray();
            var figures = BenchVerb.Connection(line.GetValue(postgres)) is { } connection
                ? await OnPostgresAsync(connection, loads, line.GetValue(bytes), stop)
                : await JournalWriting.OnSqliteAsync(loads, line.GetValue(bytes), stop);
            new Terminal(line.GetValue(json)).Answer(
                JsonSerializer.Serialize(new { runs = figures }, JsonSerializerOptions.Web), ForPeople(figures));
            return ExitCode.Ok;
        }));
        return verb;
    }

    private static async Task<List<JournalFigures>> OnPostgresAsync(
        string server, WriteLoad[] loads, int bytes, CancellationToken stop)
    {
        await using var database = await BenchDatabase.CreateAsync(server, stop);
        var figures = await JournalWriting.OnPostgresAsync(database.ConnectionString, loads, bytes, stop);
        figures.Add(await StorageWriting.RunAsync(database.ConnectionString, loads[2], bytes, stop));
        return figures;
    }

    private static IEnumerable<string> ForPeople(List<JournalFigures> figures)
    {
        yield return JournalFigures.Head;
        foreach (var row in figures)
            yield return row.Row;
        yield return $"one hot stream / a stream each: {Ratio(figures[1], figures[0])}";
        if (figures.Count > 2)
            yield return $"a stream each / a write per call: {Ratio(figures[0], figures[2])}";
    }

    private static string Ratio(JournalFigures left, JournalFigures right) =>
        (left.PerSecond / right.PerSecond).ToString("0.0 ×", CultureInfo.InvariantCulture);
}
