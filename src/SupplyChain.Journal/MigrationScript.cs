using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace SupplyChain.Journal;

/// <summary>One numbered script that is embedded in an assembly.</summary>
internal sealed record MigrationScript(string Name, string Sql)
{
    /// <summary>What is recorded, so that a script that was changed later is noticed.</summary>
    public string Hash { get; } = HashOf(Sql);

    /// <summary>Its place in the sequence: the digits its name begins with.</summary>
    public string Number => Name.Split('_')[0];

    /// <summary>A folder's scripts in order, for example of <c>SupplyChain.Journal.Sqlite.Migrations</c>.</summary>
    public static List<MigrationScript> All(string folder) => All(typeof(MigrationScript).Assembly, folder);

    /// <summary>The scripts of a folder of another assembly.</summary>
    public static List<MigrationScript> All(Assembly assembly, string folder)
    {
        var prefix = folder + ".";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new MigrationScript(name[prefix.Length..], Read(assembly, name)))
            .ToList();
    }

    /// <summary>The SHA-256 of a text, in hexadecimal digits.</summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
