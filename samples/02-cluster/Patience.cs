using SupplyChain;

namespace ClusterSample;

/// <summary>What gets no answer is asked again: every command and question of the client may be repeated.</summary>
internal static class Patience
{
    /// <summary>How long to wait before asking again.</summary>
    public static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until there is an answer.</summary>
    public static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception passing) when (passing is BusyException or UnavailableException)
            {
                await Task.Delay(BetweenTries, stop);
            }
        }
    }
}
