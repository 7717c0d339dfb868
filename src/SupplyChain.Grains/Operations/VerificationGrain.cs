using Microsoft.Extensions.Logging;
using SupplyChain.Operations.Verification;

namespace SupplyChain.Operations;

/// <summary>
/// Starts verifications and watches them. It stays without requests: a run goes on without those who have left, and
/// the last report is there for those who come.
/// </summary>
[GrainType("verification"), KeepAlive]
public sealed class VerificationGrain(IVerifier verifier, TimeProvider time, ILogger<VerificationGrain> log)
    : Grain, IVerificationGrain, IDisposable
{
    private readonly VerificationRuns _runs = new(verifier, time, log);

    /// <inheritdoc/>
    public Task<VerifyTicket> Start() => Task.FromResult(_runs.Start());

    /// <inheritdoc/>
    public Task<VerifyOutcome> Follow(VerifyTicket ticket) => Task.FromResult(_runs.Follow(ticket));

    /// <inheritdoc/>
    public Task<VerifyProgress> Progress() => Task.FromResult(_runs.Progress());

    /// <summary>Ends what is under way, when the actor leaves the silo.</summary>
    public void Dispose() => _runs.Dispose();
}
