namespace SupplyChain.Imports;

/// <summary>Profiles that were saved: each of their decisions is finished at once.</summary>
internal sealed class SavedProfilesAggregate : IAggregateActor
{
    /// <inheritdoc/>
    public string Kind => SavedProfiles.Kind;
}
