using Microsoft.AspNetCore.Components;
using SupplyChain.Operations;
using SupplyChain.Planner.Entities;
using SupplyChain.Planner.Integrations;

namespace SupplyChain.Webhooks;

/// <summary>A webhook: whether its receiver takes what is posted, and every attempt of late.</summary>
public partial class WebhookPage : EntityPage<WebhookSeen>
{
    private const string Failures = "failures";

    private WebhookDetails? _rotated;
    private bool _wasFailures;
    private bool _isReading;
    private ITimer? _clock;

    /// <summary>The webhook.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <inheritdoc/>
    public override string EntityId => Id;

    [Inject] private SupplyChainClient Chain { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    private bool IsFailures => Address.One(Failures) == "true";

    /// <inheritdoc/>
    protected override bool Concerns(PublishedEvent @event) => @event.Subject == $"webhook/{Id}";

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        base.OnAfterRender(firstRender);
        // Attempts to deliver are no events.
        if (firstRender)
        {
            _clock = Time.CreateTimer(
                _ => _ = InvokeAsync(TickAsync), null, PolledSection.RefreshInterval, PolledSection.RefreshInterval);
        }
    }

    /// <inheritdoc/>
    protected override async Task<WebhookSeen?> ReadAsync(CancellationToken cancellationToken)
    {
        var failures = _wasFailures = IsFailures;
        var hook = Chain.Webhooks.FindAsync(Id, cancellationToken);
        var attempts = Chain.Webhooks.DeliveriesAsync(
            Id, new(failures, WebhookSeen.MaxAttempts), cancellationToken);
        await Task.WhenAll(hook, attempts);
        if (failures != IsFailures)
            return await ReadAsync(cancellationToken); // The address says otherwise meanwhile.
        return await hook is { } found ? new(found, await attempts ?? [], Time.GetUtcNow()) : null;
    }

    /// <inheritdoc/>
    protected override Task FollowAsync() =>
        Shown is not null && _wasFailures != IsFailures ? ReadShownAsync() : Task.CompletedTask;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _clock?.Dispose();
        base.Dispose(disposing);
    }

    private async Task TickAsync()
    {
        if (!Viewer.IsFollowing || _isReading || Left.IsCancellationRequested)
            return;
        _isReading = true;
        await RefreshAsync();
        _isReading = false;
    }

    private Task ChangedAsync(WebhookDetails changed) => DoneAsync($"It posts to {changed.Url} now.");

    private Task KeptAsync()
    {
        _rotated = null;
        return DoneAsync("It has another secret; for a day posts are signed with both.");
    }

    private void Deleted() => Navigation.NavigateTo("/integrations");
}
