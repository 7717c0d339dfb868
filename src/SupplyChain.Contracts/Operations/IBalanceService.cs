using Orleans.Services;

namespace SupplyChain.Operations;

/// <summary>Answers for one silo what it carries. One lives in each silo.</summary>
/// <remarks>Silos alone use it; it is here because Orleans makes the id of a service of its assembly's name, and nodes
/// of release 0.1 look for it here.</remarks>
[GrainInterfaceType("balance"), Alias("balance")]
public interface IBalanceService : IGrainService
{
    /// <summary>What the silo carries.</summary>
    [Alias("load")] Task<SiloLoad> Load();

    /// <summary>Lets the silo finish, hand its actors over, and leave.</summary>
    [Alias("drain")] Task Drain();
}
