using System.Diagnostics.Metrics;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Operations;
using Xunit;

namespace SupplyChain.Webhooks;

public sealed class WebhookDeliveryTests : IDisposable
{
    private static readonly WebhookTarget Target = new("https://erp.example/", []);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 30, 10, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentExclusiveSchedulerPair _turns = new();
    private readonly Receiver _receiver;

    public WebhookDeliveryTests() => _receiver = new(_time);

    private WebhookDelivery Delivery => field ??= New();

    [Fact]
    public async Task Events_of_an_entity_arrive_in_order_and_those_of_others_beside_them()
    {
        await RunAsync([.. _receiver.Events("A", 1, 2, 3), .. _receiver.Events("B", 1, 2)]);

        Of("A").Should().Equal("order/A/1", "order/A/2", "order/A/3");
        Of("B").Should().Equal("order/B/1", "order/B/2");
        Delivery.Waiting.Count.Should().Be(0);
    }

    [Fact]
    public async Task An_event_that_is_not_taken_has_its_entity_wait_and_no_other()
    {
        _receiver.Answer = @event => @event.Id == "order/A/2" ? 500 : 204;

        await RunAsync([.. _receiver.Events("A", 1, 2, 3), .. _receiver.Events("B", 1)]);
        await RunAsync([.. _receiver.Events("A", 4), .. _receiver.Events("B", 2)]);

        _receiver.Taken.Should().BeEquivalentTo("order/A/1", "order/B/1", "order/B/2");
        Delivery.Waiting.All().Select(one => one.Event).Should().Equal("order/A/2", "order/A/3", "order/A/4");
    }

    [Fact]
    public async Task What_waits_is_tried_again_when_it_is_due_and_then_all_behind_it_in_order()
    {
        _receiver.Answer = _ => 503;
        await RunAsync(_receiver.Events("A", 1, 2, 3));
        _receiver.Answer = _ => 204;

        await RunAsync([]);
        _receiver.Taken.Should().BeEmpty("five seconds have not passed");
        _time.Advance(TimeSpan.FromSeconds(6));
        await RunAsync([]);

        _receiver.Taken.Should().Equal("order/A/1", "order/A/2", "order/A/3");
        Delivery.FailingSince.Should().BeNull();
    }

    [Fact]
    public async Task The_waits_grow_and_a_receiver_that_asks_for_more_gets_more()
    {
        _receiver.Answer = _ => 429;
        await RunAsync(_receiver.Events("A", 1));
        Wait().Should().BeCloseTo(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));

        _receiver.RetryAfter = TimeSpan.FromMinutes(40);
        _time.Advance(TimeSpan.FromSeconds(6));
        await RunAsync([]);

