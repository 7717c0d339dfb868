namespace SupplyChain.Planner.Entities;

/// <summary>Everything the page of an entity shows, as it was read.</summary>
public interface ISeen
{
    /// <summary>The entity's id, as the address says it.</summary>
    string EntityId { get; }

    /// <summary>When it was read.</summary>
    DateTimeOffset At { get; }
}
