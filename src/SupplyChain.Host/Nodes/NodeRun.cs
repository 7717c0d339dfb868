using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Orleans.Runtime;
using Orleans.Runtime.Messaging;
using SupplyChain.Host.Nodes.Rehearsing;

namespace SupplyChain.Host.Nodes;

/// <summary>Runs a node from its start to its end.</summary>
internal static class NodeRun
{
    private const int UsualSiloPort = 11_111;
    private const int UsualGatewayPort = 30_000;

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="VerbException">It cannot start.</exception>
    public static async Task<int> RunAsync(NodeOptions options, Terminal terminal)
    {
        if (options is { Demo: true, Cluster: not null })
            throw new VerbException("--demo lives in a node by itself, not in one with --postgres.", ExitCode.BadUsage);

        if (options is { Certificate: null, Cluster.Advertise: var advertised } && !IPAddress.IsLoopback(advertised))
        {
            throw new VerbException(
                $"--advertise: {advertised} is not on this machine only; that needs certificates "
                + "(SUPPLYCHAIN_Tls__Certificate and SUPPLYCHAIN_Tls__Authority).", ExitCode.BadUsage);
        }

        var rehearsal = new RehearsalOptions();
        Settings.Bind("Rehearsal", rehearsal);
        rehearsal.Check();
        var certificate = WebCertificate.Configured();
        Reach.Check(options, ProxyOptions.Configured(), certificate);
        Ports.EnsureFree(options.Urls);
        var (siloPort, gatewayPort) = ChoosePorts(options);
        await using var app = await ComposeAsync(options, rehearsal.Orders, siloPort, gatewayPort);
        if (!options.IsOpen)
            await FirstKey.EnsureAsync(app.Services, options);
        var signals = (StopSignals)app.Services.GetRequiredService<IHostLifetime>();
        try
        {
            await StartAsync(app);
            await Readiness.WaitAsync(
                Reach.Own(app.Urls.First()), certificate,
                () => app.Services.GetService<IProjection>()?.IsFilling == true, app.Lifetime.ApplicationStopping);
            Announcement.Make(app, options, gatewayPort, terminal);
            await app.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await app.StopAsync();
        }

        return signals.Asked ? ExitCode.Ok : throw new VerbException("The node stopped by itself; the log says why.");
    }

    /// <summary>Puts the node together, after a rehearsal where there are others to join.</summary>
    private static async Task<WebApplication> ComposeAsync(
        NodeOptions options, int ordersToRehearse, int siloPort, int gatewayPort)
    {
        var node = Node.Compose(options, siloPort, gatewayPort);
        if (options.Cluster is not { HasActors: true } || !await Neighbours.AreThereAsync(node, options)
            || ordersToRehearse == 0)
        {
            return node;
        }

        await node.DisposeAsync();
        await Rehearsal.PlayAsync(options, ordersToRehearse);
        return Node.Compose(options, siloPort, gatewayPort);
    }

    /// <summary>Of several nodes on one machine only one could have the usual ports.</summary>
    private static (int Silo, int Gateway) ChoosePorts(NodeOptions options)
    {
        var address = options.Cluster?.Advertise ?? IPAddress.Loopback;
        var alone = options.Cluster is null;
        int[] web = [.. options.Urls.Select(url => new Uri(url).Port)];
        var siloPort = Ports.Choose("--silo-port", address, options.SiloPort, alone ? UsualSiloPort : null, web);
        if (options.Cluster?.GatewayListensOn is not { } listensOn)
        {
            return (siloPort, Ports.Choose(
                "--gateway-port", address, options.GatewayPort, alone ? UsualGatewayPort : null, [.. web, siloPort]));
        }

        // The port that clients are told is another program's: what forwards to this one.
        Ports.Choose("--gateway-listen-port", address, listensOn, usual: null, [.. web, siloPort]);
        return (siloPort, options.GatewayPort
            ?? throw new VerbException(
                "--gateway-listen-port needs --gateway-port, the port that clients are told.", ExitCode.BadUsage));
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
        catch (Exception taken) when (Causes(taken).OfType<SocketException>().Any(
            cause => cause.SocketErrorCode == SocketError.AddressAlreadyInUse))
        {
            throw new VerbException(
                "A port was taken by another program just now; try again, or name others with --silo-port and "
                + "--gateway-port.", inner: taken);
        }
        catch (Exception alone) when (alone is SiloUnavailableException or ConnectionFailedException)
        {
            throw new VerbException(
                "No silo of the cluster answers; start one with --role silo or all, and the same --postgres and "
                + $"certificates ({alone.GetBaseException().Message}).", inner: alone);
        }
    }

    private static IEnumerable<Exception> Causes(Exception failure) => failure is AggregateException several
        ? several.InnerExceptions.SelectMany(Causes)
        : failure.InnerException is { } inner ? [failure, .. Causes(inner)] : [failure];
}
