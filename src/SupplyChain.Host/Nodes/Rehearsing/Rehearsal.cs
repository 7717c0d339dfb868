using System.Diagnostics;
using System.Net;

namespace SupplyChain.Host.Nodes.Rehearsing;

/// <summary>
/// What a node does before it joins others that serve: it plays some trade through, in two nodes of its own on a
/// temporary directory, so that its program is compiled before a caller waits for it. From its first moment a silo
/// keeps its share of the directory and gets its share of the new actors; unprepared it would let all callers wait for
/// its compiler. Two nodes, because most of what is compiled then is what silos say to each other.
/// </summary>
internal static class Rehearsal
{
    private static readonly TimeSpan RehearsalTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Rehearses. What goes wrong is told, and the node joins without it. The node that is to join may not be composed
    /// meanwhile: it would take what is measured here for its own.
    /// </summary>
    /// <param name="options">How the node that is to join will run.</param>
    /// <param name="orders">How many orders to play through.</param>
    public static async Task PlayAsync(NodeOptions options, int orders)
    {
        using var patience = new CancellationTokenSource(RehearsalTimeout);
        var since = Stopwatch.StartNew();
        try
        {
            await PlayAsync(options, orders, patience.Token);
            Terminal.Note($"Rehearsed in {since.Elapsed.TotalSeconds:0.0} s; now the node joins the silos that serve.");
        }
        catch (Exception trouble)
        {
            Terminal.Note($"The rehearsal failed ({trouble.Message}); the node joins without it.");
        }
    }

    private static async Task PlayAsync(NodeOptions options, int orders, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("supplychain-rehearsal-");
        var alone = orders / 2;
        var stage = options with
        {
            Data = folder.FullName,
            Urls = ["http://127.0.0.1:0"],
            Cluster = null,
            ClusterId = "rehearsal",
        };
        try
        {
            await using var first = await StartAsync(stage, joins: null, cancellationToken);
            using var script = new RehearsalScript(first.Node.Urls.First());
            await script.OpenAsync(cancellationToken);
            await script.TradeAsync(Enumerable.Range(0, alone), cancellationToken);
            await using (var second = await StartAsync(stage, first, cancellationToken))
            {
                await script.TradeAsync(Enumerable.Range(alone, orders - alone), cancellationToken);
                await second.Node.StopAsync(cancellationToken);
            }

            await first.Node.StopAsync(cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<RehearsedNode> StartAsync(
        NodeOptions stage, RehearsedNode? joins, CancellationToken cancellationToken)
    {
        var siloPort = Ports.AnyFree(IPAddress.Loopback);
        var gatewayPort = Ports.AnyFree(IPAddress.Loopback, siloPort);
        var options = stage with { Rehearsal = new(joins) };
        var node = new RehearsedNode(
            Node.Compose(options, siloPort, gatewayPort), new(IPAddress.Loopback, siloPort));
        try
        {
            await node.Node.StartAsync(cancellationToken);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }
}
