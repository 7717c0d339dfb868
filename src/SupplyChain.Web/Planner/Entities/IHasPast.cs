using SupplyChain.Orders;

namespace SupplyChain.Planner.Entities;

/// <summary>Everything the page of an entity shows that can be looked at as it was.</summary>
public interface IHasPast : ISeen
{
    /// <summary>The version that is shown.</summary>
    long Version { get; }

    /// <summary>The entity's events; none where they were not read, because the present is shown.</summary>
    IReadOnlyList<HistoryEntry> History { get; }

    /// <summary>An event in a planner's words.</summary>
    Look Told(HistoryEntry entry);
}
