using Orleans.Concurrency;

namespace SupplyChain.Imports;

/// <summary>The profiles that people of a tenant saved.</summary>
[GrainType("import-profiles"), Reentrant]
public sealed class ImportProfilesGrain(ActorServices services)
    : JournaledActor<SavedProfiles, ImportProfileEvent>(services), IImportProfilesGrain
{
    /// <inheritdoc/>
    public async Task<ImportProfileReply> Put(PutImportProfile command)
    {
        var faults = SavedProfiles.FaultsOf(command);
        return faults.Count > 0
            ? Replies.Invalid<ImportProfileReply, ImportProfileText>(faults)
            : await Commit(
                saved => SavedProfiles.Decide(saved, command),
                (_, decision) => Replies.To<ImportProfileReply, ImportProfileText, ImportProfileEvent>(
                    decision, Text(command.Name, command.Json)));
    }

    /// <inheritdoc/>
    public Task<ImportProfileReply> Delete(DeleteImportProfile command) => Commit(
        saved => SavedProfiles.Decide(saved, command),
        (_, decision) => Replies.To<ImportProfileReply, ImportProfileText, ImportProfileEvent>(
            decision, Text(command.Name, "")));

    /// <inheritdoc/>
    public Task<Items<ImportProfileText>> All() =>
        Read(saved => saved.Profiles.Select(profile => Text(profile.Key, profile.Value)).ToItems());

    private static ImportProfileText Text(string name, string json) => new(name, json, ImportProfileOrigin.Saved);
}
