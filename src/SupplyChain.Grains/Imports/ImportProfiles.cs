using System.Reflection;
using System.Text;

namespace SupplyChain.Imports;

/// <summary>The profiles there are: those of the profile folder, and those that come with the product.</summary>
public sealed class ImportProfiles(ImportOptions options)
{
    private static readonly Assembly Own = typeof(ImportProfiles).Assembly;

    /// <summary>The profile of a name, the folder's before ours; null when there is none.</summary>
    /// <exception cref="ImportProfileException">Its file is faulty.</exception>
    public ImportProfile? Find(string name)
    {
        return FindText(name) is { } text
            ? Named(name, ImportProfileReader.Read(Encoding.UTF8.GetBytes(text.Json)))
            : null;
    }

    /// <summary>What the profile of a name says, the folder's before ours; null when there is none.</summary>
    public ImportProfileText? FindText(string name)
    {
        if (!Identifier.IsValid(name))
            return null;
        var file = options.ProfileFolder is { } folder ? Path.Combine(folder, $"{name}.json") : null;
        if (file is not null && File.Exists(file))
            return new(name, File.ReadAllText(file), ImportProfileOrigin.Folder);
        using var resource = Own.GetManifestResourceStream($"import-profiles/{name}.json");
        if (resource is null)
            return null;
        using var text = new StreamReader(resource);
        return new(name, text.ReadToEnd(), ImportProfileOrigin.Product);
    }

    /// <summary>The names there are, in order.</summary>
    public IEnumerable<string> Names()
    {
        const string begin = "import-profiles/", end = ".json";
        var ours = Own.GetManifestResourceNames()
            .Where(name => name.StartsWith(begin, StringComparison.Ordinal))
            .Select(name => name[begin.Length..^end.Length]);
        var theirs = Directory.Exists(options.ProfileFolder)
            ? Directory.EnumerateFiles(options.ProfileFolder, $"*{end}").Select(Path.GetFileNameWithoutExtension)
            : [];
        return ours.Concat(theirs.OfType<string>()).Where(Identifier.IsValid).Distinct().Order(StringComparer.Ordinal);
    }

    private static ImportProfile Named(string name, ImportProfile profile) => profile.Name == name
        ? profile
        : throw new ImportProfileException($"The file '{name}.json' holds the profile '{profile.Name}'.");
}
