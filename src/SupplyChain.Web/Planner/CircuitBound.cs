using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SupplyChain.Planner;

/// <summary>
/// Lets a page's circuit begin only while not too many are live. The first answer looks at that too; this decides, for
/// of many who are answered at the same time each may still become the last one. What is kept of a page without a
/// connection rests until it is back.
/// </summary>
internal sealed class CircuitBound(LivePages pages, IServiceProvider page) : CircuitHandler, IDisposable
{
    private int _entered;

    /// <summary>Who looks at the page is not known yet when this is made.</summary>
    private Viewer Viewer => page.GetRequiredService<Viewer>();

    /// <inheritdoc/>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!pages.TryEnter())
            throw new InvalidOperationException($"Web:MostCircuits {pages.Most}: no more pages come alive.");
        Volatile.Write(ref _entered, 1);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) =>
        Viewer.ConnectAsync(connected: false);

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // What is read anew comes when it is there; the page does not wait for it to be live again.
        _ = Viewer.ConnectAsync(connected: true);
        return Task.CompletedTask;
    }

    /// <summary>The circuit is gone, with all that was kept for it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _entered, 0) == 1)
            pages.Leave();
    }
}
