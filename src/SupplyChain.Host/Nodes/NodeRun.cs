using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;

namespace SupplyChain.Host.Nodes;

/// <summary>Runs a node from its start to its end.</summary>
internal static class NodeRun
{
    private const int UsualSiloPort = 11_111;
    private const int UsualGatewayPort = 30_000;

    /// <summary>Runs until somebody stops it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="VerbException">It cannot start.</exception>
    public static async Task<int> RunAsync(NodeOptions options, Terminal terminal)
    {
        if (!options.Environment.Equals(NodeOptions.Development, StringComparison.OrdinalIgnoreCase))
        {
            throw new VerbException(
                $"--environment {options.Environment}: not built yet: authentication. "
                + $"Only {NodeOptions.Development} can run, open to every program on this machine.");
        }

        Ports.EnsureFree(options.Urls);
        var siloPort = Ports.Choose("--silo-port", options.SiloPort, UsualSiloPort);
        var gatewayPort = Ports.Choose("--gateway-port", options.GatewayPort, UsualGatewayPort);
        await using var app = Node.Compose(options, siloPort, gatewayPort);
        var signals = (StopSignals)app.Services.GetRequiredService<IHostLifetime>();
        try
        {
            DataFolder.Open(app.Services, options.Data);
            await StartAsync(app);
            await Readiness.WaitAsync(app.Urls.First(), app.Lifetime.ApplicationStopping);
            Announce(app, options, gatewayPort, terminal);
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (signals.Asked)
        {
            await app.StopAsync();
        }

        return signals.Asked ? ExitCode.Ok : throw new VerbException("The node stopped by itself; the log says why.");
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new VerbException($"{taken.Message} Name another with --urls.", inner: taken);
        }
    }

    private static void Announce(WebApplication app, NodeOptions options, int gatewayPort, Terminal terminal)
    {
        var urls = app.Urls.ToArray();
        var version = typeof(NodeRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
        var forPrograms = JsonSerializer.Serialize(new
        {
            urls, tenant = NodeOptions.Tenant.Value, environment = options.Environment, data = options.Data,
            gateway = $"127.0.0.1:{gatewayPort}", clusterId = options.ClusterId, version,
        });
        terminal.Answer(forPrograms,
        [
            $"SupplyChain {version} is running.",
            .. urls.SelectMany(url => (string[])
            [
                $"  start page    {url}/",
                $"  REST          {url}/api/v1",
                $"  API document  {url}/openapi/v1.json",
            ]),
            $"  SDK gateway   127.0.0.1:{gatewayPort} (cluster {options.ClusterId})",
            $"  data          {options.Data}",
            $"Development: open to every program on this machine and to nobody else; tenant {NodeOptions.Tenant}.",
            "Ctrl-C stops it.",
        ]);
    }
}
