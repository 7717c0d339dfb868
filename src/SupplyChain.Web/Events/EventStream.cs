using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using SupplyChain.Access;
using SupplyChain.Operations;

namespace SupplyChain.Events;

/// <summary>
/// Writes events as they come. The next page is read once the reader has taken the one before, so a slow reader holds
/// one page and what the connection buffers.
/// </summary>
internal sealed class EventStream(EventStreams streams, SupplyChainClient client, EventQuery query, string? after)
    : IResult
{
    /// <summary>The media type of the stream.</summary>
    public const string MediaType = "text/event-stream";

    private const int MaxUnflushedBytes = 32 * 1024;
    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    /// <summary>How long a reader's EventSource waits before it comes back.</summary>
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(2);

    /// <summary>What streams write of an event; those of one silo get the same one from its follower.</summary>
    private static readonly ConditionalWeakTable<PublishedEvent, byte[]> Frames = [];

    /// <summary>For how long nothing was written.</summary>
    private TimeSpan _silence;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // Else a proxy of nginx collects what has to go out at once.
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted, streams.Stopping);
        try
        {
            await WriteAsync(response.BodyWriter, ending.Token);
        }
        catch (Exception end) when (ending.IsCancellationRequested || end is AccessDeniedException)
        {
            // The reader left, the node stops, or the key was revoked: the stream ends between two events.
        }
        finally
        {
            streams.Leave();
        }
    }

    private async Task WriteAsync(PipeWriter body, CancellationToken ending)
    {
        Write(body, $"retry: {RetryInterval.TotalMilliseconds:0}\n\n");
        // HEAD is over once its headers are there; a flush that is cancelled would break its connection.
        await body.FlushAsync(CancellationToken.None);
        await using var pages = client.Events.ReadPagesAsync(query, after, ending).GetAsyncEnumerator(ending);
        while (true)
        {
            var next = pages.MoveNextAsync().AsTask();
            try
            {
                await KeepAliveAsync(body, next, ending);
            }
            finally
            {
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Before pages can end.
            }
            await WriteAsync(body, pages.Current, ending);
        }
    }

    /// <summary>Until there is a page, a comment now and then says that the stream is alive.</summary>
    private async Task KeepAliveAsync(PipeWriter body, Task<bool> next, CancellationToken ending)
    {
        for (; ; _silence = default)
        {
            var left = HeartbeatInterval - _silence;
            var began = streams.Time.GetTimestamp();
            try
            {
                await next.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, streams.Time, CancellationToken.None);
                _silence += streams.Time.GetElapsedTime(began);
                return;
            }
            catch (TimeoutException) when (!next.IsCompleted)
            {
                Write(body, ":\n\n");
                await body.FlushAsync(ending);
            }
        }
    }

    private async Task WriteAsync(PipeWriter body, EventPage page, CancellationToken ending)
    {
        for (var index = 0; index < page.Events.Count; index++)
        {
            var happened = page.Events[index];
            // A silo of release 0.1 tells a place for the whole page only.
            body.Write(happened.Position is not null ? Frames.GetValue(happened, Frame)
                : Frame(index < page.Events.Count - 1 ? happened : happened with { Position = page.Next }));
            if (body.UnflushedBytes > MaxUnflushedBytes)
                await body.FlushAsync(ending);
        }
        if (page.Events.Count == 0)
            return;
        await body.FlushAsync(ending);
        _silence = default;
    }

    private static byte[] Frame(PublishedEvent happened)
    {
        var frame = new ArrayBufferWriter<byte>(512 + happened.Data.Length);
        if (happened.Position is { } place)
            Write(frame, $"id: {place}\n");
        Write(frame, $"event: {happened.Type}\ndata: ");
        frame.Write(CloudEventJson.Write(happened));
        Write(frame, "\n\n");
        return frame.WrittenSpan.ToArray();
    }

    private static void Write(IBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
