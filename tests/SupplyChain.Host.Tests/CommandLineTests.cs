using System.CommandLine;
using System.CommandLine.Invocation;
using System.Net;
using FluentAssertions;
using SupplyChain.Access;
using SupplyChain.Bench;
using SupplyChain.Host;
using SupplyChain.Host.Nodes;
using Xunit;

namespace SupplyChain;

/// <summary>Whatever somebody types wrong is told in one line that names it.</summary>
public sealed class CommandLineTests
{
    private static readonly string AFile = typeof(CommandLineTests).Assembly.Location;

    private static readonly string[] NoNumbers =
        ["20s", "1.5", "", "many", "0", "-1", "99999999999999", "0x10", "1,000"];

    /// <summary>What is wrong for an option of a type; a new type has to be thought of here.</summary>
    private static readonly Dictionary<Type, string[]> WrongByType = new()
    {
        [typeof(int)] = NoNumbers,
        [typeof(int?)] = NoNumbers,
        [typeof(int[])] = NoNumbers,
        [typeof(long?)] = ["20s", "1.5", "", "many", "-1", "9999999999999999", "0x10", "1,000"],
        [typeof(bool)] = ["maybe", "1"],
        [typeof(NodeRole)] = ["nobody", "0", ""],
        [typeof(Role)] = ["nobody", "1"],
        [typeof(Skew[])] = ["straight", "0", ""],
        [typeof(Workload)] = ["idle", "0", ""],
        [typeof(Against)] = ["everybody", "1", ""],
        [typeof(Uri)] = ["nonsense", "", "ftp://127.0.0.1", "127.0.0.1:8080", "http://:80"],
        [typeof(IPAddress)] = ["nonsense", "", "0.0.0.0", "::"],
        [typeof(DirectoryInfo)] = [AFile, ""],
        [typeof(string[])] = ["nonsense", "ftp://127.0.0.1:1", "http://example.com:80"],
    };

    private static readonly Dictionary<string, string[]> WrongByName = new()
    {
        ["--postgres"] = ["nonsense", "Port=many", "Database=x", "postgres://me:secret@db/x"],
        ["--gateway"] = ["nonsense", "localhost", "127.0.0.1:0", "127.0.0.1:99999"],
        ["--key"] = ["", "two words", "Schlüssel"],
        ["--warehouse"] = ["", "no id!"],
        ["--tenant"] = ["", "no id!"],
        ["--charset"] = ["klingon", ""],
        ["--cluster-id"] = ["", " "],
        ["--name"] = [" "],
        ["--service-id"] = [""],
        ["--region"] = [""],
        ["--environment"] = [""],
    };

    /// <summary>Any text is one, and the node judges it.</summary>
    private static readonly string[] FreeText = ["--profile"];

