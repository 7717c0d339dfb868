using SupplyChain.Network;
using SupplyChain.Operations;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Planner.Tower;

/// <summary>What the control tower shows, read at about one time.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Orders">All orders.</param>
/// <param name="Waiting">Orders that wait for stock.</param>
/// <param name="Ready">Orders that can be released.</param>
/// <param name="UnderWay">Shipments of which units are still to arrive.</param>
/// <param name="Shipments">Of these, the worst first; not all when there are very many.</param>
/// <param name="Exceptions">What planners have to look at.</param>
/// <param name="Largest">Of these, the ones with the largest impact, the largest first.</param>
/// <param name="Kpis">Figures over delivered lines.</param>
/// <param name="Warehouses">Every warehouse by its id.</param>
/// <param name="Map">Warehouses and shipments as the map shows them.</param>
public sealed record TowerSeen(
    DateTimeOffset At,
    OrderCount Orders,
    OrderCount Waiting,
    OrderCount Ready,
    ShipmentCounts UnderWay,
    IReadOnlyList<ShipmentSummary> Shipments,
    ExceptionCount Exceptions,
    IReadOnlyList<ExceptionEntry> Largest,
    KpiFigures Kpis,
    IReadOnlyDictionary<WarehouseId, WarehouseDetails> Warehouses,
    TowerMap Map)
{
    /// <summary>Whether there is no order yet.</summary>
    public bool IsNew => Orders.Orders == 0;

    /// <summary>Whether it says something else than what was read before; when it was read does not matter.</summary>
    public bool Differs(TowerSeen? before) => before is null || this with { At = before.At } != before;

    /// <summary>The same, of an id that is only a text.</summary>
    public string Called(string id) => Identifier.IsValid(id) ? Site(id) : id;

    /// <summary>A warehouse as people call it.</summary>
    public string Site(WarehouseId id) => Warehouses.TryGetValue(id, out var known) ? known.Name : id.Value;
}
