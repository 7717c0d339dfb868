using Microsoft.AspNetCore.Components;
using SupplyChain.Access;

namespace SupplyChain.Planner.Integrations;

/// <summary>The keys of the tenant, for administrators.</summary>
public partial class KeySection : PolledSection
{
    /// <summary>All of them, the newest first; null when they could not be read yet.</summary>
    [PersistentState]
    public KeyDetails[]? Keys { get; set; }

    /// <summary>With which key something is done.</summary>
    [SupplyParameterFromQuery(Name = "key")] private string? Key { get; set; }

    /// <summary>Which are shown: <c>all</c>, or those that are accepted.</summary>
    [SupplyParameterFromQuery(Name = "keys")] private string? Which { get; set; }

    /// <inheritdoc/>
    protected override bool IsRead => Keys is not null;

    /// <inheritdoc/>
    protected override string Closed => IsAll ? $"{Path}?keys=all" : Path;

    private bool IsAll => Which == "all";

    private KeyDetails[] Shown => [.. Keys!.Where(key => IsAll || key.IsUsable(Viewer.Now))];

    private int Ended => Keys!.Count(key => !key.IsUsable(Viewer.Now));

    private string Figures => $"{Words.Number(Keys!.Length - Ended)} accepted";

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        Keys = [.. await Chain.Keys.ListAsync(cancellationToken)];

    private bool IsLastOfAdmins(KeyDetails key) =>
        key.Role == Role.Admin && !Keys!.Any(other =>
            other.Id != key.Id && other.Role == Role.Admin && other.IsUsable(Viewer.Now));
}
