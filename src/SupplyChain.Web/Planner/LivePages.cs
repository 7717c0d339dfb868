using System.Diagnostics.Metrics;

namespace SupplyChain.Planner;

/// <summary>
/// How many pages are live on this node, and how many may be: each keeps memory for as long as its tab is open, and for
/// a while after its connection was lost. They are told to a monitoring system under the meter <c>SupplyChain.Web</c>.
/// </summary>
public sealed class LivePages
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupplyChain.Web";

    private readonly Counter<long> _refused;
    private int _count;

    /// <summary>Makes the instruments.</summary>
    public LivePages(WebOptions options, IMeterFactory meters)
    {
        Most = options.MostCircuits;
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "supplychain.web.pages", () => Count, "{page}",
            "Live pages of this node, those without a connection included.");
        _refused = meter.CreateCounter<long>(
            "supplychain.web.pages.refused", "{page}", "Pages that stood still, because so many were live already.");
    }

    /// <summary>How many are live.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many may be.</summary>
    public int Most { get; }

    /// <summary>Whether one more is shown without coming alive.</summary>
    public bool IsFull => Count >= Most;

    /// <summary>One was shown without coming alive.</summary>
    public void Refuse() => _refused.Add(1);

    /// <summary>One wants to come alive; false when it may not.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= Most)
            return true;
        Interlocked.Decrement(ref _count);
        Refuse();
        return false;
    }

    /// <summary>One that came alive ended.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);
}
