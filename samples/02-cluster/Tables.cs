using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ClusterSample;

/// <summary>What the screen looks like.</summary>
internal sealed class Tables(int perSecond)
{
    private const int BarWidth = 40;

    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>What is done now, below the acts.</summary>
    public string Note { get; set; } = "";

    /// <summary>The whole screen.</summary>
    public IRenderable Draw(IEnumerable<Silo> silos, string database, IReadOnlyList<ActRow> acts) => new Rows(
        new Rule(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]SupplyChain[/]: one cluster, {perSecond} orders a second   [grey]{_watch.Elapsed:mm\\:ss}[/]"))
        {
            Justification = Justify.Left,
        },
        Silos([.. silos], database), Acts(acts), new Markup($"[grey]{Markup.Escape(Note)}[/]"));

    /// <summary>The sum, in a box.</summary>
    public static IRenderable Sum(bool good, IEnumerable<string> lines) => new Panel(
        string.Join('\n', lines.Select(Markup.Escape)))
    {
        Header = new PanelHeader(good ? "[green]Nothing was lost[/]" : "[red]NOT OK[/]"),
        BorderStyle = new Style(good ? Color.Green : Color.Red),
    };

    private static Table Silos(IReadOnlyList<Silo> silos, string database)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Style.Parse("grey") }
            .AddColumns("", "", "");
        table.Columns[2].RightAligned();
        table.AddColumn(new TableColumn("actors").Width(BarWidth));
        table.ShowHeaders = false;
        var most = Math.Max(1, silos.Max(silo => silo.Actors));
        foreach (var silo in silos)
        {
            var bar = new string('█', silo.Actors * BarWidth / most);
            var (state, colour) = Look(silo.State);
            table.AddRow(
                $"silo [bold]{silo.Name}[/]", $"[{colour}]{state}[/]",
                silo.Actors.ToString("#,##0 'actors'", CultureInfo.InvariantCulture), $"[{colour}]{bar}[/]");
        }
        var calm = database == "serving" ? "green" : "red";
        return table.AddRow("[bold]PostgreSQL[/]", $"[{calm}]{database}[/]", "", "");
    }

    private static (string State, string Colour) Look(SiloState state) => state switch
    {
        SiloState.Serving => ("serving", "green"),
        SiloState.Starting => ("joining", "blue"),
        SiloState.Leaving => ("leaving", "yellow"),
        SiloState.Killed => ("killed", "red"),
        _ => ("left", "grey"),
    };

    private static Table Acts(IReadOnlyList<ActRow> acts)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Style.Parse("grey") }
            .AddColumn("what happens");
        foreach (var name in (string[])["orders", "orders/s", "longest gap", "failed calls", "lost", "duplicated"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var row in acts)
        {
            string[] cells = [row.Act.Title, .. row.Cells];
            cells[5] = Zero(row.Lost);
            cells[6] = Zero(row.Duplicated);
            cells[0] = ReferenceEquals(row, acts[^1]) ? $"[bold]{cells[0]}[/]" : cells[0];
            table.AddRow(cells);
        }
        return table;
    }

    private static string Zero(int count) => count == 0 ? "[green]0[/]" : $"[red]{count}[/]";
}
