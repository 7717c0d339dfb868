using System.Diagnostics;
using System.Text.Json;
using Spectre.Console;

namespace SupplyChain.Verbs;

/// <summary>Answers go to standard output, everything else to standard error.</summary>
public sealed class Terminal(bool json)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(5);

    private readonly IAnsiConsole _error =
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether answers are JSON.</summary>
    public bool Json => json;

    /// <summary>Writes an answer, for programs or for people.</summary>
    public void Answer(string forPrograms, IEnumerable<string> forPeople)
    {
        foreach (var line in json ? [forPrograms] : forPeople)
            Console.Out.WriteLine(line);
    }

    /// <summary>Whether what is told has to fit between the lines of a log in JSON.</summary>
    public static bool NotesAreJson { get; set; }

    /// <summary>Tells what is going on.</summary>
    public static void Note(string line) => Console.Error.WriteLine(!NotesAreJson ? line : JsonSerializer.Serialize(
        new
        {
            Timestamp = TimeProvider.System.GetUtcNow().UtcDateTime,
            LogLevel = nameof(LogLevel.Information),
            Category = "supplychain",
            Message = line,
        }));

    /// <summary>
    /// Runs something long. It tells how far it is in percent (null while unknown) and what it is at: a bar on a
    /// terminal, a line every few seconds elsewhere.
    /// </summary>
    public Task<T> FollowAsync<T>(string title, Func<Action<double?, string>, Task<T>> work) =>
        _error.Profile.Out.IsTerminal ? WithBarAsync(title, work) : WithLinesAsync(title, work);

    private Task<T> WithBarAsync<T>(string title, Func<Action<double?, string>, Task<T>> work) =>
        _error.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(title));
                bar.IsIndeterminate = true;
                var result = await work((percent, note) =>
                {
                    bar.IsIndeterminate = percent is null;
                    bar.Value = percent ?? bar.Value;
                    bar.Description = Markup.Escape(note.Length == 0 ? title : $"{title}: {note}");
                });
                bar.IsIndeterminate = false;
                bar.Value = bar.MaxValue;
                return result;
            });

    private static async Task<T> WithLinesAsync<T>(string title, Func<Action<double?, string>, Task<T>> work)
    {
        var since = Stopwatch.StartNew();
        Note($"{title} …");
        return await work((percent, note) =>
        {
            if (since.Elapsed < ProgressInterval)
                return;
            since.Restart();
            Note($"{title}: {(percent is { } known ? $"{known:0} % " : "")}{note}".TrimEnd());
        });
    }
}
