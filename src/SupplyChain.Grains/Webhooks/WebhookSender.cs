using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace SupplyChain.Webhooks;

/// <summary>Posts one message to a receiver, once.</summary>
public sealed class WebhookSender : IDisposable
{
    /// <summary>How long a receiver has to answer.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromHours(1);
    private static readonly MediaTypeHeaderValue Json = new("application/cloudevents+json") { CharSet = "utf-8" };
    private static readonly ProductInfoHeaderValue Agent = new("SupplyChain", "1");

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    /// <summary>Makes one for the node.</summary>
    public WebhookSender(WebhookOptions options, TimeProvider time)
    {
        options.Check();
        (_http, _time) = (WebhookConnections.Open(options), time);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Posts it; whatever goes wrong is the outcome.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; the receiver may have taken it.</exception>
    internal async Task<PostOutcome> PostAsync(
        WebhookTarget target, string id, byte[] body, TimeSpan patience, CancellationToken stopping)
    {
        var began = _time.GetTimestamp();
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        waiting.CancelAfter(patience);
        try
        {
            using var request = Request(target, id, body);
            using var answer = await _http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, waiting.Token);
            return new(
                (int)answer.StatusCode, Trouble(answer.StatusCode), _time.GetElapsedTime(began), RetryAfter(answer));
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return Failed($"It did not answer within {patience.TotalSeconds:N0} s.");
        }
        catch (HttpRequestException failure)
        {
            return Failed(failure.GetBaseException().Message);
        }

        PostOutcome Failed(string trouble) => new(null, trouble, _time.GetElapsedTime(began), null);
    }

    private HttpRequestMessage Request(WebhookTarget target, string id, byte[] body)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = content };
        request.Headers.UserAgent.Add(new(Agent.Product!));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(target.Secrets, id, timestamp, body));
        return request;
    }

    private static string? Trouble(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => "It redirected; webhooks follow no redirects.",
        _ => string.Create(CultureInfo.InvariantCulture, $"It answered {(int)status}."),
    };

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var after = answer.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wait is not { Ticks: > 0 } asked ? null : asked < MaxRetryDelay ? asked : MaxRetryDelay;
    }
}

/// <summary>What came of posting a message.</summary>
/// <param name="HttpStatus">What the receiver answered; null when nothing came.</param>
/// <param name="Trouble">What was wrong; null when it was taken.</param>
/// <param name="Took">How long it took.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone; null when it does not say.</param>
internal sealed record PostOutcome(int? HttpStatus, string? Trouble, TimeSpan Took, TimeSpan? RetryAfter)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool Taken => Trouble is null;

    /// <summary>Whether the receiver wants nothing ever again.</summary>
    public bool Gone => HttpStatus == (int)HttpStatusCode.Gone;
}
