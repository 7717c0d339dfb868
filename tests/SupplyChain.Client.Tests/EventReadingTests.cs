using Microsoft.Extensions.Time.Testing;
using SupplyChain.Events;
using SupplyChain.Operations;

namespace SupplyChain;

/// <summary>The feed is followed, whatever the cluster does meanwhile.</summary>
public sealed class EventReadingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _clock = new();
    private readonly ScriptedActors _actors = new();
    private readonly SupplyChainClient _chain;
    private readonly List<(ReadEvents Query, DateTimeOffset At)> _asked = [];
    private Func<ReadEvents, EventPage?> _answer = _ => null;

    public EventReadingTests()
    {
        _chain = SupplyChainClient.Over(_actors.Factory, new(), _clock);
        _actors.On<IOperationsGrain, EventPage?>(nameof(IOperationsGrain.Events), (_, query) =>
        {
            lock (_asked)
                _asked.Add(((ReadEvents)query!, _clock.GetUtcNow()));
            return Task.FromResult(_answer((ReadEvents)query!));
        });
    }

    [Fact]
    public async Task A_reader_goes_on_where_it_was_when_the_cluster_comes_back()
    {
        var failures = 40; // Longer than a call's deadline.
        _answer = query => query.After switch
        {
            null => new([Event(1)], "p1", true),
            "p1" when failures-- > 0 => throw new UnavailableException("down"),
            "p1" => new([Event(2)], "p2", true),
            _ => new([], "p2", true),
        };

        (await ReadAsync(_chain.Events.ReadAsync(), 2)).Should().Equal("E/1", "E/2");

        failures.Should().BeLessThan(0);
    }

    [Fact]
    public async Task A_reader_that_has_everything_waits_in_the_silo()
    {
        _answer = query => query.After == "p9" ? new([Event(1)], "p10", true) : new([], query.After!, true);
        var calls = 0;
        var first = _answer;
        _answer = query => ++calls < 5 ? new([], "p0", true) : first(query with { After = "p9" });

        var began = _clock.GetUtcNow();

        await ReadAsync(_chain.Events.ReadAsync(after: "p0"), 1);

        _asked.Should().OnlyContain(one => one.Query.Wait == TimeSpan.FromSeconds(1.5));
        // The clock goes on between asking and being heard: what is certain is the earliest time each can be heard.
        _asked.Select((one, index) => one.At - began - (index * TimeSpan.FromMilliseconds(500))).Should().OnlyContain(
            early => early >= TimeSpan.Zero, "a silo that does not wait is not asked again at once");
        _asked.Should().HaveCount(5);
    }

    [Fact]
    public async Task What_a_silo_of_release_01_did_not_leave_out_the_reader_leaves_out()
    {
        _answer = query => query.After is null
            ? new([Event(1), Event(2, "product/P")], "p2", true)
            : new([Event(3)], "p3", true);

        (await ReadAsync(_chain.Events.ReadAsync(new EventQuery(Subject: "order/*")), 2)).Should().Equal("E/1", "E/3");

        _asked.Should().OnlyContain(one => one.Query.Subject == "order/*");
    }

    [Fact]
    public async Task A_place_that_the_feed_does_not_have_ends_it()
    {
        var read = () => ReadAsync(_chain.Events.ReadAsync(after: "nonsense"), 1);

        await read.Should().ThrowAsync<MalformedCursorException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("or*der")]
    public async Task A_subject_that_none_can_be_is_refused(string subject)
    {
        var read = () => ReadAsync(_chain.Events.ReadAsync(new EventQuery(Subject: subject)), 1);

        await read.Should().ThrowAsync<ArgumentException>();
        _asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_consumer_reads_on_where_it_is_known_to_be()
    {
        _actors.On<IConsumersGrain, Consumer?>(nameof(IConsumersGrain.Find), (key, name) =>
            Task.FromResult<Consumer?>(new((ConsumerName)name!, $"of {key}", 0, 0, default, 1)));
        _answer = query => new([Event(5)], query.After!, true);

        await ReadAsync(_chain.Events.Consumers.ReadAsync("mirror"), 1);

        _asked[0].Query.After.Should().Be("of demo/consumers");
    }

    [Fact]
    public void What_happened_is_read_as_a_record()
    {
        var happened = new PublishedEvent(
            "order/E/3", "/demo", "supplychain.order.found-short.v1", "order/E", default, 3, """{"lines":[2,5]}""");

        happened.As<OrderFoundShort>()!.Lines.Should().Equal(2, 5);
        happened.As<OrderQueued>().Should().BeNull("it is of another type");
        happened.Body().Should().Be(new OrderFoundShort([2, 5]));
        (happened with { Type = "supplychain.order.teleported.v1" }).Body().Should().BeNull();
    }

    private async Task<List<string>> ReadAsync(IAsyncEnumerable<PublishedEvent> events, int count)
    {
        var reading = Task.Run(async () =>
        {
            var ids = new List<string>();
            await foreach (var happened in events)
            {
                ids.Add(happened.Id["order/".Length..]);
                if (ids.Count == count)
                    break;
            }
            return ids;
        });
        using var patience = new CancellationTokenSource(Patience);
        while (!reading.IsCompleted && !patience.IsCancellationRequested)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, CancellationToken.None);
        }
        return await reading.WaitAsync(TimeSpan.FromSeconds(1));
    }

    private static PublishedEvent Event(int number, string subject = "order/E") => new(
        $"order/E/{number}", "/demo", "supplychain.order.queued.v1", subject, DateTimeOffset.UnixEpoch, number, "{}");
}
