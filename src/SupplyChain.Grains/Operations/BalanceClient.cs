using Orleans.Runtime;
using Orleans.Runtime.Services;

namespace SupplyChain.Operations;

/// <summary>Asks the silos of the cluster, each by itself.</summary>
public sealed class BalanceClient(IServiceProvider services) : GrainServiceClient<IBalanceService>(services)
{
    /// <summary>The silo's own answers.</summary>
    public IBalanceService At(SiloAddress silo) => GetGrainService(silo);
}