        Wait().Should().Be(TimeSpan.FromMinutes(40));
    }

    [Fact]
    public async Task An_event_that_is_not_taken_for_three_days_is_given_up_and_those_behind_it_go_on()
    {
        _receiver.Answer = @event => @event.Id == "order/A/1" ? 500 : 204;
        await RunAsync(_receiver.Events("A", 1, 2));
        for (var hours = 0; hours < 84 && Delivery.GivenUp.Count == 0; hours++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await RunAsync(_receiver.Events("B", hours + 1)); // The receiver takes what others tell.
        }

        Delivery.GivenUp.Should().ContainSingle().Which.Should().Be(("order/A/1", "It answered 500."));
        Of("A").Should().Equal("order/A/2");
        Delivery.Stop.Should().BeNull();
        _receiver.Sent.Count(sent => sent.Event == "order/A/1").Should().BeInRange(12, 25);
    }

    [Fact]
    public async Task A_receiver_that_takes_nothing_is_asked_with_one_event_at_a_time()
    {
        _receiver.Answer = _ => 503;
        await RunAsync([.. Enumerable.Range(0, 50).SelectMany(at => _receiver.Events($"O-{at}", 1))]);
        var before = _receiver.Sent.Count;
        before.Should().BeLessThan(45, "after ten failures in a row the others are left alone");
        Delivery.IsDown.Should().BeTrue();

        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync([]);
        await RunAsync([]);

        _receiver.Sent.Should().HaveCount(before + 1);
    }

    [Fact]
    public async Task When_it_takes_events_again_all_that_waits_is_tried_at_once()
    {
        _receiver.Answer = _ => 503;
        await RunAsync([.. Enumerable.Range(0, 50).SelectMany(at => _receiver.Events($"O-{at}", 1))]);
        _receiver.Answer = _ => 204;

        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync([]);
        await RunAsync([]);

        _receiver.Taken.Should().HaveCount(50).And.OnlyHaveUniqueItems();
        Delivery.Waiting.Count.Should().Be(0);
    }

    [Fact]
    public async Task What_a_receiver_never_takes_keeps_its_schedule_while_it_takes_others()
    {
        _receiver.Answer = @event => @event.Subject.Contains("Bad", StringComparison.Ordinal) ? 500 : 204;
        await RunAsync(
        [
            .. Enumerable.Range(0, 9).SelectMany(at => _receiver.Events($"Bad-{at}", 1)),
            .. _receiver.Events("Good", 1),
            .. Enumerable.Range(9, 9).SelectMany(at => _receiver.Events($"Bad-{at}", 1)),
            .. _receiver.Events("Good2", 1),
        ]);
        for (var seconds = 0; seconds < 25; seconds++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await RunAsync(_receiver.Events("Good", 2 + seconds));
        }

        Delivery.IsDown.Should().BeFalse();
        _receiver.Sent.Where(sent => sent.Status == 500).GroupBy(sent => sent.Event).Select(tried => tried.Count())
            .Should().AllBeEquivalentTo(2, "the second wait is half a minute");
    }

    [Fact]
    public async Task A_receiver_that_takes_nothing_for_three_days_stops_it_and_nothing_is_given_up()
    {
        _receiver.Answer = _ => 503;
        await RunAsync(_receiver.Events("A", 1));
        for (var hours = 0; hours < 84 && Delivery.Stop is null; hours++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await RunAsync([]);
        }

        Delivery.Stop.Should().Contain("three days");
        Delivery.GivenUp.Should().BeEmpty();
        Delivery.Waiting.Count.Should().Be(1);
    }

    [Fact]
    public async Task One_that_says_it_is_gone_stops_it_at_once()
    {
        _receiver.Answer = _ => 410;

        await RunAsync(_receiver.Events("A", 1));

        Delivery.Stop.Should().Contain("410");
        Delivery.Waiting.Count.Should().Be(1, "when it is resumed, it is tried again");
    }

    [Fact]
    public async Task Resumed_it_tries_what_waits_with_three_days_ahead_of_it()
    {
        _receiver.Answer = _ => 410;
        await RunAsync(_receiver.Events("A", 1));
        _time.Advance(TimeSpan.FromDays(10));
        _receiver.Answer = _ => 500;

        Delivery.BeginAnew();
        await RunAsync([]);

        (Delivery.Stop, Delivery.GivenUp.Count, Delivery.Waiting.Count).Should().Be((null, 0, 1));
    }

    [Fact]
    public async Task Another_silo_goes_on_with_what_was_stored()
    {
        _receiver.Answer = _ => 503;
        await RunAsync(_receiver.Events("A", 1, 2));
        var stored = new WebhookProgress { Waiting = Delivery.Waiting.All(), FailingSince = Delivery.FailingSince };
        _receiver.Answer = _ => 204;

        var other = New();
        other.Begin(stored);
        _time.Advance(TimeSpan.FromSeconds(6));
        await other.RunAsync(Target, [], CancellationToken.None);

        _receiver.Taken.Should().Equal("order/A/1", "order/A/2");
    }

    [Fact]
    public async Task What_is_replayed_comes_at_its_place_and_waits_behind_what_waits()
    {
        _receiver.Answer = @event => @event.Sequence == 3 ? 500 : 204;
        await RunAsync(_receiver.Events("A", 1, 2, 3));
        _receiver.Answer = _ => 204;

        await RunAsync(_receiver.Events("A", 1, 2, 3, 4));
        _time.Advance(TimeSpan.FromSeconds(6));
        await RunAsync([]);

        Of("A").Should().Equal("order/A/1", "order/A/2", "order/A/1", "order/A/2", "order/A/3", "order/A/4");
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_keeps_what_it_did_not_try()
    {
        using var stopping = new CancellationTokenSource();
        _receiver.Answer = _ =>
        {
            stopping.Cancel();
            return 204;
        };

        await Delivery.RunAsync(Target, _receiver.Events("A", 1, 2, 3), stopping.Token);

        _receiver.Taken.Should().Equal("order/A/1");
        Delivery.Waiting.All().Select(one => one.Event).Should().Equal("order/A/2", "order/A/3");
    }

    [Fact]
    public async Task Every_attempt_of_an_event_has_the_same_id_and_each_is_in_the_log()
    {
        _receiver.Answer = _ => 503;
        await RunAsync(_receiver.Events("A", 1));
        _receiver.Answer = _ => 204;
        _time.Advance(TimeSpan.FromSeconds(6));
        await RunAsync([]);

        var attempts = Delivery.Attempts.List(new(Failures: false, 10));
        attempts.Select(attempt => (attempt.Attempt, attempt.Status, attempt.HttpStatus)).Should().Equal(
            (2, DeliveryStatus.Delivered, 204), (1, DeliveryStatus.Failed, 503));
        attempts.Select(attempt => attempt.Id).Distinct().Should().ContainSingle().Which.Should().StartWith("msg_");
        Delivery.Attempts.List(new(Failures: true, 10)).Should().ContainSingle();
        Delivery.Attempts.EventOf(attempts[0].Id).Should().Be("order/A/1");
    }

    public void Dispose() => _services.Dispose();

    private WebhookDelivery New() => new(
        "erp", _receiver, new(), _time, new(_services.GetRequiredService<IMeterFactory>()));

    /// <summary>In turns, as an actor takes them.</summary>
    private Task RunAsync(IEnumerable<PublishedEvent> events) => Task.Factory.StartNew(
        () => Delivery.RunAsync(Target, events, CancellationToken.None), CancellationToken.None,
        TaskCreationOptions.None, _turns.ExclusiveScheduler).Unwrap();

    private TimeSpan Wait() => Delivery.NextAt!.Value - _time.GetUtcNow();

    private IEnumerable<string> Of(string order) =>
        _receiver.Taken.Where(id => id.StartsWith($"order/{order}/", StringComparison.Ordinal));
}
