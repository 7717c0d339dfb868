using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupplyChain.Access;
using SupplyChain.Tenants;

namespace SupplyChain;

/// <summary>The figures of all clients of the process.</summary>
internal static class ClientMetrics
{
    private static readonly Meter Meter = new(SupplyChainClient.TelemetryName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "supplychain.client.call.duration", "s", "From a call to its answer, repetitions included.",
        tags: null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        });

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "supplychain.client.call.retries", "{call}", "Tries that were made again.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "supplychain.client.refusals", "{command}", "Commands that were refused.");

    private static readonly ConcurrentDictionary<CallWindow, bool> Windows = [];

    static ClientMetrics() => Meter.CreateObservableGauge(
        "supplychain.client.window.size", () => Windows.Keys.Sum(window => window.Size), "{call}",
        "Calls that the clients may have under way at once.");

    /// <summary>Counts a window until it is forgotten.</summary>
    public static void Watch(CallWindow window) => Windows[window] = true;

    /// <summary>The client of a window is closed.</summary>
    public static void Forget(CallWindow? window)
    {
        if (window is not null)
            Windows.TryRemove(window, out _);
    }

    /// <summary>A try is made again.</summary>
    public static void Repeated(string call) => Retries.Add(1, new KeyValuePair<string, object?>("call", call));

    /// <summary>A call was answered.</summary>
    public static void Answered(string call, object? answer, TimeSpan took)
    {
        if (answer is IReply { Refusal: { } refusal })
        {
            Refusals.Add(1, new TagList { { "call", call }, { "code", refusal.Code() } });
        }
        Record(call, answer is IReply reply ? Outcome(reply.Status) : "answered", took);
    }

    /// <summary>A call ended without an answer.</summary>
    public static void Failed(string call, Exception failure, TimeSpan took) => Record(
        call, failure switch
        {
            BusyException => "busy",
            UnavailableException => "unavailable",
            AccessDeniedException => "denied",
            QuotaExceededException => "quota-exceeded",
            OperationCanceledException => "cancelled",
            _ => "failed",
        },
        took);

    private static string Outcome(ReplyStatus status) => status switch
    {
        ReplyStatus.Done or ReplyStatus.Created => "accepted",
        ReplyStatus.Replayed => "replayed",
        ReplyStatus.Pending => "pending",
        ReplyStatus.Refused => "refused",
        ReplyStatus.Invalid => "invalid",
        _ => "not-found",
    };

    private static void Record(string call, string outcome, TimeSpan took) =>
        Duration.Record(took.TotalSeconds, new TagList { { "call", call }, { "outcome", outcome } });
}
