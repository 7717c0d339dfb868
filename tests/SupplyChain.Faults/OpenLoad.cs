using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SupplyChain;

/// <summary>
/// Requests that come at a fixed rate, whatever the system does. Each is sent with the same id until it is answered or
/// its ten seconds are over. Who is told that a node is busy comes back when he was told to; in all other cases he
/// tries again soon.
/// </summary>
internal sealed class OpenLoad(ICaller first, Traffic traffic, Notebook notebook, int perSecond)
{
    /// <summary>How long a caller waits for one request, all its attempts together.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _watch = new();
    private DateTimeOffset _began;
    private readonly ConcurrentDictionary<int, Task> _underWay = [];
    private readonly ConcurrentBag<double> _latencies = [];
    private readonly Goodput _goodput = new();
    private Gaps _gaps = new(traffic.Products, TimeSpan.Zero);
    private TimeSpan _from;
    private TimeSpan _lastSuccess;
    private readonly ConcurrentQueue<string> _calls = [];
    private int _unmeasured;
    private int _started;
    private int _errors;
    private int _retried;

    /// <summary>The way requests take.</summary>
    public ICaller Caller { get; set; } = first;

    /// <summary>Requests that were measured.</summary>
    public int Measured => _started - _unmeasured;

    /// <summary>Requests that had no answer within their ten seconds.</summary>
    public int Errors => _errors;

    /// <summary>Requests that were sent more than once.</summary>
    public int Retried => _retried;

    /// <summary>For how long it was measured.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>The longest time without a success for a product.</summary>
    public Gap LongestGap => _gaps.Longest(_from + Duration);

    /// <summary>When, after a moment, this share of what comes was answered again, and went on to be.</summary>
    public TimeSpan? GoodputBack(double share, TimeSpan from) =>
        _goodput.Back(share * perSecond, from, _from + Duration);

    /// <summary>When, since it began, something succeeded last.</summary>
    public TimeSpan LastSuccess => _lastSuccess;

    /// <summary>The time of day, as the nodes' logs have it.</summary>
    public DateTimeOffset At(TimeSpan elapsed) => _began + elapsed;

    /// <summary>How long it has come.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Orders that were given up, and when after the beginning they were sent last.</summary>
    public ConcurrentDictionary<string, TimeSpan> GivenUp { get; } = [];

    /// <summary>From now on it is measured.</summary>
    public void Measure()
    {
        (_from, _unmeasured, _errors, _retried) = (_watch.Elapsed, _started, 0, 0);
        _latencies.Clear();
        _gaps = new(traffic.Products, _from);
    }

    /// <summary>Lets requests come until it is told to stop, and waits for the last answer.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        _watch.Start();
        _began = TimeProvider.System.GetUtcNow();
        using var ticks = new PeriodicTimer(Tick);
        while (!stop.IsCancellationRequested)
        {
            for (; _started < _watch.Elapsed.TotalSeconds * perSecond; _started++)
                _underWay[_started] = ShepherdAsync(_started, traffic.Next());
            await ticks.WaitForNextTickAsync(CancellationToken.None);
        }
        Duration = _watch.Elapsed - _from;
        await Task.WhenAll(_underWay.Values);
    }

    /// <summary>How long a share of the answered requests took at most, in ms.</summary>
    public double Percentile(double share)
    {
        var sorted = _latencies.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }

    /// <summary>Sends an operation again that had no answer; it counts in no figure.</summary>
    public async Task ResendAsync(Operation operation, int first) =>
        notebook.Note(operation, await AttemptAsync(operation, first, Deadline, Deadline));

    /// <summary>Adds a line for every request to a file: when, what, and from when to when each attempt took.</summary>
    public Task WriteCallsAsync(string file) => File.AppendAllLinesAsync(file, _calls);

    /// <summary>Sends an operation until it is answered.</summary>
    /// <returns>Whether it was answered within its ten seconds.</returns>
    private async Task<bool> SendAsync(Operation operation, int first)
    {
        var (began, pause) = (_watch.Elapsed, FirstPause);
        var attempts = new List<string>();
        for (var attempt = 0; ; attempt++)
        {
            var sent = _watch.Elapsed;
            var left = began + Deadline - sent;
            var answer = await AttemptAsync(operation, first + attempt, left, Caller.Patience);
            var (from, to) = ((sent - began).TotalMilliseconds, (_watch.Elapsed - began).TotalMilliseconds);
            attempts.Add(string.Create(CultureInfo.InvariantCulture, $"{from:0}-{to:0} {answer?.Status}"));
            if (answer is { Retryable: false })
            {
                Note(operation, answer, began);
                Tell(operation, first, began, attempts);
                return true;
            }
            if (attempt == 0)
                Interlocked.Increment(ref _retried);
            var rest = answer is { Status: 429, RetryAfter: { } told } ? told : pause;
            if (_watch.Elapsed + 2 * rest >= began + Deadline)
            {
                if (operation.Deed == Deed.Place)
                    GivenUp[operation.Subject] = sent;
                notebook.Note(operation, answer);
                Tell(operation, first, began, attempts);
                return false;
            }
            await Task.Delay(rest * (0.5 + Random.Shared.NextDouble()));
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private void Tell(Operation operation, int first, TimeSpan began, List<string> attempts) =>
        _calls.Enqueue(string.Create(CultureInfo.InvariantCulture,
            $"{At(began):HH:mm:ss.fff} {(_watch.Elapsed - began).TotalMilliseconds,5:0} ms, {operation.Deed} "
            + $"{operation.Subject} [{string.Join(' ', operation.Skus)}], "
            + $"number {first}: {string.Join(", ", attempts)}"));

    private async Task ShepherdAsync(int index, Operation operation)
    {
        await Task.Yield();
        if (!await SendAsync(operation, index))
            Interlocked.Increment(ref _errors);
        _underWay.TryRemove(index, out _);
    }

    private async Task<NodeAnswer?> AttemptAsync(Operation operation, int attempt, TimeSpan left, TimeSpan most)
    {
        using var patience = new CancellationTokenSource(
            left < most ? left > TimeSpan.Zero ? left : TimeSpan.Zero : most);
        return await Caller.TrySendAsync(operation, attempt, patience.Token);
    }

    private void Note(Operation operation, NodeAnswer answer, TimeSpan began)
    {
        notebook.Note(operation, answer);
        var now = _watch.Elapsed;
        _latencies.Add((now - began).TotalMilliseconds);
        _lastSuccess = now;
        _goodput.Answered(now);
        foreach (var sku in operation.Skus)
            _gaps.Succeeded(sku, now);
    }
}
