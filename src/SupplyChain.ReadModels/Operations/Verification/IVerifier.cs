namespace SupplyChain.Operations.Verification;

/// <summary>Checks every invariant at one place of the journal.</summary>
public interface IVerifier
{
    /// <summary>
    /// Reads the whole journal and compares the read models with it. Work in flight that is younger than a minute at
    /// <paramref name="now"/> counts as pending.
    /// </summary>
    /// <param name="now">What time it is.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<VerifyReport> VerifyAsync(
        DateTimeOffset now, VerificationProgress? progress = null, CancellationToken cancellationToken = default);
}
