using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SupplyChain;

/// <summary>How a node is to be started: on free ports of this machine.</summary>
/// <param name="DataDirectory">Where it keeps its files.</param>
public sealed record NodeStart(string DataDirectory)
{
    /// <summary>The database it shares with others; null for a node by itself.</summary>
    public string? Postgres { get; init; }

    /// <summary>Further options of <c>up</c>; an option given twice counts as given here.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether it rehearses before it joins others, as it does where nobody tests.</summary>
    public bool Rehearses { get; init; }

    /// <summary>What is in its environment beside what is in ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Starts a node that cannot run, and waits until it says so.</summary>
    /// <returns>Its exit code, and everything it wrote.</returns>
    public Task<(int Code, string Said)> RefusedAsync() => TestedProgram.EndedAsync(HowToStart());

    /// <summary>The same on ports of its own, which it takes again whenever it is started anew.</summary>
    public NodeStart OnItsPorts()
    {
        var ports = FreePorts(3);
        return this with
        {
            Options =
            [
                .. Options, "--urls", $"http://127.0.0.1:{ports[0]}",
                "--silo-port", ports[1], "--gateway-port", ports[2],
            ],
        };
    }

    internal ProcessStartInfo HowToStart()
    {
        var start = TestedProgram.HowToStart("up", "--json", "--data", DataDirectory);
        Default(start, "--urls", "http://127.0.0.1:0");
        var ports = FreePorts(2);
        Default(start, "--silo-port", ports[0]);
        Default(start, "--gateway-port", ports[1]);
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

    /// <summary>Ports that are free, no two of them the same.</summary>
    private static string[] FreePorts(int count)
    {
        var probes = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            return
            [
                .. probes.Select(probe =>
                {
                    probe.Start();
                    return ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
                }),
            ];
        }
        finally
        {
            probes.ForEach(probe => probe.Dispose());
        }
    }
}
