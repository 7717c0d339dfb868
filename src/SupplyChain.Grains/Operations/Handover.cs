using System.Collections.Concurrent;

namespace SupplyChain.Operations;

/// <summary>Carries the news of one stream to many actors.</summary>
internal static class Handover
{
    private const int MaxConcurrentCalls = 16;

    /// <summary>Tells all, also when one of them is in trouble; that is thrown in the end.</summary>
    public static async Task TellEachAsync<T>(IEnumerable<T> all, Func<T, Task> tell)
    {
        var telling = new ConcurrentBag<Task>();
        var limit = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentCalls };
        await Parallel.ForEachAsync(all, limit, async (one, _) =>
        {
            var told = tell(one);
            telling.Add(told);
            await told.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await Task.WhenAll(telling);
    }
}
