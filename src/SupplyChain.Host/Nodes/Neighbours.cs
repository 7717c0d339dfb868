using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Orleans.Runtime;
using SupplyChain.Journal.Postgres;

namespace SupplyChain.Host.Nodes;

/// <summary>The silos that a node is about to join.</summary>
internal static class Neighbours
{
    private const int MaxProbeAttempts = 3;
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Who has given no sign of life for longer is not heeded; clocks may differ by as much.</summary>
    private static readonly TimeSpan MaxSignOfLifeAge = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether there are any: a silo that the table calls active can be reached. After all have died it still calls
    /// them active, and then every second counts.
    /// </summary>
    /// <param name="node">The node that is to join, composed and not started.</param>
    /// <param name="options">How it will run.</param>
    /// <exception cref="VerbException">They and this node would not find or not understand each other.</exception>
    public static async Task<bool> AreThereAsync(WebApplication node, NodeOptions options)
    {
        try
        {
            var active = await ReadAsync(node.Services.GetRequiredService<IMembershipTable>());
            var now = node.Services.GetRequiredService<PostgresDatabase>().Time.GetUtcNow();
            foreach (var silo in active.Where(silo => now - silo.IAmAliveTime < MaxSignOfLifeAge))
                CheckAddress(silo, options.Cluster!.Advertise);
            var reached = await Task.WhenAll(active.Select(silo => IsReachedAsync(silo, options.Certificate)));
            return reached.Contains(true);
        }
        catch (Exception trouble) when (trouble is not VerbException)
        {
            Terminal.Note($"Who is in the cluster cannot be read yet: {trouble.Message}");
            return false;
        }
    }

    private static async Task<IReadOnlyList<MembershipEntry>> ReadAsync(IMembershipTable table)
    {
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        return
        [
            .. (await table.ReadAllAsync()).Members
                .Select(member => member.Item1)
                .Where(member => member.Status == SiloStatus.Active),
        ];
    }

    /// <summary>An address of a machine's own is another silo, or none, on every other machine.</summary>
    private static void CheckAddress(MembershipEntry silo, IPAddress own)
    {
        var theirs = silo.SiloAddress.Endpoint;
        var (theyStay, weStay) = (IPAddress.IsLoopback(theirs.Address), IPAddress.IsLoopback(own));
        if (theyStay && weStay && silo.HostName == Dns.GetHostName())
            return;
        if (weStay)
        {
            throw new VerbException(
                $"--advertise: {own} is on this machine only, but a silo of this cluster runs at {theirs} on "
                + $"{silo.HostName}. Give an address at which the others reach this machine.");
        }

        if (theyStay)
        {
            throw new VerbException(
                $"--advertise: a silo of this cluster runs at {theirs} on {silo.HostName}, which is that machine only. "
                + $"Start it with an address at which {own} reaches it; the cluster forgets the old one after "
                + $"{MaxSignOfLifeAge.TotalSeconds:0} s.");
        }
    }

    /// <summary>Who dies at this moment hangs up, too, but does not answer again.</summary>
    private static async Task<bool> IsReachedAsync(MembershipEntry silo, ClusterCertificate? certificate)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await IsReachedAsync(silo.SiloAddress.Endpoint, certificate);
            }
            catch (IOException) when (attempt < MaxProbeAttempts)
            {
                await Task.Delay(ProbeTimeout);
            }
            catch (Exception strange) when (strange is AuthenticationException or IOException)
            {
                throw new VerbException(
                    $"Tls:Authority: the silo at {silo.SiloAddress.Endpoint} shows no certificate that it issued "
                    + $"({strange.Message}). All nodes of a cluster show certificates of one authority, or none does.",
                    inner: strange);
            }
        }
    }

    private static async Task<bool> IsReachedAsync(IPEndPoint silo, ClusterCertificate? certificate)
    {
        using var patience = new CancellationTokenSource(ProbeTimeout);
        using var probe = new TcpClient(silo.AddressFamily);
        try
        {
            await probe.ConnectAsync(silo, patience.Token);
            if (certificate is not null)
                await certificate.GreetAsync(probe.GetStream(), patience.Token);
            return true;
        }
        catch (Exception unreachable) when (unreachable is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
