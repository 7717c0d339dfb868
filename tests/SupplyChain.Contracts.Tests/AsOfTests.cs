using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>A moment of an entity's past.</summary>
public sealed class AsOfTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_version_holds_its_own_event_and_those_before()
    {
        AsOf.AtVersion(2).Includes(2, Noon).Should().BeTrue();
        AsOf.AtVersion(2).Includes(3, Noon).Should().BeFalse();
    }

    [Fact]
    public void An_instant_holds_what_was_recorded_until_then()
    {
        AsOf.At(Noon).Includes(9, Noon).Should().BeTrue();
        AsOf.At(Noon).Includes(1, Noon.AddTicks(10)).Should().BeFalse();
    }

    [Fact]
    public void There_is_no_version_before_the_first() =>
        FluentActions.Invoking(() => AsOf.AtVersion(0)).Should().Throw<ArgumentOutOfRangeException>();
}
