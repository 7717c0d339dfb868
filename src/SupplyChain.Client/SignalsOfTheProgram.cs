using Microsoft.Extensions.Hosting;

namespace SupplyChain;

/// <summary>
/// Leaves signals to the program. A host takes Ctrl-C and SIGTERM unless it has a lifetime of another kind, and the
/// program, which knows nothing of the host in its connection, would go on.
/// </summary>
internal sealed class SignalsOfTheProgram : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
