using SupplyChain.Inventory;

namespace SupplyChain.Orders;

/// <summary>
/// Owners that are served together or not at all, and could not be when they were asked: the queue goes on without
/// them until units come in. Soft state: who is forgotten is asked again.
/// </summary>
public sealed class PassedOver
{
    private readonly HashSet<DemandOwner> _asked = [];
    private readonly HashSet<DemandOwner> _owners = [];

    /// <summary>The owners.</summary>
    public IReadOnlySet<DemandOwner> Owners => _owners;

    /// <summary>These are about to be asked.</summary>
    public void Asking(IEnumerable<DemandOwner> owners) => _asked.UnionWith(owners);

    /// <summary>
    /// These were asked. Units that came in meanwhile they may not have seen, so they are asked once more then.
    /// </summary>
    public void Asked(IEnumerable<DemandOwner> owners) => _owners.UnionWith(owners.Where(_asked.Remove));

    /// <summary>Units came in.</summary>
    public void Forget()
    {
        _asked.Clear();
        _owners.Clear();
    }
}
