using SupplyChain.Tenants;

namespace SupplyChain.Orders;

/// <summary>
/// Which orders are taken for new without a look at the journal: those that their caller places for the first time.
/// When one exists after all, its first append conflicts, its activation gives up, and the caller's next attempt, which
/// is not the first, reads the journal.
/// </summary>
public sealed class Newcomers
{
    /// <summary>How long every stream is read after one was taken for new and was not: a file that is sent again has
    /// more of them.</summary>
    internal static readonly TimeSpan CautionInterval = TimeSpan.FromSeconds(5);

    private readonly Quotas _quotas;
    private readonly TimeProvider _time;
    private readonly TimeSpan _caution;
    private long _mistakenAt;
    private bool _wasMistaken;

    internal Newcomers(Quotas quotas, TimeProvider time, TimeSpan? caution = null) =>
        (_quotas, _time, _caution) = (quotas, time, caution ?? CautionInterval);

    /// <summary>
    /// Whether the entity that is called for the first time since it went to sleep is taken for new. Where a quota
    /// counts new orders it has to be known whether one is.
    /// </summary>
    internal bool Include(TenantId tenant) =>
        CallContext.Creates && CallContext.Condition.IsNone
        && _quotas.Known?.ContainsKey(tenant) != true
        && !(Volatile.Read(ref _wasMistaken)
            && _time.GetElapsedTime(Volatile.Read(ref _mistakenAt)) < _caution);

    /// <summary>One was not new.</summary>
    internal void WasMistaken()
    {
        Volatile.Write(ref _mistakenAt, _time.GetTimestamp());
        Volatile.Write(ref _wasMistaken, true);
    }
}
