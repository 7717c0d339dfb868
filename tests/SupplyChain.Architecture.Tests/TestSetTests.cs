using System.Text.RegularExpressions;

namespace SupplyChain.Architecture;

/// <summary>What <c>tests/run</c> leaves out, and what it must not.</summary>
public sealed partial class TestSetTests
{
    private const string Mark = "[Trait(TestSet.Trait, TestSet.Long)]";

    /// <summary>The programs that start browsers and nodes; what others test is quick, or made so.</summary>
    private static readonly string[] MayBeLong = ["Pages.Tests", "Cluster.Tests", "Faults"];

    /// <summary>What runs with every change, in the programs that have a long set, and the class that looks at
    /// it.</summary>
    private static readonly Dictionary<string, string> Always = new()
    {
        ["signing in and out"] = "Pages.Tests/ViewerTests",
        ["a live order page, and what acts on it"] = "Pages.Tests/ActingTests",
        ["a live list, and what another tenant sees of it"] = "Pages.Tests/TenantPageTests",
        ["the list of orders"] = "Pages.Tests/OrderListTests",
        ["the questions planners ask"] = "Pages.Tests/TenQuestionsTests",
        ["the inbox"] = "Pages.Tests/InboxTests",
        ["nodes that die or leave"] = "Cluster.Tests/NodesTests",
        ["a client whose node is killed"] = "Cluster.Tests/ConnectingFromOutside",
        ["a client whose cluster is away"] = "Cluster.Tests/ClientOfAHost",
        ["starts that are refused, such as on data of a later release"] = "Cluster.Tests/RefusedStartTests",
        ["verifying and rebuilding while no node runs"] = "Cluster.Tests/OfflineTests",
        ["packages in a program of others"] = "Cluster.Tests/PackedTestingTests",
        ["mutated documents and frames"] = "Faults/FuzzTrials",
    };

    [Fact]
    public void Only_slow_programs_have_a_long_set() =>
        Sources().Where(source => source.Lines.Any(line => line.Contains("[Trait(", StringComparison.Ordinal)))
            .Select(source => source.Path.Split(Path.DirectorySeparatorChar)[1]["SupplyChain.".Length..]).Distinct()
            .Should().BeEquivalentTo(MayBeLong);

    [Fact]
    public void A_set_is_chosen_class_by_class()
    {
        foreach (var (path, lines) in Sources())
        {
            foreach (var (at, line) in lines.Index().Where(
                one => one.Item.Contains("[Trait(", StringComparison.Ordinal)))
            {
                line.Should().Be(Mark, "of {0}", path);
                lines[at + 1].Should().StartWith("public sealed class ", "of {0}", path);
            }
        }
    }

    [Fact]
    public void What_matters_most_runs_always()
    {
        foreach (var (behaviour, path) in Always)
        {
            File.ReadAllText(Repository.File(Path.Combine("tests", $"SupplyChain.{path}.cs")))
                .Should().Contain("[Fact").And.NotContain(Mark, "{0} is looked at there", behaviour);
        }
    }

    [Fact]
    public void The_command_filters_by_what_the_mark_says()
    {
        var set = File.ReadAllText(Repository.File("tests/SupplyChain.RunningNode/TestSet.cs"));
        var (trait, value) = (Constant("Trait"), Constant("Long"));

        File.ReadAllText(Repository.File("tests/run"))
            .Should().Contain($"--filter-not-trait {trait}={value}").And.Contain($"--filter-trait {trait}={value}");

        string Constant(string name) => ConstantOf().Matches(set)
            .Single(match => match.Groups["name"].Value == name).Groups["value"].Value;
    }

    private static IEnumerable<(string Path, string[] Lines)> Sources() => Repository.Sources().Where(source =>
        source.Path.StartsWith($"tests{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && Path.GetFileName(source.Path) is not ("TestSet.cs" or "TestSetTests.cs"));

    [GeneratedRegex("""const string (?<name>\w+) = "(?<value>\w+)";""")]
    private static partial Regex ConstantOf();
}
