using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>What the meter of the client says of a call.</summary>
public sealed class MetricsTests : IDisposable
{
    private static readonly OrderReply Refused = new() { Status = ReplyStatus.Refused, Refusal = Refusal.TooLate };

    private readonly AsyncLocal<bool> _isMine = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _said = [];
    private readonly MeterListener _listener = new();

    public MetricsTests()
    {
        _isMine.Value = true;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SupplyChainClient.TelemetryName)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Say(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Say(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Say(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_call_is_one_duration_with_its_outcome_and_each_repetition_counts()
    {
        var order = new ScriptedOrder(call => call < 3
            ? throw new BusyException("full")
            : Task.FromResult(ScriptedOrder.Created));

        await order.PlaceAsync();

        Said("supplychain.client.call.retries").Should().Equal((1, "call=order.place"), (1, "call=order.place"));
        var (seconds, tags) = Said("supplychain.client.call.duration").Should().ContainSingle().Subject;
        tags.Should().Be("call=order.place, outcome=accepted");
        seconds.Should().BeApproximately(order.Elapsed.TotalSeconds, 0.01, "it is one call with its pauses");
    }

    [Fact]
    public async Task A_refusal_is_counted_by_its_code()
    {
        await new ScriptedOrder(_ => Task.FromResult(Refused)).PlaceAsync();

        Said("supplychain.client.refusals").Should().Equal((1, "call=order.place, code=too-late"));
        Said("supplychain.client.call.duration").Should().ContainSingle()
            .Which.Tags.Should().Be("call=order.place, outcome=refused");
    }

    [Theory]
    [InlineData(typeof(BusyException), "busy")]
    [InlineData(typeof(UnavailableException), "unavailable")]
    [InlineData(typeof(TimeoutException), "unavailable")]
    [InlineData(typeof(ArgumentException), "failed")]
    public async Task A_failure_has_its_kind(Type failure, string outcome)
    {
        var order = new ScriptedOrder(_ => throw (Exception)Activator.CreateInstance(failure, "down")!);

        await FluentActions.Awaiting(() => order.PlaceAsync()).Should().ThrowAsync<Exception>();

        Said("supplychain.client.call.duration").Should().ContainSingle()
            .Which.Tags.Should().Be($"call=order.place, outcome={outcome}");
    }

    [Fact]
    public async Task The_window_shows_while_its_client_is_open()
    {
        await using (SupplyChainClient.Of(new() { Gateways = ["127.0.0.1:30000"] }))
        {
            _listener.RecordObservableInstruments();
            Said("supplychain.client.window.size").Should().ContainSingle().Which.Value.Should().BeGreaterThan(0);
        }
    }

    private List<(double Value, string Tags)> Said(string name) =>
        [.. _said.Where(one => one.Name == name).Select(one => (one.Value, one.Tags))];

    /// <summary>Tests beside this one call as well.</summary>
    private void Say(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var told = string.Join(", ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        if (_isMine.Value)
            _said.Enqueue((instrument.Name, value, told));
    }
}
