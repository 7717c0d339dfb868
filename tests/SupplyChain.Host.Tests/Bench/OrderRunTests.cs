using FluentAssertions;
using Xunit;

namespace SupplyChain.Bench;

/// <summary>What a run tells of something that behaves as a test says.</summary>
public sealed class OrderRunTests
{
    private const double More = 1_000_000;
    private const string Mark = "  NOT SUSTAINED: ";

    private static readonly OrderLoad Load = new()
    {
        Clients = 2,
        Duration = TimeSpan.FromSeconds(2),
        Warmup = TimeSpan.FromMilliseconds(200),
        Warehouses = 1,
        Skus = 3,
        Lines = 3,
        Seed = 1,
    };

    [Fact]
    public async Task What_the_lists_do_not_have_does_not_count()
    {
        var figures = await MeasureAsync(new());

        figures.AcknowledgedPerSecond.Should().BePositive();
        figures.OrdersPerSecond.Should().Be(0);
    }

    [Fact]
    public async Task What_the_lists_catch_up_with_does_not_count_either()
    {
        var figures = await MeasureAsync(new() { ListedEachTime = More });

        figures.OrdersPerSecond.Should().BePositive().And.Be(figures.AcknowledgedPerSecond);
        figures.Sustained.Should().BeTrue();
        OrderTable.Row(figures).Should().NotContain(Mark);
    }

    [Fact]
    public async Task Lists_that_fall_behind_mark_the_row()
    {
        var figures = await MeasureAsync(new() { ListedEachTime = More, Lag = seconds => 2 + seconds / 2 });

        figures.Lag!.Slope.Should().BeApproximately(0.5, 0.1);
        figures.Sustained.Should().BeFalse();
        OrderTable.Row(figures).Should().EndWith(Mark + "the lists fall behind");
    }

    [Fact]
    public async Task Where_nothing_is_behind_what_is_written_all_of_it_counts()
    {
        var figures = await MeasureAsync(new() { HasLists = false, ListedEachTime = More });

        figures.Lag.Should().BeNull();
        figures.Sustained.Should().BeTrue();
    }

    [Fact]
    public async Task More_than_the_clients_can_do_is_overdue_and_marked()
    {
        var figures = await MeasureAsync(
            new() { ListedEachTime = More, Takes = TimeSpan.FromMilliseconds(100) }, Load with { Rate = 1_000 });

        figures.Overdue.Should().BeGreaterThan(1_000);
        figures.Sustained.Should().BeFalse();
        OrderTable.Row(figures).Should().Contain(Mark).And.EndWith(" overdue");
    }

    private static Task<OrderFigures> MeasureAsync(ScriptedContender contender, OrderLoad? load = null) =>
        new OrderRun(contender, load ?? Load, Skew.Uniform, round: 1).MeasureAsync(CancellationToken.None);
}
