using FluentAssertions;
using Xunit;

namespace SupplyChain.Operations;

/// <summary>Which actors go where.</summary>
public sealed class MovingActors
{
    private static readonly string[] Everywhere = [];

    [Fact]
    public void What_is_beyond_the_share_goes_and_the_first_go_first()
    {
        var moves = Moves.Of("0", Loads((90, 1), (30, 1), (0, 1)), Enumerable.Range(0, 90), homes: null).ToList();

        moves.Select(move => move.Actor).Should().Equal(Enumerable.Range(0, 50));
        moves.CountBy(move => move.Target).Should().BeEquivalentTo(
            new Dictionary<string, int> { ["1"] = 10, ["2"] = 40 });
    }

    [Fact]
    public void Whoever_is_astray_goes_home_although_nothing_is_too_much()
    {
        var moves = Moves.Of(
            "0", Loads((50, 1), (50, 1), (48, 1)), Enumerable.Range(0, 50),
            actor => actor < 4 ? ["1", "2"] : Everywhere);

        moves.Should().Equal([(0, "2"), (1, "2"), (2, "1"), (3, "2")], "each goes where there is least");
    }

    [Fact]
    public void Whoever_is_at_home_stays_however_much_there_is()
    {
        var moves = Moves.Of(
            "0", Loads((90, 1), (0, 1)), Enumerable.Range(0, 90), actor => actor < 80 ? ["0"] : Everywhere).ToList();

        moves.Should().Equal(Enumerable.Range(80, 10).Select(actor => (actor, "1")));
    }

    [Fact]
    public void A_home_of_several_silos_is_shared_evenly()
    {
        var moves = Moves.Of(
            "0", Loads((90, 1), (0, 1), (0, 1)), Enumerable.Range(0, 90), _ => ["0", "1"]).ToList();

        moves.Should().HaveCount(30).And.OnlyContain(move => move.Target == "1");
    }

    private static Dictionary<string, SiloLoad> Loads(params (int Actors, double Weight)[] silos) =>
        silos.Select((silo, i) => (Name: $"{i}", Load: new SiloLoad(silo.Actors, silo.Weight, [])))
            .ToDictionary(silo => silo.Name, silo => silo.Load);
}
