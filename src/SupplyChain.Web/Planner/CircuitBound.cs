using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SupplyChain.Planner;

/// <summary>
/// Lets a page's circuit begin only while not too many are live. The first answer looks at that too; this decides, for
/// of many who are answered at the same time each may still become the last one.
/// </summary>
internal sealed class CircuitBound(LivePages pages) : CircuitHandler, IDisposable
{
    private int _entered;

    /// <inheritdoc/>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!pages.TryEnter())
            throw new InvalidOperationException($"Web:MostCircuits {pages.Most}: no more pages come alive.");
        Volatile.Write(ref _entered, 1);
        return Task.CompletedTask;
    }

    /// <summary>The circuit is gone, with all that was kept for it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _entered, 0) == 1)
            pages.Leave();
    }
}
