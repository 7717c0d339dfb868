using SupplyChain.Operations;

namespace SupplyChain.Host.Nodes;

/// <summary>Lets an operator end a node from afar, as a signal to stop would.</summary>
internal sealed class Departure(IServiceProvider services) : ISiloDeparture
{
    /// <inheritdoc/>
    public void Begin() => ((StopSignals)services.GetRequiredService<IHostLifetime>()).Begin();
}
