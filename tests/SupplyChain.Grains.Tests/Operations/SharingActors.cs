using FluentAssertions;
using Xunit;

namespace SupplyChain.Operations;

/// <summary>Who gives how many actors to whom.</summary>
public sealed class SharingActors
{
    [Fact]
    public void A_silo_that_joins_gets_its_share_from_each_of_the_others()
    {
        var loads = Loads(900, 600, 0);

        FairShare.Of("0", loads).Should().Equal([("2", 400)]);
        FairShare.Of("1", loads).Should().Equal([("2", 100)]);
        FairShare.Of("2", loads).Should().BeEmpty();
    }

    [Fact]
    public void What_all_give_together_fills_up_each_taker_once() =>
        FairShare.Of("0", Loads(1_000, 1_000, 0, 400)).Should().Equal([("2", 300), ("3", 100)]);

    [Fact]
    public void Small_differences_are_left_alone() => FairShare.Of("0", Loads(1_020, 1_000, 980)).Should().BeEmpty();

    [Fact]
    public void A_silo_that_lags_carries_half_as_much() =>
        FairShare.Of("0", Loads((600, 0.5), (600, 1))).Should().Equal([("1", 200)]);

    [Fact]
    public void A_silo_that_leaves_gives_everything_away() =>
        FairShare.Of("0", Loads((3, 0), (10, 1))).Should().Equal([("1", 3)]);

    [Fact]
    public void The_last_silo_keeps_everything_even_when_it_leaves() =>
        FairShare.Of("0", Loads((100, 0))).Should().BeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_loads_a_few_rounds_make_them_even_and_lose_none(int seed)
    {
        var random = new Random(seed);
        var actors = Enumerable.Range(0, random.Next(2, 9)).Select(_ => random.Next(5_000)).ToArray();
        var all = actors.Sum();

        for (var round = 0; round < 3; round++)
        {
            var loads = Loads(actors);
            foreach (var (from, to, count) in loads.Keys
                .SelectMany(self => FairShare.Of(self, loads).Select(part => (self, part.Target, part.Actors)))
                .ToList())
            {
                actors[int.Parse(from)] -= count;
                actors[int.Parse(to)] += count;
            }
        }

        actors.Sum().Should().Be(all);
        var share = all / (double)actors.Length;
        actors.Should().OnlyContain(count => Math.Abs(count - share) <= Math.Max(10, share * 0.04));
    }

    private static Dictionary<string, SiloLoad> Loads(params int[] actors) =>
        Loads(actors.Select(count => (count, 1.0)).ToArray());

    private static Dictionary<string, SiloLoad> Loads(params (int Actors, double Weight)[] silos) =>
        silos.Select((silo, i) => (Name: $"{i}", Load: new SiloLoad(silo.Actors, silo.Weight, [])))
            .ToDictionary(silo => silo.Name, silo => silo.Load);
}
