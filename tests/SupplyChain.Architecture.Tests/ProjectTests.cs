using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SupplyChain.Architecture;

/// <summary>Who may know whom.</summary>
public sealed partial class ProjectTests
{
    [Fact]
    public void Projects_reference_only_the_projects_below_them()
    {
        foreach (var layer in Layer.All)
        {
            var project = Repository.File($"src/SupplyChain.{layer.Name}/SupplyChain.{layer.Name}.csproj");
            XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
                .Should().BeSubsetOf(layer.MayUse.Select(name => $"SupplyChain.{name}"), "{0} is a layer", layer);
        }
    }

    [Fact]
    public void Code_uses_only_the_layers_below_it()
    {
        foreach (var layer in Layer.All)
        {
            layer.Assembly.GetReferencedAssemblies()
                .Select(assembly => assembly.Name!)
                .Where(name => name.StartsWith("SupplyChain.", StringComparison.Ordinal))
                .Should().BeSubsetOf(Below(layer), "{0} is a layer", layer);
        }
    }

    [Fact]
    public void The_rules_the_journal_and_the_read_models_use_nothing_of_Orleans()
    {
        foreach (var layer in (Layer[])[Layer.Domain, Layer.Journal, Layer.ReadModels])
        {
            layer.Mentions().Where(type => type.StartsWith("Orleans", StringComparison.Ordinal))
                .Should().BeEmpty("{0} has no actors", layer);
        }
    }

    [Fact]
    public void The_rules_do_no_input_or_output() =>
        Layer.Domain.Mentions()
            .Where(type => type.StartsWith("System.Net.", StringComparison.Ordinal)
                || type.StartsWith("Microsoft.Data", StringComparison.Ordinal)
                || type is "System.IO.File" or "System.IO.FileStream" or "System.IO.Directory"
                    or "System.Threading.Thread" or "System.Threading.Tasks.Task" or "System.Console"
                    or "System.TimeProvider" or "System.Random")
            .Should().BeEmpty();

    [Fact]
    public void Actors_know_the_journal_by_its_contracts_only() =>
        Layer.Grains.Mentions()
            .Where(type => type.StartsWith("SupplyChain.Journal.Sqlite.", StringComparison.Ordinal)
                || type.StartsWith("SupplyChain.Tables.", StringComparison.Ordinal))
            .Should().BeEmpty();

    /// <summary>
    /// Verbs and the client's part for PostgreSQL read connection strings; the benchmark makes a database to measure,
    /// and drops it.
    /// </summary>
    [Fact]
    public void Database_providers_stay_inside_the_journal_and_the_read_models()
    {
        Layer[] connects = [Layer.Journal, Layer.ReadModels, Layer.ClientPostgres, Layer.Verbs, Layer.Bench];
        foreach (var layer in Layer.All.Except(connects))
        {
            layer.Mentions()
                .Where(type => type.StartsWith("Microsoft.Data.", StringComparison.Ordinal)
                    || type.StartsWith("Npgsql.", StringComparison.Ordinal)
                    || type.StartsWith("System.Data.Common.", StringComparison.Ordinal))
                .Where(type => !IsCsv(type))
                .Should().BeEmpty("a provider's exception must not leave the journal, least of all through {0}", layer);
        }
    }

    [Fact]
    public void The_web_part_talks_to_actors_through_the_client_only() =>
        Layer.Web.Mentions()
            .Where(type => type is "Orleans.IGrainFactory" or "Orleans.IClusterClient"
                || type.EndsWith("Grain", StringComparison.Ordinal))
            .Should().BeEmpty();

    [Fact]
    public void Samples_reference_what_is_built_for_others_and_no_tests()
    {
        var projects = Directory.GetFiles(Repository.File("samples"), "*.csproj", SearchOption.AllDirectories);
        projects.Should().NotBeEmpty();
        foreach (var project in projects)
        {
            XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")!.Value)
                .Where(path => !path.StartsWith("../../src/", StringComparison.Ordinal))
                .Should().BeEmpty("{0} is to be copied out", project);
        }
    }

    [Fact]
    public void Samples_and_the_packages_own_text_name_the_version_that_is_packed()
    {
        var version = XDocument.Load(Repository.File("Directory.Build.props"))
            .Descendants("VersionPrefix").Single().Value;
        var texts = Directory.EnumerateFiles(Repository.File("samples"), "*.cs*", SearchOption.AllDirectories)
            .Append(Repository.File("src/SupplyChain.Client/README.md"));

        var named = texts.SelectMany(path => NamedPackage().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["version"].Value).ToArray();

        named.Should().HaveCountGreaterThan(4).And.OnlyContain(one => one == version);
    }

    [Fact]
    public void The_first_order_of_the_packages_own_text_is_the_sample_that_runs()
    {
        var text = File.ReadLines(Repository.File("src/SupplyChain.Client/README.md"))
            .SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```").ToArray();

        text.Should().HaveCountGreaterThan(8);
        text.Where(line => !line.StartsWith("await using var chain", StringComparison.Ordinal))
            .Should().BeSubsetOf(File.ReadAllLines(Repository.File("samples/03-erp-orders/first.cs")));
    }

    [Fact]
    public void The_entry_point_stays_short() =>
        File.ReadAllLines(Repository.File("src/SupplyChain.Host/Program.cs")).Length.Should().BeLessThan(60);

    /// <summary>The CSV reader presents itself as a data reader; it is no database.</summary>
    private static bool IsCsv(string type) => type is "System.Data.Common.DbDataReader";

    [GeneratedRegex("""SupplyChain\.Client[\w.]*(@|" Version=")(?<version>[\d.]+)""")]
    private static partial Regex NamedPackage();

    private static IEnumerable<string> Below(Layer layer) => layer.MayUse
        .SelectMany(name => Below(Layer.All.Single(other => other.Name == name)).Append($"SupplyChain.{name}"));
}