    /// <summary>What a verb cannot be without.</summary>
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["import"] = [AFile, "--profile", "scms"],
        ["export"] = ["all.zip"],
        ["drain"] = ["somebody"],
        ["keys create"] = ["--role", "viewer", "--name", "somebody"],
        ["keys revoke"] = ["0123456789ab"],
        ["tenants create"] = ["acme", "--name", "ACME"],
        ["tenants quotas"] = ["acme"],
    };

    [Fact]
    public void Every_option_of_every_verb_says_what_it_takes_when_it_is_given_something_else()
    {
        var tried = 0;
        foreach (var (verb, option) in Options())
        {
            foreach (var wrong in WrongFor(option))
            {
                string[] args = [.. verb, .. NeededBy(verb), $"{option.Name}={wrong}"];
                IsComplaint(args, option.Name);
                tried++;
            }
        }

        tried.Should().BeGreaterThan(100);
    }

    [Fact]
    public void Every_option_that_takes_a_value_says_so_when_there_is_none()
    {
        foreach (var (verb, option) in Options().Where(one => one.Option.Arity.MinimumNumberOfValues > 0))
            IsComplaint([.. verb, .. NeededBy(verb).Take(1), option.Name], option.Name);
    }

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("bench", "orders, journal, activation")]
    [InlineData("bench nonsense", "nonsense")]
    [InlineData("status --nonsense 3", "--nonsense")]
    [InlineData("status nonsense", "nonsense")]
    [InlineData("@nonsense", "@nonsense")]
    [InlineData("import", "FILE")]
    [InlineData("import --profile scms", "FILE")]
    [InlineData("import nowhere.csv --profile scms", "nowhere.csv")]
    [InlineData("drain", "SILO")]
    [InlineData("verify --postgres=x --data=y", "exclude each other")]
    [InlineData("verify --url http://127.0.0.1:1 --data y", "exclude each other")]
    [InlineData("bench orders --nodes 2", "--start")]
    [InlineData("bench orders --url http://127.0.0.1:1", "--rest")]
    [InlineData("bench orders --skus 2 --lines 3", "--lines")]
    [InlineData("bench orders --against sql", "--start")]
    [InlineData("bench orders --against sql --start", "--postgres")]
    [InlineData("bench orders --against sql --start --postgres Host=localhost --rest", "--rest")]
    [InlineData("bench orders --against sql --start --postgres Host=localhost --rate 9", "--rate")]
    [InlineData("bench orders --against sql --start --postgres Host=localhost --workload fulfil", "--workload")]
    [InlineData("bench orders --rounds 2", "--against")]
    [InlineData("bench orders --rest --workload marketplace", "--workload")]
    [InlineData("up --role silo", "--postgres")]
    public void What_is_missing_or_not_known_is_named(string line, string named) => IsComplaint(line.Split(' '), named);

    [Theory]
    [InlineData("up --silo-port 1 --gateway-port 65535 --advertise 127.0.0.2 --data nowhere")]
    [InlineData("up --postgres Host=localhost;Database=x --role Silo --region EU")]
    [InlineData("bench orders --duration 86400 --skew zipf HOT --pid 1 2 --gateway 127.0.0.1:1")]
    [InlineData("bench orders --workload Marketplace --rate 200")]
    [InlineData("bench orders --against sql --rounds 2 --start --postgres Host=localhost --skew hot zipf")]
    [InlineData("verify --url https://localhost --key s3cret/+=")]
    [InlineData("status --json true")]
    public void What_makes_sense_is_taken(string line) => CommandLine.Read(line.Split(' ')).Errors.Should().BeEmpty();

    [Fact]
    public async Task What_is_wrong_is_one_line_on_standard_error_and_code_2()
    {
        foreach (var line in (string[])["bench orders --duration 20s", "nonsense", "import", $"up --data {AFile}"])
        {
            var (code, output, error) = await OwnProgram.RunAsync(line.Split(' '));

            code.Should().Be(2, error);
            output.Should().BeEmpty();
            error.Trim().Should().StartWith("supplychain: ").And.NotContain("\n").And.NotContain("   at ");
        }
    }

    [Fact]
    public async Task What_fails_is_one_line_on_standard_error_and_code_1()
    {
        foreach (var line in (string[])["status --json --url http://127.0.0.1:1", $"up --data {AFile}/below"])
        {
            var (code, output, error) = await OwnProgram.RunAsync(line.Split(' '));

            code.Should().Be(1, error);
            output.Should().BeEmpty("nothing was answered");
            error.Trim().Should().StartWith("supplychain: ").And.NotContain("\n").And.NotContain("   at ");
        }
    }

    private static string[] NeededBy(string[] verb) => Needed.GetValueOrDefault(string.Join(' ', verb), []);

    private static void IsComplaint(string[] args, string named)
    {
        var line = CommandLine.Read(args);
        line.Action.Should().BeOfType<ParseErrorAction>(string.Join(' ', args));
        CommandLine.Complaint(line).Should().Contain(named, string.Join(' ', args))
            .And.NotContainAny("\n", "System.", "secret");
    }

    private static string[] WrongFor(Option option) =>
        FreeText.Contains(option.Name) ? []
        : WrongByName.TryGetValue(option.Name, out var named) ? named
        : WrongByType.TryGetValue(option.ValueType, out var typed) ? typed
        : throw new InvalidOperationException($"Nobody said what is wrong for {option.Name} ({option.ValueType}).");

    private static IEnumerable<(string[] Verb, Option Option)> Options()
    {
        var root = CommandLine.Create();
        var everywhere = root.Options.Where(option => option.Name == "--json").ToArray();
        return from verb in Verbs(root, [])
               from option in verb.Command.Options.Concat(everywhere)
               select (verb.Path, option);
    }

    private static IEnumerable<(Command Command, string[] Path)> Verbs(Command command, string[] path) =>
        command.Subcommands.SelectMany(sub => sub.Subcommands.Count == 0
            ? [(sub, [.. path, sub.Name])]
            : Verbs(sub, [.. path, sub.Name]));
}
