namespace SupplyChain.Webhooks;

/// <summary>
/// What other systems are told by posts to their addresses; it needs the role <see cref="Access.Role.Integrator"/> or
/// <see cref="Access.Role.Admin"/>. Commands are safe to repeat, except <see cref="RotateAsync"/>.
/// </summary>
public sealed class WebhooksClient
{
    private readonly Calls _calls;

    internal WebhooksClient(Calls calls) => _calls = calls;

    /// <summary>
    /// Sets a webhook up, or changes it. The reply to the first one holds its secret, this once; events that come after
    /// it are delivered.
    /// </summary>
    public Task<WebhookReply> PutAsync(
        WebhookId id, PutWebhook webhook, CancellationToken cancellationToken = default) =>
        SendAsync("webhooks.put", id, webhook.Validate(), hook => hook.Put(webhook), cancellationToken);

    /// <summary>A webhook; null when there is none.</summary>
    public Task<WebhookDetails?> FindAsync(WebhookId id, CancellationToken cancellationToken = default) =>
        _calls.Find("webhooks.find", id.Value, () => Hook(id).Find(), cancellationToken);

    /// <summary>All of them, by id.</summary>
    public Task<Items<WebhookDetails>> ListAsync(CancellationToken cancellationToken = default) =>
        _calls.Ask("webhooks", () => _calls.Queries<IWebhookQueriesGrain>().List(), cancellationToken);

    /// <summary>Deletes a webhook: what was not delivered never is.</summary>
    public Task<WebhookReply> DeleteAsync(WebhookId id, CancellationToken cancellationToken = default) =>
        SendAsync("webhooks.delete", id, [], hook => hook.Delete(), cancellationToken);

    /// <summary>Stops a webhook; events wait in the journal.</summary>
    public Task<WebhookReply> PauseAsync(WebhookId id, CancellationToken cancellationToken = default) =>
        SendAsync("webhooks.pause", id, [], hook => hook.Pause(), cancellationToken);

    /// <summary>
    /// Has a webhook go on where it stopped; what waits is tried at once, also of one that never stopped.
    /// </summary>
    public Task<WebhookReply> ResumeAsync(WebhookId id, CancellationToken cancellationToken = default) =>
        SendAsync("webhooks.resume", id, [], hook => hook.Resume(), cancellationToken);

    /// <summary>
    /// Gives a webhook another secret, which is in this reply and nowhere else; the former one is used beside it for a
    /// day. When the answer is lost, rotate again: then only the lost one and the newest are used.
    /// </summary>
    public Task<WebhookReply> RotateAsync(WebhookId id, CancellationToken cancellationToken = default) =>
        SendAsync("webhooks.rotate", id, [], hook => hook.Rotate(), cancellationToken);

    /// <summary>
    /// Posts an event of type <c>supplychain.webhook.test.v1</c> once, and says what came of it; null when there is no
    /// such webhook. The receiver has 4 s to answer.
    /// </summary>
    public Task<DeliveryAttempt?> TestAsync(WebhookId id, CancellationToken cancellationToken = default)
    {
        Calls.Check(id.Value);
        return _calls.Call(
            "webhooks.test", id.Value, () => Hook(id).Test(), _calls.Options.Deadline, cancellationToken);
    }

    /// <summary>Delivers again: everything after a position, or one delivery.</summary>
    public Task<WebhookReply> ReplayAsync(
        WebhookId id, ReplayWebhook replay, CancellationToken cancellationToken = default) =>
        SendAsync("webhooks.replay", id, [], hook => hook.Replay(replay), cancellationToken);

    /// <summary>
    /// The newest attempts, the newest first; null when there is no such webhook. Those of the last second may be
    /// missing after a crash.
    /// </summary>
    public Task<Items<DeliveryAttempt>?> DeliveriesAsync(
        WebhookId id, ListDeliveries query, CancellationToken cancellationToken = default)
    {
        Calls.Check(id.Value);
        return _calls.Ask("webhooks.deliveries", () => Hook(id).Deliveries(query), cancellationToken);
    }

    private Task<WebhookReply> SendAsync(
        string call, WebhookId id, Items<Fault> faults, Func<IWebhookGrain, Task<WebhookReply>> send,
        CancellationToken cancellationToken) =>
        _calls.Send<WebhookReply, WebhookDetails>(call, id.Value, faults, () => send(Hook(id)), cancellationToken);

    private IWebhookGrain Hook(WebhookId id) => _calls.Actor<IWebhookGrain>(id.Value);
}
