namespace SupplyChain.Architecture;

/// <summary>How code is laid out and named.</summary>
public sealed class SourceTests
{
    private const int LongestLine = 120;
    private const int LongestFile = 300;

    private static readonly string[] Business =
        [
            "Access", "Events", "Exports", "Imports", "Inventory", "Network", "Operations", "Orders", "Planner",
            "Shipments", "Tenants", "Transfers", "Views", "Webhooks",
        ];

    private static readonly string[] NoBusiness = ["Common", "Helpers", "Utils", "Models", "Services", "Managers"];

    /// <summary>Files that are longer than others, and why.</summary>
    private static readonly Dictionary<string, string> Long = [];

    [Fact]
    public void Namespaces_name_the_business_and_not_the_layer()
    {
        foreach (var layer in Layer.OfBusiness)
        {
            layer.Types.Select(type => Noun(type.Namespace!)).Distinct().Should().BeSubsetOf(
                Business.Select(noun => $"SupplyChain.{noun}").Append("SupplyChain").Concat(Machinery(layer)),
                "{0} is a layer", layer);
        }
    }

    /// <summary>What the lists of all of the business are made of.</summary>
    private static string[] Machinery(Layer layer) => layer == Layer.ReadModels ? ["SupplyChain.Tables"] : [];

    /// <summary>What lies below a noun of the business belongs to it: <c>SupplyChain.Planner.Lists</c>.</summary>
    private static string Noun(string name) => string.Join('.', name.Split('.').Take(2));

    [Fact]
    public void No_folder_is_a_drawer() =>
        Repository.Sources().SelectMany(source => source.Path.Split(Path.DirectorySeparatorChar)).Distinct()
            .Should().NotIntersectWith(NoBusiness);

    [Fact]
    public void No_line_is_longer_than_120_characters() =>
        Repository.Sources()
            .SelectMany(source => source.Lines.Select(
                (line, index) => (line.Length, Place: $"{source.Path}:{index + 1}")))
            .Where(line => line.Length > LongestLine)
            .Select(line => line.Place)
            .Should().BeEmpty();

    [Fact]
    public void A_file_over_300_lines_has_a_reason() =>
        Repository.Sources()
            .Where(source => source.Lines.Length > LongestFile)
            .Select(source => source.Path)
            .Should().BeEquivalentTo(Long.Keys);
}
