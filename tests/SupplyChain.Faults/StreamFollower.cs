using System.Net;
using System.Text.Json;

namespace SupplyChain;

/// <summary>
/// Follows the stream of events of one node, and comes back with the place of the last event whenever it breaks.
/// </summary>
internal sealed class StreamFollower(Uri node, string key, string types)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly HttpStatusCode[] Passing =
        [HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable];

    private readonly List<string> _events = [];
    private string? _last;

    /// <summary>Ids of the events, as they came.</summary>
    public IReadOnlyList<string> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    /// <summary>How many streams it has had.</summary>
    public int Streams { get; private set; }

    /// <summary>How many it was not given: no node, or one that was not able.</summary>
    public int NotGiven { get; private set; }

    /// <summary>Follows until it is told to stop.</summary>
    /// <exception cref="InvalidOperationException">An answer that no reader should get.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(http, stop);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
            {
                // It comes back.
            }
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task FollowAsync(HttpClient http, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(node, $"/api/v1/events/stream?types={WebUtility.UrlEncode(types)}"));
        request.Headers.Authorization = new("Bearer", key);
        if (_last is not null)
            request.Headers.Add("Last-Event-ID", _last);
        NotGiven++;
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (Passing.Contains(answer.StatusCode))
            return;
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException(
                $"The stream was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
        }
        (NotGiven, Streams) = (NotGiven - 1, Streams + 1);
        using var text = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
        await ReadAsync(text, stop);
    }

    /// <summary>An event counts once the empty line behind it has come.</summary>
    private async Task ReadAsync(StreamReader text, CancellationToken stop)
    {
        string? id = null, data = null;
        while (await text.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data = line[6..];
            if (line.Length > 0 || data is null)
                continue;
            using var happened = JsonDocument.Parse(data);
            lock (_events)
                _events.Add(happened.RootElement.GetProperty("id").GetString()!);
            (_last, data) = (id, null);
        }
    }
}
