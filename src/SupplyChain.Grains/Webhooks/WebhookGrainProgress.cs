using Orleans.Runtime;
using SupplyChain.Events;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Webhooks;

/// <summary>
/// How far a webhook is. It is in Orleans' grain storage and not in the journal: at a thousand deliveries a second it
/// changes with each of them, and the journal would tell of itself.
/// </summary>
public sealed partial class WebhookGrain
{
    private static readonly TimeSpan TestTimeout = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan StoreAttemptsInterval = TimeSpan.FromSeconds(1);

    private bool _isLoaded;
    private long _attemptsStoredAt;

    private StoredState<WebhookProgress> Progress => field ??= parts.Stored<WebhookProgress>("webhook-progress", this);

    private StoredState<WebhookAttempts> Attempts => field ??= parts.Stored<WebhookAttempts>("webhook-attempts", this);

    /// <inheritdoc/>
    public async Task<Items<DeliveryAttempt>?> Deliveries(ListDeliveries query)
    {
        await LoadAsync();
        return await Read(hook => hook.Exists ? Align().Attempts.List(query) : default(Items<DeliveryAttempt>?));
    }

    /// <inheritdoc/>
    public async Task<DeliveryAttempt?> Test()
    {
        if (!await Read(hook => hook.Exists))
            return null;
        var (at, id) = (Now, $"{Webhook.Kind}/{Id}/test-{Guid.NewGuid():N}");
        var test = new PublishedEvent(
            id, $"/{Tenant}", "supplychain.webhook.test.v1", $"{Webhook.Kind}/{Id}", at, 0, "{}");
        var message = WebhookDelivery.IdOf(Id, id);
        var outcome = await parts.Sender.PostAsync(
            await TargetAsync(State), message, CloudEventJson.Write(test), TestTimeout, Leaving);
        return new(
            message, id, test.Type, 1, at, outcome.Taken ? DeliveryStatus.Delivered : DeliveryStatus.Failed,
            outcome.HttpStatus, outcome.Trouble, (long)outcome.Took.TotalMilliseconds, null);
    }

    /// <inheritdoc/>
    public async Task<WebhookReply> Replay(ReplayWebhook command)
    {
        if (!await ReadNewest(hook => hook.Exists))
            return Replies.NotFound<WebhookReply, WebhookDetails>();
        await LoadAsync();
        if (await FaultAsync(command) is { } fault)
            return Replies.Invalid<WebhookReply, WebhookDetails>([fault]);
        await StoreAsync();
        await Wake();
        return await Read(hook => new WebhookReply { Status = ReplyStatus.Done, Value = Details(hook) });
    }

    /// <summary>Takes a replay in; what is wrong with it otherwise.</summary>
    private async Task<Fault?> FaultAsync(ReplayWebhook command)
    {
        if (command.After is null == command.Delivery is null)
            return new("/after", FaultCodes.Required, "Either 'after' or 'delivery' is required.");
        if (command.After is { } after)
        {
            if (!Position.TryParse(after, out _))
                return new("/after", FaultCodes.Invalid, "'after' is no place in the feed.");
            (_position, _replays) = (after, _replays + 1);
            return null;
        }
        var id = Align().Attempts.EventOf(command.Delivery!) ?? command.Delivery!;
        if (await ((IWebhookPost)this).FindAsync(id) is not { } @event)
            return new("/delivery", FaultCodes.Invalid, "'delivery' is neither one of the newest nor an event's id.");
        Align().Waiting.Put(new(@event.Id, @event.Subject, @event.Sequence, @event.Type, 0, null, Now));
        return null;
    }

    private async Task<WebhookTarget> TargetAsync(Webhook hook)
    {
        var newest = await parts.Secrets.KeyAsync(Tenant, Id, hook.Salt);
        return hook.FormerSalt is { } former && Now < hook.FormerSaltUntil
            ? new(hook.Url, [newest, await parts.Secrets.KeyAsync(Tenant, Id, former)])
            : new(hook.Url, [newest]);
    }

    /// <summary>The delivery of the webhook as it is; one that was set up anew begins anew.</summary>
    private WebhookDelivery Align()
    {
        if (_delivery is { } delivery && (_from == State.From || !State.Exists))
            return delivery;
        (_from, _position) = (State.From, State.From);
        return _delivery = NewDelivery();
    }

    private WebhookDelivery NewDelivery() => new(Id, this, parts.Options, Time, parts.Metrics);

    /// <summary>Reads how far it is, unless that is known.</summary>
    private async Task LoadAsync()
    {
        if (_isLoaded)
            return;
        var (progress, attempts) = (await Progress.ReadAsync(), await Attempts.ReadAsync());
        if (_isLoaded)
            return; // Another turn was first.
        _isLoaded = true;
        if (progress.Position.Length == 0)
            return;
        (_from, _position) = (progress.From, progress.Position);
        _delivery = NewDelivery();
        _delivery.Begin(progress);
        _delivery.Attempts.Begin(attempts);
    }

    private async Task StoreAsync()
    {
        if (!State.Exists)
            return; // It was deleted while it delivered.
        var delivery = Align();
        await Progress.WriteAsync(new()
        {
            From = _from,
            Position = _position,
            Waiting = delivery.Waiting.All(),
            FailingSince = delivery.FailingSince,
            DeliveredAt = delivery.DeliveredAt,
        });
        if (delivery.Attempts.IsChanged && Time.GetElapsedTime(_attemptsStoredAt) >= StoreAttemptsInterval)
        {
            _attemptsStoredAt = Time.GetTimestamp();
            await Attempts.WriteAsync(delivery.Attempts.ToStore());
        }
    }

    /// <summary>Forgets how far it was: it was deleted.</summary>
    private async Task ForgetAsync()
    {
        _delivery = null;
        await Progress.ClearAsync();
        await Attempts.ClearAsync();
    }
}
