using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Imports;

/// <summary>A message that says what to write into a profile names what a profile can say.</summary>
public sealed partial class AdviceTests
{
    private const string Heading = "order;line;customer;country;sku;quantity;wanted by;warehouse;value;currency";
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Layers = ["Contracts", "Domain", "Grains", "Web"];

    public static TheoryData<string, string> Files => new()
    {
        { "utf-8", $"{Heading}\nPO-1;1;ACME;DE;BOLT;1.250;;;1.250;EUR" },
        { "utf-8", $"{Heading}\nPO-1;1;ACME;DE;BOLT;1,250;;;125,50;EUR" },
        { "utf-8", $"{Heading}\nPO-1;1;ACME;DE;BOLT;1 250;;;1.250,00;EUR" },
        { "utf-8", $"{Heading}\nPO-1;1;ACME;DE;BOLT;1.250.000;;;1'250.00;EUR" },
        { "utf-8", Heading.Replace(';', ',') },
        { "utf-8", Heading.Replace(';', '\t') },
        { "utf-8", Heading.Replace(';', '|') },
        { "windows-1252", $"{Heading}\nPO-1;1;ACME;Österreich;BOLT;1;;;;" },
        { "utf-16le", Heading },
        { "utf-16be", Heading },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_a_message_says_to_set_can_be_set(string encoding, string text)
    {
        var messages = await Messages(TextEncoding.Find(encoding)!.GetBytes(text));

        var settings = messages
            .SelectMany(message => Setting().Matches(message).Select(match => match.Value))
            .Distinct().ToList();
        settings.Should().NotBeEmpty("the message {0} says what to do", messages);
        foreach (var setting in settings)
        {
            var json = Profiles.OrdersJson(setting + ",");
            if (setting.StartsWith("\"delimiter\"", StringComparison.Ordinal))
                json = json.Replace("\"delimiter\": \";\",", "", StringComparison.Ordinal);
            FluentActions.Invoking(() => ImportProfileReader.Read(Encoding.UTF8.GetBytes(json)))
                .Should().NotThrow(setting);
        }
    }

    [Fact]
    public void Every_setting_that_any_message_names_exists()
    {
        var named = Layers
            .Select(project => Path.Combine(Repository.Root, "src", $"SupplyChain.{project}", "Imports"))
            .SelectMany(Directory.GetFiles)
            .SelectMany(file => InSource().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct().ToList();

        named.Should().Contain(["decimalSeparator", "groupSeparator", "encoding", "delimiter"]);
        named.Should().OnlyContain(setting => IsKnown(setting));
        IsKnown("decimals").Should().BeFalse("otherwise this would prove nothing");
    }

    private static bool IsKnown(string setting)
    {
        try
        {
            ImportProfileReader.Read(Encoding.UTF8.GetBytes($$"""{ "{{setting}}": "x" }"""));
            return true;
        }
        catch (ImportProfileException fault)
        {
            return !fault.Message.Contains("could not be mapped", StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyList<string>> Messages(byte[] bytes)
    {
        var findings = new ImportFindings();
        var profile = Profiles.Orders();
        try
        {
            using var file = new MemoryStream(bytes);
            await ImportFile.ReadAsync(file, profile, null, new(profile, Now, findings), 10);
        }
        catch (ImportFileException refused)
        {
            return [refused.Message];
        }
        return [.. findings.Report().Select(finding => finding.Message)];
    }

    [GeneratedRegex("\"[A-Za-z]+\": \"[^\"]*\"")]
    private static partial Regex Setting();

    [GeneratedRegex("""\\"([A-Za-z]+)\\": """)]
    private static partial Regex InSource();
}
