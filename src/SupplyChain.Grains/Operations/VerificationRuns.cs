using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Operations;

/// <summary>
/// Verifies on the threads of the process, one run after the other; asked by any thread. Unlike with
/// <see cref="SharedRun{T}"/>, a run takes longer than a call may: callers of other nodes follow it by a ticket.
/// </summary>
internal sealed class VerificationRuns(IVerifier verifier, TimeProvider time, ILogger log) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Guid _home = Guid.NewGuid();

    private VerificationProgress _progress = new();
    private DateTimeOffset? _startedAt;
    private LastVerification? _last;
    private string? _trouble;
    private long _asked;
    private long _begun;
    private long _reported;
    private long _failed;
    private bool _running;

    /// <summary>Begins a run, or lets the caller share the next one.</summary>
    public VerifyTicket Start()
    {
        lock (_lock)
        {
            _asked = _begun + 1;
            if (!_running)
            {
                _running = true;
                Begin();
                _ = Task.Run(RunAsync);
            }
            return new(_home, _asked);
        }
    }

    /// <summary>What has become of the run of a ticket.</summary>
    public VerifyOutcome Follow(VerifyTicket ticket)
    {
        lock (_lock)
        {
            return ticket.Home != _home ? new(Now(), null, "The silo that verified has left; asking again is safe.")
                : _reported >= ticket.Run ? new(Now(), _last!.Report, null)
                : _failed >= ticket.Run ? new(Now(), null, _trouble)
                : new(Now(), null, null);
        }
    }

    /// <summary>How far the run under way is.</summary>
    public VerifyProgress Progress()
    {
        lock (_lock)
        {
            return Now();
        }
    }

    /// <summary>Ends what is under way.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private VerifyProgress Now() => new(_running, _progress.EventsRead, _progress.Events, _startedAt, _last);

    private void Begin() => (_begun, _progress, _startedAt) = (_begun + 1, new(), time.GetUtcNow());

    private async Task RunAsync()
    {
        do
        {
            var (report, trouble) = await VerifyAsync();
            lock (_lock)
            {
                (_last, _reported, _trouble, _failed) = report is null
                    ? (_last, _reported, trouble, _begun)
                    : (new(report, time.GetUtcNow()), _begun, _trouble, _failed);
            }
        }
        while (GoesOn());
    }

    private bool GoesOn()
    {
        lock (_lock)
        {
            _running = _asked > _begun && !_stop.IsCancellationRequested;
            if (_running)
            {
                Begin();
            }
            return _running;
        }
    }

    private async Task<(VerifyReport? Report, string? Trouble)> VerifyAsync()
    {
        try
        {
            return (await verifier.VerifyAsync(time.GetUtcNow(), _progress, _stop.Token), null);
        }
        catch (Exception failure) // callers that wait have to hear of it, whatever it is
        {
            if (failure is not (JournalUnavailableException or OperationCanceledException or ObjectDisposedException))
            {
                log.Failed(failure);
            }
            return (null, $"The verification could not be finished: {failure.Message}");
        }
    }
}
