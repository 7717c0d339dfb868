using SupplyChain.Orders;

namespace SupplyChain.Inventory;

/// <summary>
/// Grants whose owners are being told of them at this moment, by a caller or by the dispatcher: the other one leaves
/// them out. Soft state: grants that stay unsettled for a moment are told again.
/// </summary>
internal sealed class GrantsUnderWay(TimeProvider time)
{
    private static readonly TimeSpan HandoverTimeout = TimeSpan.FromSeconds(2);

    private readonly Dictionary<int, long> _sent = [];

    /// <summary>Those of these grants that are not under way; from now on they are.</summary>
    public Items<LineGrant> Take(IEnumerable<LineGrant> grants)
    {
        foreach (var (attempt, _) in _sent.Where(sent => time.GetElapsedTime(sent.Value) > HandoverTimeout))
        {
            _sent.Remove(attempt);
        }
        var now = time.GetTimestamp();
        return grants.Where(grant => _sent.TryAdd(grant.Attempt, now)).ToItems();
    }

    /// <summary>These are under way now.</summary>
    public void Add(Items<LineGrant> grants)
    {
        foreach (var grant in grants)
        {
            _sent[grant.Attempt] = time.GetTimestamp();
        }
    }

    /// <summary>Their owners have them.</summary>
    public void Forget(IEnumerable<int> attempts)
    {
        foreach (var attempt in attempts)
        {
            _sent.Remove(attempt);
        }
    }
}
