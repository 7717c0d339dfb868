using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace SupplyChain;

/// <summary>
/// A receiver of webhooks on this machine, which verifies signatures with the library of Standard Webhooks and fails
/// now and then.
/// </summary>
internal sealed class WebhookReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Delivered> _taken = new();
    private readonly Random _random;
    private readonly HashSet<string> _failed = [];
    private volatile StandardWebhook? _verifier;
    private int _forged;

    public WebhookReceiver(int seed)
    {
        _random = new Random(seed);
        Url = $"http://127.0.0.1:{FreePort.Next()}/in/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _ = RunAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>The share of events that it does not take the first time, from 0 to 1.</summary>
    public double FailureShare { get; set; }

    /// <summary>What it took, in order.</summary>
    public IReadOnlyList<Delivered> Taken => [.. _taken];

    /// <summary>How many posts were not signed with the secret.</summary>
    public int Forged => _forged;

    /// <summary>Verifies with a secret from now on.</summary>
    public void Expect(string secret) => _verifier = new(secret);

    public void Dispose() => _listener.Close();

    private async Task RunAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var request = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(request));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = Judge(context.Request, body);
        context.Response.Close();
    }

    private int Judge(HttpListenerRequest request, string body)
    {
        var headers = new HeaderDictionary();
        foreach (var name in request.Headers.AllKeys)
            headers[name!] = request.Headers[name];
        try
        {
            _verifier!.Verify(body, headers);
        }
        catch (WebhookVerificationException)
        {
            Interlocked.Increment(ref _forged);
            return 401;
        }
        lock (_random)
        {
            if (_random.NextDouble() < FailureShare && _failed.Add(request.Headers["webhook-id"]!))
                return 503;
        }
        using var @event = JsonDocument.Parse(body);
        _taken.Enqueue(new(
            request.Headers["webhook-id"]!, @event.RootElement.GetProperty("subject").GetString()!,
            @event.RootElement.GetProperty("sequence").GetInt64()));
        return 204;
    }
}

/// <summary>An event that a receiver took.</summary>
/// <param name="Id">The delivery's id.</param>
/// <param name="Subject">The entity.</param>
/// <param name="Sequence">The event's place among the entity's.</param>
internal sealed record Delivered(string Id, string Subject, long Sequence);
