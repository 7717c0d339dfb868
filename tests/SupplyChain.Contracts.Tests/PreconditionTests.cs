using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>Conditions of a command (RFC 9110 §13.1), by the version of the entity; 0 when there is none.</summary>
public sealed class PreconditionTests
{
    private static readonly Versions Third = 3;
    private static readonly Versions ThirdOrFifth = Versions.Of([3, 5]);

    [Fact]
    public void Without_a_condition_everything_goes()
    {
        default(Precondition).IsNone.Should().BeTrue();
        default(Precondition).Unmet(0, exists: false).Should().BeNull();
        default(Precondition).Unmet(7, exists: true).Should().BeNull();
    }

    [Theory]
    [InlineData(3, true, true)]
    [InlineData(5, true, true)]
    [InlineData(4, true, false)]
    [InlineData(0, false, false)]
    public void If_match_names_the_versions_that_may_be_changed(long version, bool exists, bool met) =>
        (new Precondition(ThirdOrFifth, null).Unmet(version, exists) is null).Should().Be(met);

    [Fact]
    public void If_match_with_any_version_wants_the_entity_to_exist()
    {
        new Precondition(Versions.Any, null).Unmet(1, exists: true).Should().BeNull();
        new Precondition(Versions.Any, null).Unmet(0, exists: false).Should().Contain("does not exist yet");
    }

    [Fact]
    public void If_none_match_with_any_version_wants_it_not_to_exist()
    {
        new Precondition(null, Versions.Any).Unmet(0, exists: false).Should().BeNull();
        new Precondition(null, Versions.Any).Unmet(2, exists: true).Should().Contain("version 2");
    }

    [Fact]
    public void If_none_match_refuses_the_versions_it_names_and_no_other()
    {
        new Precondition(null, Third).Unmet(3, exists: true).Should().NotBeNull();
        new Precondition(null, Third).Unmet(4, exists: true).Should().BeNull();
    }

    [Fact]
    public void Both_have_to_be_met() =>
        new Precondition(Third, Third).Unmet(3, exists: true).Should().NotBeNull();

    [Fact]
    public void Why_it_is_not_met_names_both_versions() =>
        new Precondition(Third, null).Unmet(4, exists: true).Should().Be("The entity is at version 4, not 3.");

    [Fact]
    public void Versions_are_written_as_the_header_writes_them()
    {
        ThirdOrFifth.ToString().Should().Be("3,5");
        Versions.Any.ToString().Should().Be("*");
        Versions.Of([]).Include(1).Should().BeFalse();
    }
}
