using FluentAssertions;
using Xunit;

namespace SupplyChain.Demo;

public sealed class ChanceTests
{
    private static readonly Seed Seed = new(7);

    [Fact]
    public void The_same_purpose_party_and_moment_draw_the_same_numbers() =>
        Draw(Seed.For("order", "oslo-clinic", 42)).Should().Equal(Draw(Seed.For("order", "oslo-clinic", 42)));

    [Fact]
    public void Numbers_do_not_change_with_the_machine_or_the_runtime() =>
        Seed.For("order", "oslo-clinic", 42).Between(0, 999_999).Should().Be(905_957);

    [Theory]
    [InlineData("order", "oslo-clinic", 43)]
    [InlineData("order", "oslo-workshop", 42)]
    [InlineData("intent", "oslo-clinic", 42)]
    [InlineData("ordero", "slo-clinic", 42)]
    public void Another_purpose_party_or_moment_draws_others(string purpose, string party, long moment) =>
        Draw(Seed.For(purpose, party, moment)).Should().NotEqual(Draw(Seed.For("order", "oslo-clinic", 42)));

    [Fact]
    public void Fractions_spread_evenly_over_parties()
    {
        var fractions = Enumerable.Range(0, 10_000).Select(i => Seed.For("even", $"p{i}").Fraction()).ToArray();
        fractions.Should().OnlyContain(fraction => fraction >= 0 && fraction < 1);
        for (var tenth = 0; tenth < 10; tenth++)
            fractions.Count(fraction => (int)(fraction * 10) == tenth).Should().BeInRange(900, 1_100);
    }

    [Fact]
    public void A_range_includes_both_ends()
    {
        var chance = Seed.For("ends");
        Enumerable.Range(0, 1_000).Select(_ => chance.Between(3, 5)).Distinct().Should().BeEquivalentTo([3, 4, 5]);
    }

    private static int[] Draw(Chance chance) => [.. Enumerable.Range(0, 5).Select(_ => chance.Between(0, 1_000_000))];
}
