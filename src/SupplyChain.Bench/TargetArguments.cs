using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace SupplyChain.Bench;

/// <summary>The options that say which nodes are measured.</summary>
internal sealed class TargetArguments
{
    private readonly Option<string> _gateway = new Option<string>("--gateway")
    {
        Description = "The SDK gateway of a node that runs by itself.",
        HelpName = "HOST:PORT",
        DefaultValueFactory = _ => "127.0.0.1:30000",
    }.Takes<string>("an address and a port, such as 127.0.0.1:30000", IsGateway);

    private readonly Option<string?> _postgres = BenchVerb.Postgres(
        "The database of a cluster; its gateways are found there. With --start: the server on which an empty one is "
        + "made, and dropped at the end.");

    private readonly Option<bool> _rest = new("--rest") { Description = "Place the orders over REST." };

    private readonly Option<Uri> _url = new Option<Uri>("--url")
    {
        Description = "With --rest: the node that runs already and takes the orders.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080"),
    }.TakesUrl();

    private readonly Option<bool> _start = new("--start")
    {
        Description = "Start nodes on an empty journal, and stop them at the end.",
    };

    private readonly Option<int> _nodes = BenchVerb.Number(
        "--nodes", "How many --start starts on --postgres.", 1, 100);

    private readonly Option<int[]> _pids = new Option<int[]>("--pid")
    {
        Description = "Processes of nodes that run already on this machine, to count their CPU time.",
        HelpName = "PID",
        DefaultValueFactory = _ => [],
        AllowMultipleArgumentsPerToken = true,
    }.TakesNumbers(1, int.MaxValue);

    private readonly Option<string> _clusterId = new Option<string>("--cluster-id")
    {
        Description = "The name of the cluster.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "supplychain",
    }.TakesName();

    private readonly Option<int> _deadline = BenchVerb.Number(
        "--deadline", "Seconds that a caller of the SDK gives a call, its repetitions included.", 8, 600);

    /// <summary>Makes a verb take the options.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])
            [_gateway, _postgres, _rest, _url, _start, _nodes, _pids, _clusterId, _deadline])
        {
            verb.Add(option);
        }
        verb.Rule(line =>
        {
            if (line.GetResult(_deadline) is { Implicit: false } && line.GetValue(_rest))
                line.AddError("--deadline is for the SDK, and --rest places the orders over REST.");
            if (line.GetValue(_nodes) > 1 && !StartsOnPostgres(line))
                line.AddError("--nodes needs --start and --postgres: a node without a database is by itself.");
            if (line.GetResult(_url) is { Implicit: false } && (line.GetValue(_start) || !line.GetValue(_rest)))
                line.AddError("--url is for --rest at a node that runs already.");
            if (line.GetValue(_start) && line.GetResult(_clusterId) is { Implicit: false })
                line.AddError("--cluster-id is for nodes that run already; --start names its own.");
        });
    }

    /// <summary>Whether nodes are started on a database.</summary>
    public bool StartsOnPostgres(CommandResult line) => line.GetValue(_start) && Postgres(line) is not null;

    /// <summary>Whether orders are placed over REST.</summary>
    public bool IsRest(CommandResult line) => line.GetValue(_rest);

    /// <summary>What a command line says.</summary>
    public BenchTargetOptions Read(ParseResult line) => new()
    {
        Gateway = line.GetRequiredValue(_gateway),
        Postgres = Postgres(line.CommandResult),
        ClusterId = line.GetRequiredValue(_clusterId),
        Rest = line.GetValue(_rest) ? line.GetRequiredValue(_url) : null,
        NodesToStart = line.GetValue(_start) ? line.GetValue(_nodes) : 0,
        ProcessIds = line.GetRequiredValue(_pids),
        Deadline = TimeSpan.FromSeconds(line.GetValue(_deadline)),
    };

    /// <summary>A gateway that is named is of a node by itself, whatever the environment says.</summary>
    private string? Postgres(CommandResult line) => line.GetResult(_gateway) is { Implicit: false }
        ? line.GetValue(_postgres)
        : BenchVerb.Connection(line.GetValue(_postgres));

    private static bool IsGateway(string text, out string value)
    {
        value = text;
        return IPEndPoint.TryParse(text, out var gateway) && gateway.Port > 0;
    }
}
