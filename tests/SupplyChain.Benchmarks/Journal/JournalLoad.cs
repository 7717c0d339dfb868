using System.Diagnostics;

namespace SupplyChain.Journal;

/// <summary>
/// Many pens that append as fast as what they appended before is durable, and one reader of the tail.
/// </summary>
internal sealed class JournalLoad
{
    private const int Page = 2_000;
    private const int MostCalls = 20_000_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly Latencies _appends = new(MostCalls);
    private readonly Latencies _lags = new(MostCalls);
    private long _measureFrom;
    private long _until;
    private long _appended;
    private long _followed;

    public required int Pens { get; init; }
    public required int Depth { get; init; }
    public required int Bytes { get; init; }
    public required TimeSpan Duration { get; init; }

    public async Task<Figures> RunAsync(IJournal journal, TimeProvider time, CancellationToken cancellationToken)
    {
        var writers = await Task.WhenAll(Enumerable.Range(0, Pens).Select(async n =>
            (await journal.OpenAsync(new("bench", "stream", $"{n}"), 1, cancellationToken)).Writer));
        _measureFrom = Stopwatch.GetTimestamp() + Ticks(WarmUp);
        _until = _measureFrom + Ticks(Duration);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var follower = Task.Run(() => FollowAsync(journal, time, stop.Token), CancellationToken.None);
        await Task.WhenAll(writers.Select(writer => Task.Run(() => WriteAsync(writer, time), cancellationToken)));
        await stop.CancelAsync();
        await follower;
        var figures = new Figures();
        figures.Add("appends/s", _appended / Duration.TotalSeconds);
        figures.Add("append p50 ms", _appends.Percentile(0.5));
        figures.Add("append p99 ms", _appends.Percentile(0.99));
        figures.Add("followed/s", _followed / Duration.TotalSeconds);
        figures.Add("decided to read p50 ms", _lags.Percentile(0.5));
        figures.Add("decided to read p99 ms", _lags.Percentile(0.99));
        return figures;
    }

    private async Task WriteAsync(StreamWriter writer, TimeProvider time)
    {
        var data = new byte[Bytes];
        Array.Fill(data, (byte)'x');
        var inFlight = new Queue<(Task Append, long Began)>();
        while (Stopwatch.GetTimestamp() < _until)
        {
            while (inFlight.Count < Depth)
            {
                var now = time.GetUtcNow();
                inFlight.Enqueue((writer.AppendAsync(
                    [new("bench.noted", 1, data, now, null, UnfinishedWork.None)],
                    new("bench", "bench", now, DateTimeOffset.MaxValue)), Stopwatch.GetTimestamp()));
            }
            var (append, began) = inFlight.Dequeue();
            await append;
            Count(ref _appended, _appends, began);
        }
        await Task.WhenAll(inFlight.Select(each => each.Append));
    }

    private async Task FollowAsync(IJournal journal, TimeProvider time, CancellationToken stop)
    {
        for (var after = Position.Start; !stop.IsCancellationRequested;)
        {
            var rows = await journal.ReadTailAsync(after, Page, CancellationToken.None);
            var (now, read) = (time.GetUtcNow(), Stopwatch.GetTimestamp());
            foreach (var row in rows)
            {
                Count(ref _followed, _lags, read - Ticks(now - row.RecordedAt), read);
            }
            after = rows.Count > 0 ? rows[^1].Position : after;
            if (rows.Count < Page)
            {
                await journal.WaitForTailAsync(after, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Count(ref long count, Latencies latencies, long began) =>
        Count(ref count, latencies, began, Stopwatch.GetTimestamp());

    private void Count(ref long count, Latencies latencies, long began, long ended)
    {
        if (ended >= _measureFrom && ended < _until)
        {
            Interlocked.Increment(ref count);
            latencies.Add(ended - began);
        }
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
