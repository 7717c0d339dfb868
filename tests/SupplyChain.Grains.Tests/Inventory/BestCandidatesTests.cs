using FluentAssertions;
using SupplyChain.Network;
using SupplyChain.Orders;
using Xunit;

namespace SupplyChain.Inventory;

/// <summary>What sourcing is offered, against the same rules written as sorted lists.</summary>
public sealed class BestCandidatesTests
{
    private const int MaxCandidates = 12;

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(40)]
    [InlineData(400)]
    public void They_are_those_that_sorting_all_would_give(int warehouses)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random((warehouses * 1_000) + seed);
            var places = Places(random, warehouses);
            var available = Enumerable.Range(0, warehouses + 5).Select(_ => Units(random)).ToArray();
            var isRationed = random.Next(4) == 0;
            var query = Query(random, warehouses);

            var (best, others) = BestCandidates.Of(places, available, isRationed, query);

            var (expected, counts) = Sorted(places, available, isRationed, query);
            best.Should().Equal(expected, "the seed is {0}", seed);
            others.Should().BeEquivalentTo(counts, "the seed is {0}", seed);
        }
    }

    private static long Units(Random random) => random.Next(5) switch
    {
        0 => AvailableUnits.Never,
        1 => random.Next(-2, 1),
        _ => random.Next(1, 9),
    };

    private static SupplyPlace[] Places(Random random, int count)
    {
        var ranks = Enumerable.Range(0, count).ToArray();
        random.Shuffle(ranks);
        return [.. ranks.Select(rank => SupplyPlace.Of(random.Next(20) == 0 ? null : Warehouse(random, rank), rank))];
    }

    /// <summary>Few bands and few places, so that much is equal.</summary>
    private static WarehouseDetails Warehouse(Random random, int rank)
    {
        var isLocated = random.Next(6) > 0;
        return new(
            $"W{rank:D4}", "",
            isLocated ? random.Next(-9, 10) * 10 : null, isLocated ? random.Next(-18, 19) * 10 : null,
            null, null, null, null, null, random.Next(1, 4),
            random.Next(5) == 0 ? WarehouseStatus.Closed : WarehouseStatus.Open, null, null, null, 1);
    }

    private static FindCandidates Query(Random random, int warehouses)
    {
        Items<WarehouseId> Some(int count) =>
            Enumerable.Range(0, count).Select(_ => new WarehouseId($"W{random.Next(warehouses):D4}")).ToItems();
        return new(
            random.Next(5) == 0 ? null : new(random.Next(-90, 91), random.Next(-180, 181)),
            random.Next(5) == 0 ? Some(warehouses) : null,
            Freshness.AsKnown,
            random.Next(2) == 0 ? CountedStock.EvenRationed : CountedStock.FreeForAll)
        {
            InAnyCase = random.Next(3) == 0 ? Some(3) : [],
        };
    }

    private static (List<int> Best, List<RejectionCount> Others) Sorted(
        SupplyPlace[] places, long[] available, bool isRationed, FindCandidates query)
    {
        var all = Enumerable.Range(0, places.Length).Where(item =>
            available[item] != AvailableUnits.Never && places[item].Warehouse is { } warehouse
            && query.OnlyFrom?.Contains(warehouse.Id) != false).ToList();
        if (all.Count <= MaxCandidates)
        {
            return (all, []);
        }
        var useful = all.Where(item => places[item].IsOpen && available[item] > 0
            && (!isRationed || query.Counted == CountedStock.EvenRationed)).ToList();
        var best = all.Where(item => query.InAnyCase.Contains(places[item].Warehouse!.Id))
            .Concat(useful.OrderByDescending(item => available[item]).ThenBy(item => places[item].IdRank).Take(3))
            .Concat(useful.OrderBy(item => places[item].Band).ThenBy(Distance).ThenBy(item => places[item].IdRank))
            .Concat(all.OrderBy(Distance).ThenBy(item => places[item].IdRank))
            .Distinct().Take(MaxCandidates).ToList();
        var others = all.Except(best).GroupBy(WhyNot).Select(one => new RejectionCount(one.Key, one.Count())).ToList();
        return (best, others);

        double Distance(int item) => query.ShipTo is { } to && places[item].Location is { } location
            ? GreatCircle.DistanceKm(location, new(to.Latitude, to.Longitude))
            : double.MaxValue;

        RejectionReason WhyNot(int item) => !places[item].IsOpen ? RejectionReason.Closed
            : available[item] <= 0 ? RejectionReason.NoStock
            : isRationed ? RejectionReason.Rationed
            : places[item].Location is null ? RejectionReason.UnknownLocation
            : RejectionReason.Farther;
    }
}
