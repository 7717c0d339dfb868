using Orleans.Runtime;
using SupplyChain.Journal;
using SupplyChain.Operations;

namespace SupplyChain.Webhooks;

/// <summary>
/// How a webhook delivers: in rounds, as long as it is active, in the one silo where its actor lives.
/// </summary>
public sealed partial class WebhookGrain : IWebhookPost
{
    private const string Caller = "webhooks";
    private const int PageSize = 200;
    private const int MaxWaiting = 1_000;
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxTroubleInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _leaving = new();
    private CancellationToken? _left;
    private WebhookDelivery? _delivery;
    private Task _delivering = Task.CompletedTask;
    private string _from = "";
    private string _position = "";
    private int _replays;

    /// <summary>Ends when the actor leaves its silo.</summary>
    private CancellationToken Leaving => _left ??= _leaving.Token;

    /// <inheritdoc/>
    protected override bool Stays => !_delivering.IsCompleted;

    /// <inheritdoc/>
    public Task Wake()
    {
        if (ShallDeliver && _delivering.IsCompleted)
            _delivering = DeliverAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _leaving.CancelAsync();
        await _delivering.WaitAsync(LeaveTimeout, Time, CancellationToken.None).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _leaving.Dispose();

    /// <inheritdoc/>
    async Task<PublishedEvent?> IWebhookPost.FindAsync(string id)
    {
        if (id.Split('/') is not [var kind, .. { Length: > 0 } name, var last] || !long.TryParse(last, out var version))
            return null;
        var stream = new StreamId(Tenant, kind, string.Join('/', name));
        var rows = await Queries.Run(() => Services.Journal.ReadStreamAsync(stream, version, version));
        return rows is [var row] ? PublishedEvents.Of(row) : null;
    }

    /// <inheritdoc/>
    Task<PostOutcome> IWebhookPost.SendAsync(
        WebhookTarget target, string id, byte[] body, CancellationToken stopping) =>
        parts.Sender.PostAsync(target, id, body, WebhookSender.AnswerTimeout, stopping);

    private bool ShallDeliver => !HasGivenUp && !Leaving.IsCancellationRequested
        && State is { Exists: true, Status: WebhookStatus.Active };

    private async Task DeliverAsync()
    {
        // It outlives the call that woke it: it has no deadline, and a name of its own in the journal.
        RequestContext.Clear();
        CallContext.Actor = Caller;
        var backoff = new Backoff(LookInterval, MaxTroubleInterval, Time);
        while (ShallDeliver)
        {
            try
            {
                await Recorded();
                await LoadAsync();
                await RoundAsync();
                backoff.Reset();
            }
            catch (UnavailableException) when (Progress.IsContested)
            {
                DeactivateOnIdle(); // Another activation delivers.
                return;
            }
            catch (Exception passing) when (!Leaving.IsCancellationRequested)
            {
                parts.Failed(Name, passing);
                await backoff.WaitAsync(Leaving).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    /// <summary>Delivers what there is, or waits a moment for something.</summary>
    private async Task RoundAsync()
    {
        var (hook, delivery, replays) = (State, Align(), _replays);
        var page = await PageAsync(hook, delivery);
        var owes = page is { Events.Count: > 0 } || delivery.NextAt <= Time.GetUtcNow();
        if (owes)
        {
            await delivery.RunAsync(await TargetAsync(hook), page?.Events ?? [], Leaving);
            await RecordAsync(delivery);
        }
        if (page is not null && replays == _replays && hook.From == State.From)
            _position = page.Next;
        // Where nothing was owed a crash looks through it again.
        if (owes || delivery.Attempts.IsChanged)
            await StoreAsync();
    }

    /// <summary>
    /// New events, once there are some or a moment has passed; none while the receiver takes none, or too many wait.
    /// </summary>
    private async Task<EventPage?> PageAsync(Webhook hook, WebhookDelivery delivery)
    {
        var wait = delivery.NextAt - Time.GetUtcNow() is { } due && due < LookInterval
            ? due > TimeSpan.Zero ? due : TimeSpan.Zero
            : LookInterval;
        if (delivery.IsDown || delivery.Waiting.Count >= MaxWaiting)
        {
            await Task.Delay(wait, Time, Leaving);
            return null;
        }
        var after = Position.TryParse(_position, out var position) ? position : Position.Start;
        return await Queries.Run(() => parts.Feed.ReadAsync(
            Tenant, after, new(null, PageSize, hook.Types, Wait: wait > TimeSpan.Zero ? wait : null)));
    }

    /// <summary>Records what a round decided about the webhook.</summary>
    private async Task RecordAsync(WebhookDelivery delivery)
    {
        foreach (var (@event, reason) in delivery.GivenUp)
            await Commit(hook => Webhook.GiveUp(hook, @event, reason));
        delivery.GivenUp.Clear();
        if (State.GivenUp.Count > 0)
            await Commit(hook => Webhook.MakeUp(hook, delivery.Taken));
        if (delivery.Stop is { } why)
            await Commit(hook => Webhook.Disable(hook, why));
    }
}
