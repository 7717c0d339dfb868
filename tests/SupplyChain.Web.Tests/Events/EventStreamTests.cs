using System.Text;
using SupplyChain.Access;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>The feed as Server-Sent Events, over scripted actors.</summary>
public sealed class EventStreamTests(Website site) : IClassFixture<Website>
{
    private const string Path = "/api/v1/events/stream";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_event_has_its_place_its_type_and_one_CloudEvent()
    {
        Answers(query => query.After switch
        {
            null => new([Event(1, "p1"), Event(2, "p2")], "p2", true),
            _ => new([], "p2", true),
        });

        using var stream = await OpenAsync("types=a,b&types=c.*&subject=order/*");

        (await stream.ReadAsync(10)).Should().Equal(
            "retry: 2000", "",
            "id: p1", "event: supplychain.order.allocated.v1", $"data: {Json(1)}", "",
            "id: p2", "event: supplychain.order.allocated.v1", $"data: {Json(2)}", "");
        Asked.Should().Contain(query => query.Subject == "order/*" && query.Types.Count == 3);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_page_after_page()
    {
        Answers(query => query.After switch
        {
            "p1" => new([Event(2, "p2")], "p2", false),
            "p2" => new([Event(3, "p3")], "p3", true),
            _ => new([], query.After ?? "p3", true),
        });

        using var stream = await OpenAsync("after=p1");

        (await stream.ReadAsync(10)).Where(line => line.StartsWith("id")).Should().Equal("id: p2", "id: p3");
    }

    [Fact]
    public async Task What_the_reader_has_seen_last_counts_instead_of_after()
    {
        Answers(_ => new([], "seen", true));

        using var stream = await OpenAsync("after=before", lastEventId: "seen");

        await stream.ReadAsync(2);
        Asked.Select(query => query.After).Should().Contain("seen").And.NotContain("before");
    }

    [Fact]
    public async Task A_silo_of_release_01_tells_a_place_for_the_whole_page_only()
    {
        Answers(query => query.After is null
            ? new([Event(1, null), Event(2, null)], "p2", true)
            : new([], "p2", true));

        using var stream = await OpenAsync("");

        (await stream.ReadAsync(9)).Where(line => line.StartsWith("id")).Should().Equal("id: p2");
    }

    [Theory]
    [InlineData("after=nonsense", null, "after")]
    [InlineData("after=p1", "nonsense", "Last-Event-ID")]
    [InlineData("subject=or*der", null, "subject")]
    public async Task What_is_faulty_is_said_before_the_stream_begins(string query, string? lastEventId, string where)
    {
        Answers(asked => asked.After == "nonsense" ? null : new([], "p1", true));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}?{query}");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);

        var answer = await Answered.ReadAsync(await site.Http.SendAsync(request));

        answer.ShouldBeProblem(400, "bad-request");
        answer.Errors.Single().Where.Should().Be($"parameter {where}");
    }

    [Fact]
    public async Task It_ends_between_two_events_when_the_key_is_revoked()
    {
        Answers(query => query.After is null
            ? new([Event(1, "p1")], "p1", true)
            : throw new AccessDeniedException("revoked"));

        using var stream = await OpenAsync("");

        (await stream.ReadAllAsync()).TakeLast(2).Should().Equal($"data: {Json(1)}", "");
    }

    [Fact]
    public async Task HEAD_ends_with_the_headers()
    {
        Answers(_ => new([Event(1, "p1")], "p1", true));
        using var request = new HttpRequestMessage(HttpMethod.Head, Path);

        using var response = await site.Http.SendAsync(request);

        response.IsSuccessStatusCode.Should().BeTrue();
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
    }

    private readonly List<ReadEvents> _asked = [];

    /// <summary>What this test's stream asked, and maybe one of an earlier test that is just ending.</summary>
    private List<ReadEvents> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    private void Answers(Func<ReadEvents, EventPage?> answer) =>
        site.Actors.On<IOperationsGrain, EventPage?>("Events", async (_, query) =>
        {
            lock (_asked)
                _asked.Add((ReadEvents)query!);
            await Task.Yield();
            return answer((ReadEvents)query!);
        });

    private async Task<OpenStream> OpenAsync(string query, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}?{query}");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await site.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.IsSuccessStatusCode.Should().BeTrue();
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        return new(response, new(await response.Content.ReadAsStreamAsync()));
    }

    internal static PublishedEvent Event(int number, string? place) => new(
        $"order/E/{number}", "/demo", "supplychain.order.allocated.v1", "order/E", DateTimeOffset.UnixEpoch, number,
        "{}", place);

    internal static string Json(int number) => Encoding.UTF8.GetString(CloudEventJson.Write(Event(number, null)));

    private sealed record OpenStream(HttpResponseMessage Response, StreamReader Lines) : IDisposable
    {
        public async Task<List<string>> ReadAsync(int lines)
        {
            using var deadline = new CancellationTokenSource(Patience);
            var read = new List<string>();
            while (read.Count < lines && await Lines.ReadLineAsync(deadline.Token) is { } line)
                read.Add(line);
            return read;
        }

        public Task<List<string>> ReadAllAsync() => ReadAsync(int.MaxValue);

        public void Dispose()
        {
            Lines.Dispose();
            Response.Dispose();
        }
    }
}
