using System.Diagnostics;
using System.Runtime.InteropServices;
using SupplyChain.Operations;

namespace SupplyChain.Host.Nodes;

/// <summary>Ends the node when it is told to: gently the first time, at once the second time.</summary>
internal sealed class StopSignals(IHostApplicationLifetime lifetime, Drain drain, IServiceProvider services)
    : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _interrupts;
    private int _asked;

    /// <summary>Whether the node was told to stop.</summary>
    public bool Asked => _asked > 0;

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT])
            _registrations.Add(PosixSignalRegistration.Create(signal, Stop));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (signal.Signal == PosixSignal.SIGINT && Interlocked.Increment(ref _interrupts) > 1)
            Process.GetCurrentProcess().Kill();
        Begin();
    }

    /// <summary>Ends the node gently; once is enough.</summary>
    public void Begin()
    {
        if (Interlocked.Exchange(ref _asked, 1) > 0)
            return;
        Terminal.Note("Stopping: what was begun is finished. Ctrl-C kills the node; nothing acknowledged is lost.");
        drain.Begin();
        services.GetService<Balance>()?.Leave(); // a node with the web part alone has none
        _ = StopAfterNoticeAsync();
    }

    private async Task StopAfterNoticeAsync()
    {
        await Task.Delay(drain.Notice);
        lifetime.StopApplication();
    }
}
