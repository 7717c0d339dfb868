using SupplyChain.Operations.Verification;

namespace SupplyChain.Operations;

/// <summary>
/// Verifies as always, and while somebody holds it keeps its thread busy instead, as a large journal would.
/// </summary>
public sealed class HeldVerifier(Verifier verifier) : IVerifier, IDisposable
{
    private readonly ManualResetEventSlim _goesOn = new(initialState: true);
    private readonly SemaphoreSlim _began = new(0);
    private volatile string? _fault;

    /// <summary>How many runs began.</summary>
    public int Runs { get; private set; }

    /// <summary>Lets no run go on.</summary>
    public void Hold()
    {
        while (_began.Wait(0))
        {
            // Of runs before.
        }
        (_fault, Runs) = (null, 0);
        _goesOn.Reset();
    }

    /// <summary>Lets every run go on, or fail.</summary>
    public void LetGo(string? fault = null)
    {
        _fault = fault;
        _goesOn.Set();
    }

    /// <summary>Waits until a run has begun.</summary>
    public async Task BeganAsync(TimeSpan patience)
    {
        if (!await _began.WaitAsync(patience))
            throw new TimeoutException("No verification began.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _goesOn.Dispose();
        _began.Dispose();
    }

    /// <inheritdoc/>
    public async Task<VerifyReport> VerifyAsync(
        DateTimeOffset now, VerificationProgress? progress = null, CancellationToken cancellationToken = default)
    {
        Runs++;
        _began.Release();
        _goesOn.Wait(cancellationToken);
        return _fault is null
            ? await verifier.VerifyAsync(now, progress, cancellationToken)
            : throw new InvalidOperationException(_fault);
    }
}
