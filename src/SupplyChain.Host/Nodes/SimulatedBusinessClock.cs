using SupplyChain.Demo;
using SupplyChain.Operations;

namespace SupplyChain.Host.Nodes;

/// <summary>In a node with the demo world the business lives in simulated time.</summary>
internal sealed class SimulatedBusinessClock(SimulationClock simulation) : IBusinessClock
{
    /// <inheritdoc/>
    public DateTimeOffset Now => simulation.Now;
}
