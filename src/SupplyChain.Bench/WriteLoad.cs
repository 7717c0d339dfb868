using System.Diagnostics;

namespace SupplyChain.Bench;

/// <summary>Many writers; each writes again when what it wrote is durable.</summary>
internal sealed class WriteLoad(int writers, TimeSpan duration)
{
    private static readonly TimeSpan WarmUpDelay = TimeSpan.FromSeconds(2);

    private readonly Latencies _latencies = new();
    private volatile bool _measuring;

    /// <summary>How many write at the same time.</summary>
    public int Writers => writers;

    /// <summary>Lets all of them write.</summary>
    /// <param name="way">How it is written.</param>
    /// <param name="write">One write of a writer that is known by its number.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<JournalFigures> RunAsync(string way, Func<int, Task> write, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var all = Enumerable.Range(0, writers)
            .Select(writer => Task.Run(() => WriteAsync(writer, write, stop.Token), CancellationToken.None))
            .ToArray();
        await Task.WhenAny([Task.Delay(WarmUpDelay, cancellationToken), .. all]);
        var watch = Stopwatch.StartNew();
        _measuring = true;
        await Task.WhenAny([Task.Delay(duration, cancellationToken), .. all]);
        _measuring = false;
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await Task.WhenAll(all);
        cancellationToken.ThrowIfCancellationRequested();
        return new(
            way, writers, _latencies.Count / seconds, _latencies.Percentile(0.5), _latencies.Percentile(0.99));
    }

    private async Task WriteAsync(int writer, Func<int, Task> write, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await write(writer);
            if (_measuring)
                _latencies.AddSince(began);
        }
    }
}
