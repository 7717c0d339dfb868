using SupplyChain.Network;

namespace SupplyChain.Bench;

/// <summary>What is measured; the same seed is the same load.</summary>
internal sealed record OrderLoad
{
    /// <summary>What the clients do.</summary>
    public Workload Workload { get; init; }

    /// <summary>Clients, each of which does one operation at a time.</summary>
    public required int Clients { get; init; }

    /// <summary>How many operations a second are due; null when each is as soon as the last is answered.</summary>
    public int? Rate { get; init; }

    /// <summary>How long is measured.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long orders are placed before that.</summary>
    public required TimeSpan Warmup { get; init; }

    /// <summary>Warehouses.</summary>
    public required int Warehouses { get; init; }

    /// <summary>Products.</summary>
    public required int Skus { get; init; }

    /// <summary>Lines of an order, of different products.</summary>
    public required int Lines { get; init; }

    /// <summary>Everything the load names begins with it.</summary>
    public required int Seed { get; init; }

    /// <summary>The product that is in one warehouse only.</summary>
    public string HotSku => $"B{Seed}-HOT";

    /// <summary>A product by its index from 0.</summary>
    public string Sku(int sku) => $"B{Seed}-S{sku}";

    /// <summary>A warehouse by its index from 0.</summary>
    public string Warehouse(int warehouse) => $"B{Seed}-W{warehouse}";

    /// <summary>How the numbers of the orders of a round, from 1, begin.</summary>
    public string Numbers(Skew skew, int round) => $"B{Seed}-{skew.Name()}-{round}-";

    /// <summary>Where the warehouses are.</summary>
    public GeoPoint[] Places()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Warehouses)
            .Select(_ => new GeoPoint(random.NextDouble() * 100 - 40, random.NextDouble() * 360 - 180))];
    }
}
