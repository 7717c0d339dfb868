namespace SupplyChain.Imports;

/// <summary>Profiles that were saved: they are asked themselves.</summary>
internal sealed class SavedProfilesReadModel : IAggregateReadModel
{
    /// <inheritdoc/>
    public string Kind => SavedProfiles.Kind;
}
