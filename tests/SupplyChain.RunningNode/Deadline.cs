using System.Diagnostics;

namespace SupplyChain;

/// <summary>Waits for a condition, but not for ever.</summary>
public static class Deadline
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <returns>How long it took; null when the time was up first.</returns>
    public static async Task<TimeSpan?> WaitAsync(TimeSpan patience, Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > patience)
            {
                return null;
            }
            await Task.Delay(Pause);
        }
        return watch.Elapsed;
    }
}
