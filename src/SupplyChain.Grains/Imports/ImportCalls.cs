using Orleans.Runtime;

namespace SupplyChain.Imports;

/// <summary>Sends commands to actors as any client does, and repeats them, with the same ids, while failures may
/// pass.</summary>
internal sealed class ImportCalls(
    IGrainFactory grains, TenantId tenant, string correlation, TimeSpan patience, TimeProvider time)
{
    /// <summary>Who an import is in the journal.</summary>
    public const string Actor = "import";

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MinBackoff = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(2);

    /// <summary>The share of a back-off that is left to chance.</summary>
    private const double Jitter = 0.5;

    /// <summary>Calls the actor of an entity until it answers.</summary>
    /// <exception cref="UnavailableException">It could not answer for as long as we are patient.</exception>
    public async Task<TResult> Call<TGrain, TResult>(
        Func<TGrain, Task<TResult>> call, string id, CancellationToken cancellationToken)
        where TGrain : IGrainWithStringKey
    {
        var until = time.GetUtcNow() + patience;
        for (var backoff = new Backoff(MinBackoff, MaxBackoff, time, Jitter); ;)
        {
            CallContext.Actor = Actor;
            CallContext.Correlation = correlation;
            CallContext.Deadline = time.GetUtcNow() + CallTimeout;
            CallContext.Condition = default;
            try
            {
                return await call(grains.GetGrain<TGrain>(GrainKey.Of(tenant, id))).WaitAsync(cancellationToken);
            }
            catch (Exception failure) when (MayPass(failure))
            {
                if (time.GetUtcNow() + backoff.NextWait >= until)
                    throw new UnavailableException($"{typeof(TGrain).Name} {id}: {failure.Message}");
            }
            await backoff.WaitAsync(cancellationToken);
        }
    }

    private static bool MayPass(Exception failure) => failure
        is BusyException or UnavailableException or TimeoutException or OrleansMessageRejectionException;
}
