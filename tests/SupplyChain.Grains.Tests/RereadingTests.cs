using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace SupplyChain;

/// <summary>What a silo keeps of the journal is read again for who misses something.</summary>
public sealed class RereadingTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _time = new();
    private int _appended;
    private int _known;
    private int _readings;

    [Fact]
    public async Task What_was_appended_after_a_reading_is_found_though_that_was_a_moment_ago()
    {
        using var rereading = new Rereading(_time, ReadAsync);
        await rereading.ReadAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(30));
        _appended++;

        var missing = rereading.ReadMissingAsync();
        _known.Should().Be(0, "the last reading is 30 ms old");
        _time.Advance(TimeSpan.FromMilliseconds(70));
        await missing;

        _known.Should().Be(1);
    }

    [Fact]
    public async Task What_was_appended_while_a_reading_was_under_way_is_found()
    {
        var first = new TaskCompletionSource();
        using var rereading = new Rereading(_time, async _ =>
        {
            var seen = _appended;
            if (++_readings == 1)
                await first.Task;
            _known = seen;
        });
        _time.Advance(Interval);
        var early = rereading.ReadMissingAsync();
        _appended++;

        var late = rereading.ReadMissingAsync();
        _time.Advance(Interval);
        first.SetResult();
        await early;
        await late;

        _known.Should().Be(1);
        _readings.Should().Be(2);
    }

    [Fact]
    public async Task All_who_miss_something_before_a_reading_begins_share_it()
    {
        using var rereading = new Rereading(_time, ReadAsync);
        await rereading.ReadAsync(CancellationToken.None);

        var missing = Enumerable.Range(0, 50).Select(_ => rereading.ReadMissingAsync()).ToList();
        _time.Advance(Interval);
        await Task.WhenAll(missing);

        _readings.Should().Be(2);
    }

    [Fact]
    public async Task A_reading_that_fails_does_not_count_as_one()
    {
        var fails = false;
        using var rereading = new Rereading(_time, _ =>
            fails ? Task.FromException(new IOException("No answer.")) : Task.CompletedTask);
        await rereading.ReadAsync(CancellationToken.None);
        _time.Advance(Interval);
        fails = true;

        await rereading.Invoking(one => one.ReadMissingAsync()).Should().ThrowAsync<IOException>();
        rereading.Age.Should().Be(Interval);
        fails = false;
        await rereading.ReadMissingAsync();

        rereading.Age.Should().Be(TimeSpan.Zero);
    }

    private Task ReadAsync(CancellationToken cancellationToken)
    {
        (_known, _readings) = (_appended, _readings + 1);
        return Task.CompletedTask;
    }
}
