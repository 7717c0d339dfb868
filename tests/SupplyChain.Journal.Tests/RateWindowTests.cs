using System.Diagnostics;

namespace SupplyChain.Journal;

public sealed class RateWindowTests
{
    private readonly RateWindow _window = new();

    [Fact]
    public void The_rate_is_that_of_the_last_ten_whole_seconds()
    {
        _window.Add(At(0.5), 1_000); // too long ago
        _window.Add(At(1.2), 10);
        _window.Add(At(1.9), 20);
        _window.Add(At(10.1), 70);
        _window.Add(At(11.3), 500); // this second has not ended

        _window.Read(At(11.4)).Should().Be(new JournalRate(0.3, 10));
    }

    [Fact]
    public void Nothing_is_left_of_what_is_past()
    {
        _window.Add(At(1), 10);

        _window.Read(At(100)).Should().Be(new JournalRate(0, 0));
    }

    private static long At(double seconds) => (long)(seconds * Stopwatch.Frequency);
}
