using SupplyChain.Network;

namespace SupplyChain.Access;

/// <summary>The warehouses that a caller is limited to; without any it is not limited.</summary>
/// <param name="Warehouses">Which ones.</param>
[GenerateSerializer, Immutable, Alias("warehouse-scope")]
public readonly record struct WarehouseScope([property: Id(0)] Items<WarehouseId> Warehouses)
{
    /// <summary>The most warehouses that a key can be limited to.</summary>
    public const int Most = 100;

    /// <summary>Whether the caller is limited at all.</summary>
    public bool IsLimited => Warehouses.Count > 0;

    /// <summary>Whether a warehouse is one of them.</summary>
    public bool Includes(WarehouseId warehouse) => !IsLimited || Warehouses.Contains(warehouse);

    /// <summary>Whether one of some warehouses is one of them.</summary>
    public bool IncludesAny(IEnumerable<WarehouseId> warehouses) => !IsLimited || warehouses.Any(Includes);

    /// <summary>Lets what touches these warehouses pass if all of them are its own.</summary>
    /// <exception cref="AccessDeniedException">One of them is not.</exception>
    public void Demand(params IEnumerable<WarehouseId> warehouses)
    {
        if (!warehouses.All(Includes))
            throw Denied();
    }

    /// <summary>What a caller is told whom its warehouses do not let through.</summary>
    public AccessDeniedException Denied() =>
        new($"The key is limited to warehouses {string.Join(", ", Warehouses)}.", isKnown: true);
}
