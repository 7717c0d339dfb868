using System.Security.Cryptography;
using System.Text;
using SupplyChain.Events;
using SupplyChain.Operations;

namespace SupplyChain.Webhooks;

/// <summary>What a receiver is sent, and where.</summary>
/// <param name="Url">Where.</param>
/// <param name="Secrets">What it is signed with; the newest first.</param>
internal sealed record WebhookTarget(string Url, IReadOnlyList<byte[]> Secrets);

/// <summary>
/// Delivers what a webhook owes: events of one entity one after another, those of different entities beside each other.
/// An event that is not taken has its entity wait and no other. A receiver that takes nothing is asked with one event
/// at a time until it does.
/// </summary>
/// <remarks>
/// It is used by one webhook's actor, in its turns. What was delivered and not stored yet when a node dies is delivered
/// again, in the same order and with the same ids.
/// </remarks>
internal sealed class WebhookDelivery(
    WebhookId webhook, IWebhookPost post, WebhookOptions options, TimeProvider time, WebhookMetrics metrics)
{
    /// <summary>
    /// So many events in a row that are not taken when they are tried first mean that the receiver takes nothing. What
    /// is tried again says nothing about it: the receiver may never take that one.
    /// </summary>
    private const int MaxFailuresInRow = 10;

    private int _failuresInRow;
    private int _probes;
    private DateTimeOffset _downSince;
    private DateTimeOffset _probeAt;

    /// <summary>What waits.</summary>
    public WaitingDeliveries Waiting { get; private set; } = new();

    /// <summary>Since when no attempt has succeeded; null when the newest one did.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>When an event was taken last.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The newest attempts.</summary>
    public AttemptLog Attempts { get; } = new();

    /// <summary>Events that were not taken for three days, with why; taken by the actor that records it.</summary>
    public List<(string Event, string Reason)> GivenUp { get; } = [];

    /// <summary>Events that were taken in this round.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>Why the webhook has to stop; null when it has not.</summary>
    public string? Stop { get; private set; }

    /// <summary>Whether the receiver takes nothing: then events are left where they are.</summary>
    public bool IsDown => _failuresInRow >= MaxFailuresInRow;

    /// <summary>When there is something to try again; null when nothing waits.</summary>
    public DateTimeOffset? NextAt =>
        Waiting.NextAt is { } next && IsDown && next < _probeAt ? _probeAt : Waiting.NextAt;

    /// <summary>The id under which a webhook delivers an event, in every attempt.</summary>
    public static string IdOf(WebhookId webhook, string @event)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{webhook}/{@event}"));
        return $"msg_{Convert.ToHexStringLower(digest.AsSpan(0, 16))}";
    }

    /// <summary>Goes on with what was stored.</summary>
    public void Begin(WebhookProgress progress) => (Waiting, FailingSince, DeliveredAt) =
        (WaitingDeliveries.Of(progress.Waiting), progress.FailingSince, progress.DeliveredAt);

    /// <summary>Tries everything again, as if it had not been tried: the webhook was resumed.</summary>
    public void BeginAnew()
    {
        (Stop, FailingSince, _failuresInRow) = (null, null, 0);
        Waiting.BeginAnew(time.GetUtcNow());
    }

    /// <summary>Delivers new events, and what waits and is due.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="events">The new events, in order.</param>
    /// <param name="stopping">Stops it; what was not tried then waits.</param>
    public async Task RunAsync(
        WebhookTarget target, IEnumerable<PublishedEvent> events, CancellationToken stopping)
    {
        Taken.Clear();
        var now = time.GetUtcNow();
        List<IReadOnlyList<Owed>> queues = [.. Due(now)];
        foreach (var queue in events.GroupBy(@event => @event.Subject, StringComparer.Ordinal))
        {
            if (Waiting.HasAny(queue.Key))
                Keep(queue.Select(@event => new Owed(Untried(@event), @event)));
            else
                queues.Add([.. queue.Select(@event => new Owed(Untried(@event), @event))]);
        }
        var wasDown = IsDown;
        using var places = new SemaphoreSlim(options.Concurrency);
        await Task.WhenAll(queues.Select(async queue =>
        {
            await places.WaitAsync(CancellationToken.None);
            try
            {
                await DeliverAsync(target, queue, wasDown, stopping);
            }
            finally
            {
                places.Release();
            }
        }));
    }

    private IEnumerable<IReadOnlyList<Owed>> Due(DateTimeOffset now)
    {
        if (IsDown && now < _probeAt)
            return [];
        _probes = IsDown ? _probes + 1 : 0;
        var due = Waiting.Due(now);
        return (IsDown ? due.Take(1) : due).Select(queue => queue.Select(one => new Owed(one, null)).ToArray());
    }

    /// <summary>Delivers events of one entity until one is not taken; those behind it wait.</summary>
    private async Task DeliverAsync(
        WebhookTarget target, IReadOnlyList<Owed> queue, bool wasDown, CancellationToken stopping)
    {
        for (var at = 0; at < queue.Count; at++)
        {
            if (stopping.IsCancellationRequested || Stop is not null || (IsDown && !wasDown)
                || !await TryAsync(target, queue[at], stopping))
            {
                Keep(queue.Skip(at));
                return;
            }
        }
    }

    /// <summary>What is not delivered now waits; what was tried is in its place already.</summary>
    private void Keep(IEnumerable<Owed> owed)
    {
        foreach (var one in owed)
            Waiting.PutBehind(one.Delivery);
    }

    /// <summary>Tries once. False: its entity waits.</summary>
    private async Task<bool> TryAsync(WebhookTarget target, Owed owed, CancellationToken stopping)
    {
        var delivery = owed.Delivery;
        if ((owed.Event ?? await post.FindAsync(delivery.Event)) is not { } @event)
        {
            Waiting.Remove(delivery.Subject, delivery.Sequence); // Not in the journal: nothing is owed.
            return true;
        }
        PostOutcome outcome;
        var began = time.GetUtcNow();
        try
        {
            outcome = await post.SendAsync(
                target, IdOf(webhook, @event.Id), CloudEventJson.Write(@event), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false; // It may have been taken, and is delivered again.
        }
        return outcome.Taken ? Took(delivery, began, outcome) : Failed(delivery, began, outcome);
    }

    private bool Took(WaitingDelivery delivery, DateTimeOffset began, PostOutcome outcome)
    {
        Log(delivery, began, outcome, DeliveryStatus.Delivered, null);
        Waiting.Remove(delivery.Subject, delivery.Sequence);
        Taken.Add(delivery.Event);
        if (IsDown)
            Waiting.Hurry(_downSince, began);
        (_failuresInRow, FailingSince, DeliveredAt) = (0, null, began);
        return true;
    }

    private bool Failed(WaitingDelivery delivery, DateTimeOffset began, PostOutcome outcome)
    {
        var now = time.GetUtcNow();
        if (delivery.Attempts == 0)
            _failuresInRow++;
        if (_failuresInRow == 1)
            _downSince = began;
        if (IsDown)
            _probeAt = now + RetrySchedule.BetweenProbes(_probes);
        var (since, first) = (FailingSince ??= began, delivery.FirstAt ?? began);
        if (outcome.Gone)
            Stop = "The receiver answered 410: it is gone.";
        else if (now - since >= RetrySchedule.Duration)
            Stop = $"The receiver took nothing for three days. {outcome.Trouble}";
        if (Stop is null && now - first >= RetrySchedule.Duration)
        {
            Log(delivery, began, outcome, DeliveryStatus.GivenUp, null);
            Waiting.Remove(delivery.Subject, delivery.Sequence);
            GivenUp.Add((delivery.Event, outcome.Trouble!));
            return true;
        }
        var attempts = delivery.Attempts + 1;
        var next = now + Longer(RetrySchedule.After(attempts), outcome.RetryAfter);
        Waiting.Put(delivery with { Attempts = attempts, FirstAt = first, NextAt = next });
        Log(delivery, began, outcome, DeliveryStatus.Failed, next);
        return false;
    }

    private void Log(
        WaitingDelivery delivery, DateTimeOffset began, PostOutcome outcome, DeliveryStatus status,
        DateTimeOffset? next)
    {
        metrics.Attempted(status);
        Attempts.Add(new(
            IdOf(webhook, delivery.Event), delivery.Event, delivery.Type, delivery.Attempts + 1, began, status,
            outcome.HttpStatus, outcome.Trouble, (long)outcome.Took.TotalMilliseconds, next));
    }

    private static TimeSpan Longer(TimeSpan wait, TimeSpan? asked) => asked > wait ? asked.Value : wait;

    private static WaitingDelivery Untried(PublishedEvent @event) =>
        new(@event.Id, @event.Subject, @event.Sequence, @event.Type, 0, null, default);

    private readonly record struct Owed(WaitingDelivery Delivery, PublishedEvent? Event);
}

/// <summary>What a delivery asks of its surroundings.</summary>
internal interface IWebhookPost
{
    /// <summary>An event of the journal by its id; null when there is none.</summary>
    Task<PublishedEvent?> FindAsync(string id);

    /// <summary>Posts it once; whatever goes wrong is the outcome.</summary>
    Task<PostOutcome> SendAsync(WebhookTarget target, string id, byte[] body, CancellationToken stopping);
}
