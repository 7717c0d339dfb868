using SupplyChain.Operations;

namespace SupplyChain.Journal.Verification;

/// <summary>Checks every invariant at one place of the journal.</summary>
public interface IVerifier
{
    /// <summary>
    /// Reads the whole journal and compares the read models with it. Work in flight that is younger than a minute at
    /// <paramref name="now"/> counts as pending.
    /// </summary>
    Task<VerifyReport> VerifyAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
