using System.Collections.Immutable;
using CsCheck;
using SupplyChain.Inventory;
using SupplyChain.Network;

namespace SupplyChain.Orders;

/// <summary>Random sourcing problems.</summary>
internal static class SourcingProblems
{
    public static readonly DateOnly Date = new(2026, 3, 2);

    private static readonly GeoPoint ShipTo = new(48.1, 11.6);

    /// <summary>Few enough combinations to try them all.</summary>
    public static readonly Gen<SourcingProblem> Small = Problems(lines: 3, skus: 2, warehouses: 3, units: 3);

    /// <summary>One line and more warehouses, so that sets of several sizes are tried.</summary>
    public static readonly Gen<SourcingProblem> Wide = Problems(lines: 1, skus: 1, warehouses: 5, units: 4);

    /// <summary>Larger than any limit of the exact search.</summary>
    public static readonly Gen<SourcingProblem> Large = Problems(lines: 40, skus: 12, warehouses: 90, units: 60);

    /// <summary>The same problem with everything in another order.</summary>
    public static SourcingProblem Shuffle(SourcingProblem problem, int seed)
    {
        var random = new Random(seed);
        return problem with
        {
            Lines = Shuffled(problem.Lines),
            AlreadyUsed = Shuffled(problem.AlreadyUsed),
            Warehouses = Shuffled(problem.Warehouses),
            Availability = [.. Shuffled(problem.Availability)
                .Select(stock => stock with { Candidates = Shuffled(stock.Candidates) })],
        };

        ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items)
        {
            var copy = items.ToArray();
            random.Shuffle(copy);
            return [.. copy];
        }
    }

    private static Gen<SourcingProblem> Problems(int lines, int skus, int warehouses, int units)
    {
        var warehouse = Gen.Int[0, warehouses - 1].Select(number => new WarehouseId($"W{number}"));
        var someWarehouses = warehouse.Array[0, warehouses].Select(some => some.ToImmutableHashSet());
        var line = Gen.Select(
            Gen.Int[0, skus - 1],
            Gen.Long[1, units],
            Gen.Frequency((5, Gen.Const((WarehouseId?)null)), (1, warehouse.Select(id => (WarehouseId?)id))),
            Gen.Frequency(
                (1, Gen.Const((DateOnly?)null)),
                (3, Gen.Int[1, 6].Select(days => (DateOnly?)Date.AddDays(days)))),
            Gen.Frequency((5, Gen.Const((ImmutableHashSet<WarehouseId>?)null)), (1, someWarehouses!)),
            (sku, quantity, pinned, due, only) => new SourcingLine(0, $"S{sku}", quantity)
            {
                Pinned = pinned,
                Scheduled = due,
                OnlyFrom = only,
                UnitWeightKg = sku == 0 ? null : 2.5 * sku,
            });
        var day = Gen.Int[-2, 2].Select(days => (DateOnly?)(days == -2 ? null : Date.AddDays(days)));
        var supply = Gen.Select(
            Gen.Long[0, units], day, day, (quantity, from, until) => new Supply(quantity, from, until));
        var supplies = Gen.Frequency(
            (2, Gen.Long[0, units].Select(there => (Supplies)there)),
            (1, supply.Array[0, 3].Select(some => new Supplies(some.ToItems()))));
        var candidate = Gen.Select(
            Gen.Int[0, warehouses - 1], supplies, Gen.Int[0, 9], Gen.Int[0, 9],
            (number, available, rationed, open) =>
                new StockCandidate($"W{number}", available, Rationed: rationed == 0, Open: open != 0));
        var candidates = candidate.Array[0, warehouses]
            .Select(some => some.DistinctBy(one => one.Warehouse).ToImmutableArray());
        var profile = Gen.Select(
            Gen.Int[0, 5].Select(step => (GeoPoint?)(step == 0 ? null : new GeoPoint(48.1, 11.6 + (4.5 * step)))),
            Gen.Int[1, 2]);
        return Gen.Select(
            line.Array[1, lines],
            candidates.Array[skus],
            profile.Array[warehouses],
            Gen.Bool,
            Gen.Frequency((2, Gen.Const((int?)null)), (1, Gen.Int[0, 3].Select(most => (int?)most))),
            warehouse.Array[0, 1],
            (some, stock, profiles, split, most, used) => new SourcingProblem
            {
                Date = Date,
                ShipTo = ShipTo,
                Lines = [.. some.Select((one, index) => one with { Line = index + 1 })],
                Availability = [.. stock.Select((one, sku) => new SkuAvailability($"S{sku}", one))],
                Warehouses = [.. profiles.Select((one, number) =>
                    new SourcingWarehouse($"W{number}", one.Item1, one.Item2))],
                AllowSplit = split,
                MaxShipments = most,
                AlreadyUsed = [.. used],
            });
    }
}
