using FluentAssertions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SupplyChain.Inventory;
using Xunit;

namespace SupplyChain.Operations;

/// <summary>Work that fails, and not only for a while, does not keep the others waiting.</summary>
public sealed class RestingWork
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // No warehouse is in such an id, so nobody is ever asked.
    private static readonly DueWork Poison = new(new("t1", "stock", "nonsense"), UnfinishedWork.Handover, default, 1);

    [Fact]
    public async Task What_failed_rests_twice_as_long_each_time_unless_something_happens_to_it()
    {
        using var stop = new CancellationTokenSource();
        var (clock, failures) = (new Clock(), new Failures());
        var handlers = new DueWorkHandlers([new StockAggregate(null!)], NullLogger<DueWorkHandlers>.Instance);
        var queue = new DueWorkQueue(handlers, clock, failures);
        var running = queue.RunAsync(stop.Token);

        await FailsAsync(queue, Poison, failures);
        (await AddAsync(queue, Poison)).Should().Be(0, "it rests");
        clock.Now += TimeSpan.FromSeconds(2);
        await FailsAsync(queue, Poison, failures);
        clock.Now += TimeSpan.FromSeconds(3);
        (await AddAsync(queue, Poison)).Should().Be(0, "it rests longer");
        await FailsAsync(queue, Poison with { Version = 2 }, failures);
        clock.Now += TimeSpan.FromMinutes(1);
        await FailsAsync(queue, Poison, failures);

        await stop.CancelAsync();
        await running;
    }

    /// <summary>It is taken in as soon as it is not under way any more.</summary>
    private static async Task FailsAsync(DueWorkQueue queue, DueWork work, Failures failures)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (await AddAsync(queue, work) == 0)
        {
            await Task.Delay(10, deadline.Token);
        }
        await failures.NextAsync(deadline.Token);
        await Task.Delay(50); // It is no longer under way then, so that what is not taken in rests.
    }

    private static Task<int> AddAsync(DueWorkQueue queue, DueWork work) => queue.AddAsync([work], default);

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    private sealed class Failures : ILogger<DueWorkDispatcher>
    {
        private readonly System.Threading.Channels.Channel<string> _told =
            System.Threading.Channels.Channel.CreateUnbounded<string>();

        public ValueTask<string> NextAsync(CancellationToken cancellationToken) =>
            _told.Reader.ReadAsync(cancellationToken);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => _told.Writer.TryWrite(formatter(state, exception));
    }
}
