using Microsoft.AspNetCore.Components;
using SupplyChain.Planner.Integrations;

namespace SupplyChain.Webhooks;

/// <summary>The webhooks of the tenant.</summary>
public partial class WebhookSection : PolledSection
{
    private WebhookDetails? _made;

    /// <summary>All of them, by id; null when they could not be read yet.</summary>
    [PersistentState]
    public WebhookDetails[]? Hooks { get; set; }

    /// <inheritdoc/>
    protected override bool IsRead => Hooks is not null;

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Hooks = [.. await Chain.Webhooks.ListAsync(cancellationToken)];

    /// <summary>It was set up: its secret is shown, and then its page, where it can be tested.</summary>
    private void Made(WebhookDetails hook) => _made = hook;

    private void Kept()
    {
        var id = _made!.Id;
        _made = null;
        Navigation.NavigateTo(WebhookWords.Path(id));
    }
}
