using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SupplyChain.Imports;
using SupplyChain.Journal;

namespace SupplyChain.Architecture;

/// <summary>What the documents say of themselves and of the code.</summary>
public sealed partial class DocumentTests
{
    private const int LongestLine = 180;
    private const int LongestDecision = 5;

    private static readonly Document[] Documents = [.. Repository.Documents()];

    private static readonly Document[] Decisions =
    [
        .. Documents.Where(document =>
            Path.GetDirectoryName(document.Path)!.EndsWith("decisions", StringComparison.Ordinal)
            && Path.GetFileName(document.Path) != "README.md"),
    ];

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var broken =
            from document in Documents
            from link in document.Links
            where !Leads(document, link.File, link.Heading)
            select $"{document}:{link.Number} {link.File}#{link.Heading}";

        broken.Should().BeEmpty();
        Documents.SelectMany(document => document.Links).Should().NotBeEmpty();
    }

    /// <summary>Rows of tables cannot be broken, nor what stands for a picture.</summary>
    [Fact]
    public void Lines_of_a_text_are_short() =>
        Documents
            .SelectMany(document => document.Prose
                .Where(line => line.Line.Length > LongestLine && line.Line[0] != '|' && line.Line[0] != '!')
                .Select(line => $"{document}:{line.Number}"))
            .Should().BeEmpty("a line has at most {0} characters", LongestLine);

    [Fact]
    public void Every_document_is_named_by_the_door_of_its_room()
    {
        var named = Documents
            .Where(document => Path.GetFileName(document.Path) == "README.md")
            .SelectMany(door => door.Links.Select(link => Target(door, link.File)))
            .ToHashSet();

        Documents.Select(document => Repository.File(document.Path))
            .Where(path => path.StartsWith(Repository.File("docs"), StringComparison.Ordinal))
            .Should().BeSubsetOf(named);
    }

    [Fact]
    public void Each_decision_has_a_number_and_at_most_five_lines()
    {
        var numbers = new List<int>();
        foreach (var document in Decisions)
        {
            int? lines = null;
            foreach (var (number, line) in document.Prose.Where(line => line.Line.Length > 0))
            {
                if (Decision().Match(line) is { Success: true } decision)
                {
                    numbers.Add(int.Parse(decision.Groups[1].Value, CultureInfo.InvariantCulture));
                    lines = 0;
                }
                else
                {
                    (++lines ?? 0).Should().BeLessThanOrEqualTo(
                        LongestDecision, "{0}:{1} is part of a decision; figures belong to docs/measurements",
                        document, number);
                }
            }
        }

        numbers.Order().Should().Equal(
            Enumerable.Range(1, numbers.Count), "a number is given once, and none is left out");
    }

    /// <summary>In code marks, from the root or the project on: <c>Grains/Orders/OrderGrain.cs</c>.</summary>
    [Fact]
    public void Every_source_file_that_is_named_is_there()
    {
        var sources = Repository.Sources()
            .Select(source => source.Path.Replace("src/SupplyChain.", "", StringComparison.Ordinal))
            .Select(path => $"/{path}")
            .ToArray();
        var named = (
            from document in Documents
            from line in document.Lines
            from Match file in SourceFile().Matches(line)
            select (document.Path, File: file.Groups[1].Value)).ToArray();

        named.Length.Should().BeGreaterThan(30);
        named.Where(name => !sources.Any(source => source.EndsWith($"/{name.File}", StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_reference_has_every_path_of_REST()
    {
        var rest = Document.Of("docs/reference/rest.md");
        var paths = Repository.Sources()
            .Where(source => source.Path.EndsWith("Endpoints.cs", StringComparison.Ordinal))
            .SelectMany(source => Mapped().Matches(string.Join('\n', source.Lines)))
            .Select(match => $"{match.Groups[1].Value.ToUpperInvariant()} {match.Groups[2].Value}")
            .Where(path => !path.Contains("**", StringComparison.Ordinal))
            .ToArray();

        paths.Length.Should().BeGreaterThan(50);
        paths.Where(path => !rest.Names(path)).Should().BeEmpty();
    }

    [Fact]
    public void The_reference_has_every_event()
    {
        var events = Document.Of("docs/reference/events.md");
        EventCodec.Known.Select(known => known.Type).Where(type => !events.Lines.Any(
            line => line.StartsWith($"| `{type}`", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void The_reference_has_every_code()
    {
        var problems = Document.Of("docs/reference/problems.md");
        Enum.GetValues<Refusal>().Select(refusal => refusal.Code())
            .Concat(Constants(typeof(FaultCodes)))
            .Concat(Constants(typeof(ImportCodes)))
            .Where(code => !problems.Names(code)).Should().BeEmpty();
    }

    private static IEnumerable<string> Constants(Type codes) => codes
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static bool Leads(Document from, string file, string? heading)
    {
        var target = Target(from, file);
        if (!File.Exists(target) && !Directory.Exists(target))
        {
            return false;
        }
        return heading is null || Documents
            .Single(document => Repository.File(document.Path) == target).Anchors.Contains(heading);
    }

    /// <summary>The full path a link leads to; a link without a file stays in its document.</summary>
    private static string Target(Document from, string file)
    {
        var here = Repository.File(from.Path);
        return file.Length == 0 ? here : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, file));
    }

    [GeneratedRegex(@"`([\w/]+\.cs)`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^### (\d+)\. \S")]
    private static partial Regex Decision();

    [GeneratedRegex(@"\.Map(Get|Put|Post|Delete|Patch)\(\s*""(/[^""]*)""")]
    private static partial Regex Mapped();
}
