using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SupplyChain.Events;

/// <summary>What the documentation of the contracts says of records and their members.</summary>
internal sealed partial class RecordTexts
{
    private const string Resource = "SupplyChain.Contracts.xml";

    private readonly Dictionary<string, XElement> _records;

    private RecordTexts(XDocument documentation) =>
        _records = documentation.Descendants("member")
            .Where(member => ((string?)member.Attribute("name"))?.StartsWith("T:", StringComparison.Ordinal) == true)
            .ToDictionary(member => member.Attribute("name")!.Value[2..]);

    /// <summary>Those of the contracts, which are part of this program.</summary>
    public static RecordTexts OfContracts()
    {
        using var stream = typeof(RecordTexts).Assembly.GetManifestResourceStream(Resource)!;
        return new(XDocument.Load(stream));
    }

    /// <summary>What a record is.</summary>
    public string Of(Type record) => Plain(_records.GetValueOrDefault(record.FullName!)?.Element("summary"));

    /// <summary>What a member of a record is.</summary>
    public string Of(Type record, string member) => Plain(_records.GetValueOrDefault(record.FullName!)
        ?.Elements("param").FirstOrDefault(text => (string?)text.Attribute("name") == member));

    private static string Plain(XElement? text) => text is null
        ? ""
        : Space().Replace(string.Concat(text.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "see" } see => ((string?)see.Attribute("cref") ?? "").Split('.', ':')[^1],
            XElement element => element.Value,
            _ => node.ToString(),
        })), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
