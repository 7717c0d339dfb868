using System.Diagnostics;
using System.Globalization;

namespace SupplyChain;

/// <summary>How a node is to be started: on free ports of this machine.</summary>
/// <param name="DataDirectory">Where it keeps its files.</param>
public sealed record NodeStart(string DataDirectory)
{
    /// <summary>The program; null for the one that is tested.</summary>
    public string? Program { get; init; }

    /// <summary>The database it shares with others; null for a node by itself.</summary>
    public string? Postgres { get; init; }

    /// <summary>Further options of <c>up</c>; an option given twice counts as given here.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether it rehearses before it joins others, as it does outside tests.</summary>
    public bool Rehearses { get; init; }

    /// <summary>What is in its environment beside what is in ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Starts a node that cannot run, and waits until it says so.</summary>
    /// <returns>Its exit code, and everything it wrote.</returns>
    public Task<(int Code, string Said)> RefusedAsync() => TestedProgram.EndedAsync(HowToStart());

    /// <summary>The same on ports of its own, which it takes again whenever it is started anew.</summary>
    public NodeStart OnItsPorts() => this with
    {
        Options =
        [
            .. Options, "--urls", $"http://127.0.0.1:{Port()}", "--silo-port", Port(), "--gateway-port", Port(),
        ],
    };

    internal ProcessStartInfo HowToStart()
    {
        var start = TestedProgram.HowToStart("up", "--json", "--data", DataDirectory);
        start.FileName = Program ?? start.FileName;
        Default(start, "--urls", "http://127.0.0.1:0");
        Default(start, "--silo-port", Port());
        Default(start, "--gateway-port", Port());
        foreach (var option in Options)
            start.ArgumentList.Add(option);
        if (Postgres is not null)
            start.Environment["SUPPLYCHAIN_ConnectionStrings__SupplyChain"] = Postgres;
        if (!Rehearses)
            start.Environment["SUPPLYCHAIN_Rehearsal__Orders"] = "0";
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        return start;
    }

    private void Default(ProcessStartInfo start, string option, string value)
    {
        if (Options.Contains(option))
            return;
        start.ArgumentList.Add(option);
        start.ArgumentList.Add(value);
    }

    private static string Port() => FreePort.Next().ToString(CultureInfo.InvariantCulture);
}
