using System.Text.Json;

namespace SupplyChain.Architecture;

/// <summary>
/// Scripts of others that are kept as one file, made by <c>npm ci &amp;&amp; npm run build</c> in
/// <c>src/SupplyChain.Web/map</c>: a build of the product needs no npm.
/// </summary>
public sealed class BundleTests
{
    private static readonly string Web = Repository.File("src/SupplyChain.Web");

    [Fact]
    public void The_licences_beside_it_are_of_the_versions_it_is_made_from()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "map/package.json")));
        var licences = File.ReadAllText(Path.Combine(Web, "wwwroot/lib/LICENSES.txt"));

        var parts = manifest.RootElement.GetProperty("devDependencies").EnumerateObject()
            .Where(package => package.Name != "esbuild")
            .Select(package => $"{package.Name} {package.Value} (")
            .ToArray();

        parts.Should().NotBeEmpty();
        licences.Should().ContainAll(parts, "the bundle was not made anew after its packages were changed");
    }

    [Fact]
    public void Scripts_load_nothing_from_elsewhere() =>
        Directory.EnumerateFiles(Path.Combine(Web, "wwwroot"), "*.js", SearchOption.AllDirectories)
            .Where(script => File.ReadAllText(script).Contains("://", StringComparison.Ordinal))
            .Should().BeEmpty();
}
