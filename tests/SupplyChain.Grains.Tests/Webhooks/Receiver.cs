using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SupplyChain.Operations;

namespace SupplyChain.Webhooks;

/// <summary>A receiver in memory: it takes what it is told to take and remembers what it was sent.</summary>
internal sealed class Receiver(FakeTimeProvider time) : IWebhookPost
{
    private readonly Dictionary<string, PublishedEvent> _journal = [];

    /// <summary>What it answers to an event.</summary>
    public Func<PublishedEvent, int> Answer { get; set; } = _ => 204;

    /// <summary>What was sent: the event's id, and what was answered.</summary>
    public List<(string Event, int Status)> Sent { get; } = [];

    /// <summary>How long it wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The events that it took, in order.</summary>
    public IEnumerable<string> Taken => Sent.Where(sent => sent.Status == 204).Select(sent => sent.Event);

    /// <summary>Events of one order.</summary>
    public IEnumerable<PublishedEvent> Events(string order, params long[] sequences) => sequences.Select(sequence =>
    {
        var made = new PublishedEvent(
            $"order/{order}/{sequence}", "/demo", "supplychain.order.placed.v1", $"order/{order}", time.GetUtcNow(),
            sequence, "{}");
        return _journal[made.Id] = made;
    }).ToArray();

    public Task<PublishedEvent?> FindAsync(string id) => Task.FromResult(_journal.GetValueOrDefault(id));

    public async Task<PostOutcome> SendAsync(
        WebhookTarget target, string id, byte[] body, CancellationToken stopping)
    {
        await Task.Yield();
        using var sent = JsonDocument.Parse(body);
        var @event = _journal[sent.RootElement.GetProperty("id").GetString()!];
        var status = Answer(@event);
        lock (Sent)
            Sent.Add((@event.Id, status));
        var trouble = status == (int)HttpStatusCode.NoContent ? null : $"It answered {status}.";
        return new(status, trouble, TimeSpan.Zero, RetryAfter);
    }
}
