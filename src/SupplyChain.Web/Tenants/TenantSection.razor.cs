using Microsoft.AspNetCore.Components;
using SupplyChain.Access;
using SupplyChain.Planner;
using SupplyChain.Planner.Integrations;

namespace SupplyChain.Tenants;

/// <summary>The tenants of the cluster and what they use today, for operators of the home tenant.</summary>
public partial class TenantSection : PolledSection
{
    private const string Place = "/ops";

    /// <summary>All of them, by id; null when they could not be read yet.</summary>
    [PersistentState]
    public TenantRow[]? Rows { get; set; }

    /// <summary>Whether the viewer operates another tenant than the home tenant.</summary>
    [PersistentState]
    public bool IsOfOthers { get; set; }

    /// <summary>Which tenant is changed; null for a new one.</summary>
    [SupplyParameterFromQuery(Name = "tenant")] private string? Tenant { get; set; }

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc/>
    protected override bool IsRead => Rows is not null || IsOfOthers;

    /// <inheritdoc/>
    protected override string Closed => Place;

    private string Figures => $"{Words.Count(Rows!.Length, "tenant")}, days begin at midnight UTC";

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (IsOfOthers)
            return;
        try
        {
            var tenants = await Chain.Tenants.ListAsync(cancellationToken);
            Rows = await Task.WhenAll(tenants.Select(tenant => RowAsync(tenant, cancellationToken)));
        }
        catch (AccessDeniedException denied) when (denied.IsKnown)
        {
            IsOfOthers = true;
        }
    }

    private async Task<TenantRow> RowAsync(TenantDetails tenant, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var usage = await Chain.Tenants.UsageAsync(tenant.Id, new(today), cancellationToken);
        return new(
            tenant, usage?.Days.FirstOrDefault(day => day.Day == today) ?? new(today, 0, 0, 0, 0), usage?.Bytes ?? 0);
    }
}

/// <summary>A tenant and what it uses.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Today">What it used today, UTC.</param>
/// <param name="Bytes">Bytes of its events that are stored, of all time.</param>
public sealed record TenantRow(TenantDetails Tenant, UsageDay Today, long Bytes);
