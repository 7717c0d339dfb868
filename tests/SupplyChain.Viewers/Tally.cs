using System.Collections.Concurrent;

namespace SupplyChain;

/// <summary>What came to all viewers so far.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _troubles = new();
    private long _batches;
    private long _calls;
    private long _bytes;
    private long _live;

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Troubles => _troubles;

    /// <summary>How it is now.</summary>
    public (long Live, long Batches, long Calls, long Bytes, long Failures) Read() => (
        Interlocked.Read(ref _live), Interlocked.Read(ref _batches), Interlocked.Read(ref _calls),
        Interlocked.Read(ref _bytes), _troubles.Values.Sum());

    /// <summary>A page came alive, or a live one was lost.</summary>
    public void Live(int more) => Interlocked.Add(ref _live, more);

    /// <summary>A page was rendered anew, in parts.</summary>
    public void Rendered() => Interlocked.Increment(ref _batches);

    /// <summary>A function of the page was called.</summary>
    public void Called() => Interlocked.Increment(ref _calls);

    /// <summary>A message came; its size is that before the socket's compression.</summary>
    public void Came(long bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>Something went wrong.</summary>
    public void Failed(string why) => _troubles.AddOrUpdate(why, 1, (_, count) => count + 1);
}
