using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using static SupplyChain.Imports.ImportProfileEvent;

namespace SupplyChain.Imports;

/// <summary>The profiles that people saved.</summary>
public sealed record SavedProfiles : IAggregate<SavedProfiles, ImportProfileEvent>
{
    /// <summary>The most there can be.</summary>
    public const int Most = 200;

    /// <inheritdoc/>
    public static string Kind => "import-profiles";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static SavedProfiles Initial { get; } = new();

    /// <summary>What they say as JSON, by name.</summary>
    public ImmutableSortedDictionary<string, string> Profiles { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Saves or replaces one; the same again changes nothing.</summary>
    public static Decision<ImportProfileEvent> Decide(SavedProfiles saved, PutImportProfile command) =>
        saved.Profiles.TryGetValue(command.Name, out var known) && known == command.Json ? []
        : known is null && saved.Profiles.Count >= Most
            ? new Refused(Refusal.Conflict, $"There are {Most} saved profiles, the most there can be; delete one.")
        : [new Saved(command.Name, command.Json)];

    /// <summary>Deletes one; one that is not there is deleted already.</summary>
    public static Decision<ImportProfileEvent> Decide(SavedProfiles saved, DeleteImportProfile command) =>
        saved.Profiles.ContainsKey(command.Name) ? [new Deleted(command.Name)] : [];

    /// <summary>What is wrong with what a profile says; nothing when files can be read with it.</summary>
    public static Items<Fault> FaultsOf(PutImportProfile command)
    {
        if (command.Validate() is { Count: > 0 } faults)
            return faults;
        try
        {
            var profile = ImportProfileReader.Read(Encoding.UTF8.GetBytes(command.Json));
            return profile.Name == command.Name ? [] : [new(
                "/name", FaultCodes.Invalid, $"The profile calls itself '{profile.Name}', not '{command.Name}'.")];
        }
        catch (ImportProfileException fault)
        {
            return [new("", FaultCodes.Invalid, fault.Message)];
        }
    }

    /// <inheritdoc/>
    public static SavedProfiles Evolve(
        SavedProfiles state, ImportProfileEvent @event, DateTimeOffset recordedAt) => @event switch
        {
            Saved saved => new() { Profiles = state.Profiles.SetItem(saved.Name, saved.Json) },
            Deleted deleted => new() { Profiles = state.Profiles.Remove(deleted.Name) },
            _ => throw new UnreachableException($"{@event}"),
        };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(SavedProfiles state) => SupplyChain.UnfinishedWork.None;
}
