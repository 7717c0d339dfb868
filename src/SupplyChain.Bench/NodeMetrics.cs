using System.Globalization;

namespace SupplyChain.Bench;

/// <summary>What nodes tell monitoring systems of their memory.</summary>
internal sealed class NodeMetrics(IEnumerable<Uri> nodes) : IDisposable
{
    private const string Allocated = "dotnet_gc_heap_total_allocated_bytes_total";
    private const string Paused = "dotnet_gc_pause_time_seconds_total";
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(20);

    private readonly Uri[] _pages = [.. nodes.Select(node => new Uri(node, "/metrics"))];
    private readonly HttpClient _http = new() { Timeout = AnswerTimeout };

    /// <summary>
    /// Bytes that all nodes allocated, and the mean over them of the seconds they stood still for their garbage
    /// collection; null when one of them does not tell.
    /// </summary>
    public async Task<(double? AllocatedBytes, double? GcPauseSeconds)> ReadAsync(CancellationToken cancellationToken)
    {
        if (_pages.Length == 0)
            return (null, null);
        try
        {
            var pages = await Task.WhenAll(_pages.Select(page => _http.GetStringAsync(page, cancellationToken)));
            return (
                pages.Aggregate((double?)0, (sum, page) => sum + Find(page, Allocated)),
                pages.Aggregate((double?)0, (sum, page) => sum + Find(page, Paused)) / pages.Length);
        }
        catch (Exception noAnswer) when (
            noAnswer is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, null);
        }
    }

    /// <summary>The sum of a counter over its labels, in the text format of Prometheus; null when it is not there.
    /// </summary>
    internal static double? Find(string page, string counter)
    {
        double? sum = null;
        foreach (var line in page.Split('\n'))
        {
            var rest = line.StartsWith(counter, StringComparison.Ordinal) ? line[counter.Length..] : "";
            if (rest is not ['{' or ' ', ..])
                continue;
            var value = rest[(rest.LastIndexOf('}') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            sum = (sum ?? 0) + double.Parse(value, CultureInfo.InvariantCulture);
        }
        return sum;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
