using Orleans.Concurrency;
using SupplyChain.Operations;

namespace SupplyChain.Webhooks;

/// <summary>
/// A webhook: what it is stands in the journal; how far it is, in grain storage (<c>WebhookGrainDelivery.cs</c>).
/// </summary>
[GrainType("webhook"), Reentrant]
public sealed partial class WebhookGrain(ActorServices services, WebhookServices parts)
    : JournaledActor<Webhook, WebhookEvent>(services), IWebhookGrain, IWebhookActor, IDisposable
{
    /// <inheritdoc/>
    public async Task<WebhookReply> Put(PutWebhook command)
    {
        if (Faults(command) is { Count: > 0 } faults)
            return Replies.Invalid<WebhookReply, WebhookDetails>(faults);
        var salt = WebhookSecrets.NewSalt();
        var secret = await parts.Secrets.TextAsync(Tenant, Id, salt);
        var from = await Queries.Run(() => Services.Journal.TailPositionAsync());
        return await ChangeAsync(
            hook => Webhook.Decide(hook, command, salt, from.ToString()),
            (hook, decision) => hook.Salt == salt
                ? Reply(hook, decision, ReplyStatus.Created, secret)
                : Reply(hook, decision));
    }

    /// <inheritdoc/>
    public async Task<WebhookDetails?> Find()
    {
        if (!await Read(hook => hook.Exists))
            return null;
        await LoadAsync();
        return await Read(hook => hook.Exists ? Details(hook) : null);
    }

    /// <inheritdoc/>
    public Task<WebhookReply> Pause() => ChangeAsync(Webhook.Pause, (hook, decision) => Reply(hook, decision));

    /// <inheritdoc/>
    public Task<WebhookReply> Resume() =>
        ChangeAsync(Webhook.Resume, (hook, decision) => Reply(hook, decision), triesAtOnce: true);

    /// <inheritdoc/>
    public async Task<WebhookReply> Rotate()
    {
        var salt = WebhookSecrets.NewSalt();
        var secret = await parts.Secrets.TextAsync(Tenant, Id, salt);
        return await ChangeAsync(
            hook => Webhook.Rotate(hook, salt), (hook, decision) => Reply(hook, decision, secret: secret));
    }

    /// <inheritdoc/>
    public async Task<WebhookReply> Delete()
    {
        WebhookDetails? was = null;
        var reply = await ChangeAsync(
            hook =>
            {
                was = hook.Exists ? Details(hook) : null;
                return Webhook.Delete(hook);
            },
            (_, decision) => Replies.To<WebhookReply, WebhookDetails, WebhookEvent>(decision, was));
        if (reply.Accepted)
            await ForgetAsync();
        return reply;
    }

    /// <summary>Decides, if there is such a webhook; and has it deliver, or no more, as was decided.</summary>
    private async Task<WebhookReply> ChangeAsync(
        Func<Webhook, Decision<WebhookEvent>> decide, Func<Webhook, Decision<WebhookEvent>, WebhookReply> reply,
        bool triesAtOnce = false)
    {
        await LoadAsync();
        var wasActive = State is { Exists: true, Status: WebhookStatus.Active };
        var answer = await Commit(
            hook => Replies.VersionMismatch(hook.Exists ? hook.Version : 0) is { } stale ? stale : decide(hook),
            (hook, decision) => decision.Accepted && decision.Count == 0 && !hook.Exists
                ? Replies.NotFound<WebhookReply, WebhookDetails>()
                : reply(hook, decision));
        if (State is { Exists: true, Status: WebhookStatus.Active })
        {
            if (!wasActive || (triesAtOnce && answer.Accepted))
                Align().BeginAnew();
            await Wake();
        }
        return answer;
    }

    private WebhookReply Reply(
        Webhook hook, Decision<WebhookEvent> decision, ReplyStatus done = ReplyStatus.Done, string? secret = null) =>
        Replies.To<WebhookReply, WebhookDetails, WebhookEvent>(
            decision, decision.Accepted ? Details(hook) with { Secret = secret } : null, done);

    /// <summary>What is wrong with a command, here and now.</summary>
    private Items<Fault> Faults(PutWebhook command)
    {
        if (command.Validate() is { Count: > 0 } faults)
            return faults;
        if (parts.Options.Refusal(command.Url) is { } refusal)
            return [refusal];
        for (var index = 0; index < command.Types.Count; index++)
        {
            try
            {
                _ = new PublishedTypes([command.Types[index]]);
            }
            catch (UnknownEventTypeException unknown)
            {
                return [new($"/types/{index}", FaultCodes.Invalid, unknown.Message)];
            }
        }
        return [];
    }

    private WebhookDetails Details(Webhook hook)
    {
        var delivery = Align();
        return new(
            Id, hook.Url, hook.Types, hook.Status, hook.Reason, hook.CreatedAt, _position, delivery.Waiting.Count,
            hook.GivenUp.ToItems(), delivery.FailingSince, delivery.DeliveredAt, hook.Version,
            FormerSecretUntil: hook.FormerSalt is not null && Now < hook.FormerSaltUntil ? hook.FormerSaltUntil : null);
    }
}
