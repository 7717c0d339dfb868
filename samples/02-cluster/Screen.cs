using Spectre.Console;
using SupplyChain;
using SupplyChain.Operations;

namespace ClusterSample;

/// <summary>Shows what goes on: live on a terminal, elsewhere a line for each act.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    private readonly IReadOnlyList<Silo> _silos;
    private readonly Customers _customers;
    private readonly Auditor _auditor;
    private readonly Tables _tables;
    private readonly List<ActRow> _acts = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private bool _closed;

    private Screen(IReadOnlyList<Silo> silos, Customers customers, Auditor auditor, int perSecond)
    {
        (_silos, _customers, _auditor) = (silos, customers, auditor);
        _tables = new Tables(perSecond);
    }

    /// <summary>How the database is.</summary>
    public string Database { get; set; } = "serving";

    /// <summary>Says something before the show begins.</summary>
    public static void Say(string line) => AnsiConsole.MarkupLineInterpolated($"[grey]{line}[/]");

    /// <summary>Begins to show.</summary>
    public static Screen Open(
        IReadOnlyList<Silo> silos, Customers customers, Auditor auditor, SupplyChainClient client, int perSecond)
    {
        var screen = new Screen(silos, customers, auditor, perSecond);
        var counting = screen.CountActorsAsync(client);
        var showing = IsTerminal ? screen.ShowAsync() : Task.CompletedTask;
        if (!IsTerminal)
            Console.WriteLine(ActRow.Head);
        screen._running = Task.WhenAll(counting, showing);
        return screen;
    }

    /// <summary>An act begins.</summary>
    public void Begin(Act act)
    {
        lock (_acts)
            _acts.Add(new(act));
    }

    /// <summary>The act is over.</summary>
    public void End()
    {
        ActRow row;
        lock (_acts)
            row = _acts[^1];
        row.Act.End();
        row.Count(_auditor);
        if (!IsTerminal)
            Console.WriteLine($"{row.Line}   {string.Join("  ", _silos.Where(IsThere).Select(Told))}");
    }

    /// <summary>Says what is done between the last act and the sum.</summary>
    public void Note(string line)
    {
        _tables.Note = line;
        if (!IsTerminal)
            Console.WriteLine(line);
    }

    /// <summary>What came of it all.</summary>
    /// <returns>The exit code: 0 when nothing was lost, nothing happened twice, and every invariant is true.</returns>
    public int Sum(VerifyReport report)
    {
        var (lost, duplicated) = (_auditor.Lost, _auditor.Duplicated);
        var longest = _acts.MaxBy(row => row.Act.LongestGap)!.Act;
        var good = lost == 0 && duplicated == 0 && report.Ok;
        AnsiConsole.Write(Tables.Sum(good,
        [
            $"{_customers.Acknowledged.Count:#,##0} orders acknowledged, {lost} lost, {duplicated} duplicated",
            $"no customer waited longer than {longest.LongestGap.TotalSeconds:0.0} s ({longest.Title})",
            $"verify: {report.Violations.Count} violations in {report.Events:#,##0} events of "
                + $"{report.Streams:#,##0} streams, {report.Pending} pending",
        ]));
        return good ? 0 : 1;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private static bool IsTerminal => AnsiConsole.Profile.Out.IsTerminal;

    private static bool IsThere(Silo silo) => silo.State is not SiloState.Absent;

    private static string Told(Silo silo) => silo.State is SiloState.Serving
        ? $"{silo.Name} {silo.Actors:#,##0}"
        : $"{silo.Name} {silo.State.ToString().ToLowerInvariant()}";

    private Task ShowAsync() => AnsiConsole.Live(Text.Empty).StartAsync(async live =>
    {
        do
        {
            Draw(live);
            await Task.Delay(Refresh, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!_stop.IsCancellationRequested);
        Draw(live);
    });

    private void Draw(LiveDisplayContext live)
    {
        ActRow[] acts;
        lock (_acts)
            acts = [.. _acts];
        acts.LastOrDefault()?.Count(_auditor);
        live.UpdateTarget(_tables.Draw(_silos.Where(IsThere), Database, acts));
    }

    private async Task CountActorsAsync(SupplyChainClient client)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var status = await client.Operations.StatusAsync(_stop.Token);
                foreach (var silo in _silos.Where(silo => silo.State is SiloState.Serving or SiloState.Leaving))
                    silo.Actors = status.Silos.FirstOrDefault(seen => silo.IsCalled(seen.Name))?.Actors ?? 0;
                await Task.Delay(Refresh * 2, _stop.Token);
            }
            catch (Exception passing)
                when (passing is BusyException or UnavailableException or OperationCanceledException)
            {
                // The screen keeps what was known last.
            }
        }
    }
}
