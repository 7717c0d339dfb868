using Orleans.Runtime;

namespace SupplyChain.Operations;

/// <summary>The silos of the cluster, as operators see them and send them away.</summary>
public sealed class Silos(
    Balance balance, BalanceClient client, IClusterMembershipService membership, IGrainFactory grains)
{
    private const string Silent = "Silent";
    private const string Draining = "Draining";
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Everyone who is not gone, and what they carry; a silo that does not answer at once shows nothing.
    /// </summary>
    public async Task<IReadOnlyList<(SiloStatus Silo, SiloLoad? Load)>> ReadAsync()
    {
        var loads = await balance.LoadsAsync();
        var hosts = await grains.GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: false);
        return
        [
            .. from host in hosts
               where host.Status is not Orleans.Runtime.SiloStatus.Dead
               orderby host.SiloName
               let load = loads.GetValueOrDefault(host.SiloAddress)
               select (Show(host, load), load),
        ];
    }

    /// <summary>Begins to drain a silo.</summary>
    /// <returns>False when no silo has that name.</returns>
    /// <exception cref="UnavailableException">It does not answer.</exception>
    public async Task<bool> DrainAsync(string name)
    {
        var named = membership.CurrentSnapshot.Members.Values
            .Where(member => member.Name == name && member.Status is not Orleans.Runtime.SiloStatus.Dead)
            .MaxBy(member => member.SiloAddress.Generation);
        if (named is null)
        {
            return false;
        }
        try
        {
            if (named.Status is Orleans.Runtime.SiloStatus.Active)
            {
                await client.At(named.SiloAddress).Drain().WaitAsync(DrainTimeout);
            }
            return true;
        }
        catch (Exception trouble) when (trouble is TimeoutException or OrleansException)
        {
            throw new UnavailableException($"The silo {name} does not answer.");
        }
    }

    private static SiloStatus Show(MembershipEntry host, SiloLoad? load) => new(
        host.SiloName, Status(host.Status, load), load?.Actors ?? 0, host.StartTime, load?.Kinds ?? [],
        load?.EventsPerSecond ?? 0, load?.Region);

    private static string Status(Orleans.Runtime.SiloStatus told, SiloLoad? load) => (told, load) switch
    {
        (Orleans.Runtime.SiloStatus.Active, null) => Silent,
        (Orleans.Runtime.SiloStatus.Active, { Weight: 0 }) => Draining,
        _ => told.ToString(),
    };
}
