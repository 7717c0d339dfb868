using Microsoft.Extensions.Hosting;

namespace SupplyChain.Operations;

/// <summary>Stops the host.</summary>
internal sealed class HostDeparture(IHostApplicationLifetime host) : ISiloDeparture
{
    /// <inheritdoc/>
    public void Begin() => host.StopApplication();
}
