using System.CommandLine;

namespace SupplyChain.Host.Nodes;

/// <summary><c>supplychain up</c>: runs a node.</summary>
internal static class UpVerb
{
    public static Command Create(Option<bool> json)
    {
        var demo = new Option<bool>("--demo")
        {
            Description = "Fill the node with a simulated world that begins 120 days ago and goes on.",
        };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The directory that holds everything the node keeps; created when missing.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo("./data"),
        }.TakesDirectory();
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where the web part answers; several are separated by semicolons.",
            HelpName = "URLS",
            DefaultValueFactory = _ => [ListenUrls.Default],
            CustomParser = ListenUrls.Parse,
        };
        var siloPort = Ports.Option(
            "--silo-port", "The port actors of other nodes call [default: 11111, or a free one].");
        var gatewayPort = Ports.Option(
            "--gateway-port", "The port clients of the SDK call [default: 30000, or a free one].");
        var clusterId = new Option<string>("--cluster-id")
        {
            Description = "The name of the cluster; clients of the SDK have to give the same.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "supplychain",
        }.TakesName();
        var jsonLogs = new Option<bool>("--json-logs")
        {
            Description = "Make each line of the log a JSON object; also Logging:Json.",
        };
        var environment = new Option<string>("--environment")
        {
            Description = "Development is open to all programs of this machine; in any other every caller shows a key.",
            HelpName = "NAME",
            DefaultValueFactory = _ => NodeOptions.Development,
        }.TakesName();
        var verb = new Command("up", "Run a node.")
        {
            demo, data, urls, siloPort, gatewayPort, clusterId, environment, jsonLogs,
        };
        var cluster = new ClusterArguments();
        cluster.AddTo(verb);
        NodeOptions Read(ParseResult line) => new()
        {
            Demo = line.GetValue(demo),
            Data = line.GetRequiredValue(data).FullName,
            Urls = line.GetRequiredValue(urls),
            SiloPort = line.GetValue(siloPort),
            GatewayPort = line.GetValue(gatewayPort),
            ClusterId = line.GetRequiredValue(clusterId),
            Certificate = TlsOptions.Configured(),
            Cluster = cluster.Read(line, line.GetRequiredValue(clusterId)),
            Environment = line.GetRequiredValue(environment),
            JsonLogs = Terminal.NotesAreJson,
        };
        verb.SetAction(line =>
        {
            Terminal.NotesAreJson = line.GetValue(jsonLogs) || Settings.JsonLogs;
            return cluster.Supervised(line)
                ? Supervisor.RunAsync()
                : NodeRun.RunAsync(Read(line), new Terminal(line.GetValue(json)));
        });
        return verb;
    }
}
