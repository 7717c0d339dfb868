using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>When something happened: omitted is now, unknown stays unknown.</summary>
public sealed class OccurredAtTests
{
    private static readonly DateTimeOffset Recorded = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_omitted_happened_when_it_was_recorded() =>
        OccurredAt.Now.Resolve(Recorded).Should().Be(Recorded);

    [Fact]
    public void What_is_unknown_has_no_instant() => OccurredAt.Unknown.Resolve(Recorded).Should().BeNull();

    [Fact]
    public void A_given_instant_keeps_its_offset()
    {
        var given = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.FromHours(-5));

        ((OccurredAt)given).Resolve(Recorded)!.Value.Offset.Should().Be(TimeSpan.FromHours(-5));
    }

    [Fact]
    public void Omitted_and_unknown_are_different() => OccurredAt.Now.Should().NotBe(OccurredAt.Unknown);
}
