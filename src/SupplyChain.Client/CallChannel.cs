using SupplyChain.Access;

namespace SupplyChain;

/// <summary>What all calls of a client share.</summary>
/// <param name="Grains">Makes the references of actors, once the cluster is reached.</param>
/// <param name="Time">What deadlines are told and waits are measured by.</param>
/// <param name="Session">What shows who calls.</param>
internal sealed record CallChannel(IGrainFactory Grains, TimeProvider Time, AccessSession Session)
{
    /// <summary>How many calls may be under way; null inside a node.</summary>
    public CallWindow? Window { get; init; }

    /// <summary>What has to be open before a call is sent; null inside a node.</summary>
    public ClusterConnection? Connection { get; init; }

    /// <summary>What may make calls fail; null outside tests.</summary>
    public ICallEdge? Edge { get; init; }
}
