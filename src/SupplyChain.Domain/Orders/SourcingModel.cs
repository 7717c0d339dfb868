using System.Collections.Immutable;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>A sourcing problem in arrays, in an order that does not depend on the order of what was given.</summary>
internal sealed class SourcingModel
{
    public SourcingModel(SourcingProblem problem)
    {
        var lines = problem.Lines.ToArray();
        Array.Sort(lines, static (a, b) => a.Sku == b.Sku ? a.Line.CompareTo(b.Line) : a.Sku.CompareTo(b.Sku));
        var stock = problem.Availability.ToDictionary(availability => availability.Sku);
        var parts = new List<(ArraySegment<SourcingLine> Lines, SkuAvailability Availability)>(lines.Length);
        for (int start = 0, end; start < lines.Length; start = end)
        {
            var sku = lines[start].Sku;
            for (end = start + 1; end < lines.Length && lines[end].Sku == sku;)
                end++;
            parts.Add((new(lines, start, end - start), stock.GetValueOrDefault(sku) ?? new(sku, [])));
        }

        Network = new(problem, Usable(parts, problem.Date));
        Groups = [.. parts.Select(part => new SourcingGroup(Network, problem, part.Lines, part.Availability))];
    }

    public SourcingNetwork Network { get; }

    public SourcingGroup[] Groups { get; }

    /// <summary>Whether stock may be reserved at all, for goods that leave on a day.</summary>
    public static bool IsUsable(in StockCandidate candidate, DateOnly day) =>
        candidate is { Open: true, Rationed: false } && candidate.Supplies.On(day) > 0;

    /// <summary>Whether the line may be served from a warehouse.</summary>
    public static bool Allows(SourcingLine line, WarehouseId warehouse) =>
        (line.Pinned is not { } pinned || pinned == warehouse) && line.OnlyFrom?.Contains(warehouse) != false;

    private static HashSet<WarehouseId> Usable(
        List<(ArraySegment<SourcingLine>, SkuAvailability)> parts, DateOnly day)
    {
        var usable = new HashSet<WarehouseId>();
        foreach (var (lines, availability) in parts)
        {
            foreach (var candidate in availability.Candidates.AsSpan())
            {
                if (IsUsable(candidate, day) && AllowedByAny(lines, candidate.Warehouse))
                    usable.Add(candidate.Warehouse);
            }
        }

        return usable;
    }

    private static bool AllowedByAny(ArraySegment<SourcingLine> lines, WarehouseId warehouse)
    {
        foreach (var line in lines)
        {
            if (Allows(line, warehouse))
                return true;
        }

        return false;
    }
}
