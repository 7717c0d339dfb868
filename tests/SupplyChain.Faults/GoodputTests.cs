using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>When enough is answered again.</summary>
public sealed class GoodputTests
{
    private static readonly TimeSpan End = TimeSpan.FromSeconds(10);

    private readonly Goodput _goodput = new();

    [Fact]
    public void It_is_back_after_two_seconds_since_which_none_had_too_few_answers()
    {
        Answer(perSecond: 10, from: 0, to: 3);
        Answer(perSecond: 10, from: 5, to: 10);

        _goodput.Back(10, TimeSpan.Zero, End).Should().Be(TimeSpan.FromSeconds(7));
        _goodput.Back(10, TimeSpan.FromSeconds(6), End).Should().Be(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void A_burst_of_answers_is_not_goodput_that_lasts()
    {
        Answer(perSecond: 100, from: 2, to: 4);
        Answer(perSecond: 5, from: 4, to: 10);

        _goodput.Back(9.5, TimeSpan.Zero, End).Should().BeNull();
    }

    private void Answer(int perSecond, int from, int to)
    {
        for (var answer = from * perSecond; answer < to * perSecond; answer++)
            _goodput.Answered(TimeSpan.FromSeconds((double)answer / perSecond));
    }
}
