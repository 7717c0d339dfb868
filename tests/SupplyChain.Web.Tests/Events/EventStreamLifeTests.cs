using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>How a stream of events stays alive, and how it ends; time is the test's.</summary>
public sealed class EventStreamLifeTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedActors _actors = new();
    private readonly Host _host = new();
    private readonly MemoryStream _body = new();
    private readonly TaskCompletionSource<EventPage?> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_comment_comes_after_15_seconds_of_silence_and_not_before()
    {
        var running = Open(out _);

        (await ElapseUntilAsync("retry: 2000\n\n:\n\n")).Should().BeGreaterThanOrEqualTo(Heartbeat);
        (await ElapseUntilAsync("retry: 2000\n\n:\n\n:\n\n")).Should().BeGreaterThanOrEqualTo(Heartbeat - Step);

        _host.StopApplication();
        await running.WaitAsync(Patience);
    }

    [Fact]
    public async Task It_ends_cleanly_when_the_node_stops()
    {
        var running = Open(out _);
        await ElapseUntilAsync("retry: 2000\n\n");

        _host.StopApplication();

        await running.WaitAsync(Patience);
    }

    [Fact]
    public async Task It_ends_when_the_reader_leaves()
    {
        var running = Open(out var left);
        await ElapseUntilAsync("retry: 2000\n\n");

        await left.CancelAsync();

        await running.WaitAsync(Patience);
        left.Dispose();
    }

    [Fact]
    public async Task More_streams_than_are_allowed_are_told_to_come_later_until_one_ends()
    {
        var streams = new EventStreams(new() { MostEventStreams = 1 }, _host, _time);
        var first = streams.Open(Client(), new(), null);
        streams.Open(Client(), new(), null).Should().BeOfType<Problem>();

        _host.StopApplication();
        await first.ExecuteAsync(Context());

        streams.Open(Client(), new(), null).Should().BeOfType<EventStream>();
    }

    public void Dispose()
    {
        _host.Dispose();
        _body.Dispose();
    }

    private Task Open(out CancellationTokenSource left)
    {
        left = new CancellationTokenSource();
        var http = Context();
        http.RequestAborted = left.Token;
        return new EventStreams(new(), _host, _time).Open(Client(), new(), null).ExecuteAsync(http);
    }

    private SupplyChainClient Client()
    {
        _actors.On<IOperationsGrain, EventPage?>("Events", (_, _) => _page.Task);
        return SupplyChainClient.Over(_actors.Factory, new() { Deadline = TimeSpan.FromMinutes(10) }, _time);
    }

    private DefaultHttpContext Context()
    {
        var http = new DefaultHttpContext();
        http.Response.Body = _body;
        return http;
    }

    /// <summary>Lets time go on until the stream says this, and tells how long it took.</summary>
    private async Task<TimeSpan> ElapseUntilAsync(string text)
    {
        var (took, patience) = (TimeSpan.Zero, Stopwatch.StartNew());
        while (Text() != text)
        {
            patience.Elapsed.Should().BeLessThan(Patience, $"the stream should say '{text}', and says '{Text()}'");
            _time.Advance(Step);
            took += Step;
            await Task.Delay(1);
        }
        return took;
    }

    private string Text() => Encoding.UTF8.GetString(_body.ToArray());

    private sealed class Host : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
