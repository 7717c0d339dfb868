using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using SupplyChain.Journal;

namespace SupplyChain.Operations;

/// <summary>What the silos carry, and how much of it is this one's share.</summary>
public sealed class Balance(
    ActorRegistry actors, JournalMetrics journal, BalanceOptions options, IServiceProvider services)
{
    /// <summary>A silo whose timers come this late has more than it can carry.</summary>
    private static readonly TimeSpan LagThreshold = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LoadTimeout = TimeSpan.FromSeconds(1);

    private volatile bool _leaving;
    private long _lateMs;

    /// <summary>This silo gives everything away and takes nothing more.</summary>
    public void Leave() => _leaving = true;

    /// <summary>How late this silo's timers come.</summary>
    public void Noticed(TimeSpan late) => Interlocked.Exchange(ref _lateMs, (long)late.TotalMilliseconds);

    /// <summary>What this silo carries.</summary>
    public SiloLoad Load()
    {
        var rate = journal.Rate;
        var weight = _leaving ? 0 : Interlocked.Read(ref _lateMs) > LagThreshold.TotalMilliseconds ? 0.5 : 1;
        return new(actors.Count, weight, Kinds(), rate.CommitsPerSecond, rate.EventsPerSecond, options.Region);
    }

    /// <summary>What every active silo carries; one that does not answer at once is left out.</summary>
    public async Task<IReadOnlyDictionary<SiloAddress, SiloLoad>> LoadsAsync()
    {
        var self = services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        var silos = services.GetRequiredService<IClusterMembershipService>().CurrentSnapshot.Members.Values
            .Where(member => member.Status == Orleans.Runtime.SiloStatus.Active).Select(member => member.SiloAddress);
        var client = services.GetRequiredService<BalanceClient>();
        var loads = await Task.WhenAll(silos.Select(async silo => (silo, Load: await AskAsync(client, self, silo))));
        return loads.Where(silo => silo.Load is not null).ToDictionary(silo => silo.silo, silo => silo.Load!);
    }

    private Items<ActorCount> Kinds() =>
        actors.Kinds.Where(kind => kind.Value > 0).OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new ActorCount(kind.Key, kind.Value)).ToItems();

    private async Task<SiloLoad?> AskAsync(BalanceClient client, SiloAddress self, SiloAddress silo)
    {
        if (silo.Equals(self))
        {
            return Load();
        }
        try
        {
            return await client.At(silo).Load().WaitAsync(LoadTimeout);
        }
        catch (Exception trouble) when (trouble is TimeoutException or OrleansException or OperationCanceledException)
        {
            return null;
        }
    }
}
