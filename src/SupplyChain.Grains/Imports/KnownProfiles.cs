using System.Text;
using System.Text.Json;

namespace SupplyChain.Imports;

/// <summary>
/// The profiles a tenant can import with: those that its people saved, then those of the node's folder, then those that
/// come with the product.
/// </summary>
public sealed class KnownProfiles(IGrainFactory grains, ImportProfiles files)
{
    /// <summary>The profile of a name; null when there is none.</summary>
    /// <exception cref="ImportProfileException">It is faulty.</exception>
    public async Task<ImportProfile?> FindAsync(TenantId tenant, string name) =>
        Find(await SavedAsync(tenant), name);

    /// <summary>The same, where those that were saved are at hand.</summary>
    /// <exception cref="ImportProfileException">It is faulty.</exception>
    public ImportProfile? Find(Items<ImportProfileText> saved, string name) =>
        saved.FirstOrDefault(profile => profile.Name == name) is { } text
            ? ImportProfileReader.Read(Encoding.UTF8.GetBytes(text.Json))
            : files.Find(name);

    /// <summary>What the profile of a name says; null when there is none.</summary>
    public async Task<ImportProfileText?> FindTextAsync(TenantId tenant, string name) =>
        (await SavedAsync(tenant)).FirstOrDefault(profile => profile.Name == name) ?? files.FindText(name);

    /// <summary>Their names.</summary>
    public async Task<IEnumerable<string>> NamesAsync(TenantId tenant) =>
        (await SavedAsync(tenant)).Select(profile => profile.Name).Union(files.Names()).Order(StringComparer.Ordinal);

    /// <summary>What there is to know of each, by name.</summary>
    public async Task<Items<ImportProfileSummary>> SummariesAsync(TenantId tenant)
    {
        var saved = (await SavedAsync(tenant)).ToDictionary(profile => profile.Name);
        return saved.Keys.Union(files.Names()).Order(StringComparer.Ordinal)
            .Select(name => Summary(saved.GetValueOrDefault(name) ?? files.FindText(name)!))
            .ToItems();
    }

    private Task<Items<ImportProfileText>> SavedAsync(TenantId tenant) =>
        grains.GetGrain<IImportProfilesGrain>(GrainKey.Of(tenant, IImportProfilesGrain.Id)).All();

    private static ImportProfileSummary Summary(ImportProfileText text)
    {
        try
        {
            var profile = ImportProfileReader.Read(Encoding.UTF8.GetBytes(text.Json));
            return new(
                text.Name, text.Origin, $"{profile.Delimiter}", profile.Encoding, profile.Partial,
                profile.Fields.SelectMany(field => field.Value.Columns.Select(column => new ImportColumn(
                    column, JsonNamingPolicy.CamelCase.ConvertName(field.Key.ToString())))).ToItems(),
                null);
        }
        catch (ImportProfileException fault)
        {
            return new(text.Name, text.Origin, "", null, false, [], fault.Message);
        }
    }
}
