namespace SupplyChain.Host.Nodes.Rehearsing;

/// <summary>Leaves signals to the program that runs: a node that only rehearses is not what they mean.</summary>
internal sealed class NoSignals : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
