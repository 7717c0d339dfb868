using System.Text.Json;
using System.Text.Json.Nodes;
using SupplyChain.Planner;

namespace SupplyChain.Imports;

/// <summary>What a person says of a file: which column becomes what, and how its values are written.</summary>
public sealed class ImportMapping
{
    private const int MaxNameLength = 60;

    /// <summary>
    /// What a column can become: as profiles call it, as people do, and headings that mostly mean it.
    /// </summary>
    public static readonly IReadOnlyList<(string Field, string Word, bool Needed, string[] Headings)> Fields =
    [
        ("order", "Order number", true, ["order", "ordernumber", "orderno", "po", "ponumber", "poso"]),
        ("line", "Line number", true, ["line", "lineno", "linenumber", "position", "pos", "item"]),
        ("customer", "Customer", true, ["customer", "customerid", "customerno", "soldto", "client"]),
        ("country", "Ship-to country", true, ["country", "shiptocountry", "destination", "land"]),
        ("sku", "Product (SKU)", true, ["sku", "product", "article", "material", "itemno"]),
        ("quantity", "Quantity", true, ["quantity", "qty", "units", "menge", "amountordered"]),
        ("productName", "Product description", false, ["description", "productname", "itemdescription"]),
        ("value", "Line value", false, ["value", "linevalue", "price", "total"]),
        ("currency", "Currency", false, ["currency", "cur"]),
        ("placed", "Day ordered", false, ["placed", "orderdate", "ordered", "date"]),
        ("scheduled", "Day wanted", false, ["scheduled", "wantedby", "requested", "requesteddate", "duedate", "due"]),
        ("warehouse", "Ship-from warehouse", false, ["warehouse", "site", "plant", "shipfrom"]),
        ("warehouseName", "Warehouse name", false, ["warehousename"]),
        ("shipment", "Shipment number", false, ["shipment", "shipmentnumber", "asn", "asndn", "delivery"]),
        ("mode", "Transport mode", false, ["mode", "shipmentmode", "transport"]),
        ("weightKg", "Weight in kg", false, ["weight", "weightkg", "weightkilograms"]),
        ("freight", "Freight", false, ["freight", "freightcost"]),
        ("delivered", "Day delivered", false, ["delivered", "deliverydate", "deliveredon"]),
    ];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>Guesses from the headings; a person has the last word.</summary>
    public ImportMapping(IEnumerable<string> headings)
    {
        foreach (var heading in headings)
        {
            var plain = string.Concat(heading.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
            var guess = Fields.FirstOrDefault(field => field.Headings.Contains(plain)).Field;
            if (guess is not null && !_fields.ContainsValue(guess))
                _fields[heading] = guess;
        }
    }

    /// <summary>The name that it is saved under.</summary>
    public string Name { get; set; } = "";

    /// <summary>How days are written.</summary>
    public string DateFormat { get; set; } = "yyyy-MM-dd";

    /// <summary>What stands before the decimals; empty when nothing is said.</summary>
    public string DecimalSeparator { get; set; } = "";

    /// <summary>The currency of amounts without one; empty when a column says it.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Whether products and warehouses that do not exist are made.</summary>
    public bool DefineMissing { get; set; }

    /// <summary>What a column becomes; null when it is not imported.</summary>
    public string? this[string heading]
    {
        get => _fields.GetValueOrDefault(heading);
        set
        {
            foreach (var other in _fields.Where(pair => pair.Value == value).Select(pair => pair.Key).ToArray())
                _fields.Remove(other);
            if (value is null or "")
                _fields.Remove(heading);
            else
                _fields[heading] = value;
        }
    }

    /// <summary>What is needed and no column becomes yet, in words.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Fields.Where(one => one.Needed && !_fields.ContainsValue(one.Field)).Select(one => one.Word)];

    /// <summary>As people call a field.</summary>
    public static string Word(string field) => Fields.FirstOrDefault(one => one.Field == field).Word ?? field;

    /// <summary>A name for a profile, made of a file's name and unlike those there are.</summary>
    public static string NameFor(string file, Items<ImportProfileSummary> profiles)
    {
        var name = string.Concat(
            Path.GetFileNameWithoutExtension(file.Replace(".gz", "", StringComparison.OrdinalIgnoreCase))
                .ToLowerInvariant().Take(MaxNameLength)
                .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
        return profiles.Any(profile => profile.Name == name) ? $"{name}-by-hand" : name;
    }

    /// <summary>Why it cannot be saved yet; null when it can.</summary>
    public string? Trouble => Missing.Count > 0 ? $"No column is chosen for {Words.List(Missing)}."
        : !Identifier.IsValid(Name) ? Identifier.Explain("name", Name)
        : null;

    /// <summary>The profile it makes.</summary>
    public string ToJson(string delimiter, string charset)
    {
        var fields = new JsonObject();
        foreach (var (heading, field) in _fields.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            fields[field] = new JsonObject { ["columns"] = new JsonArray(heading) };
        var profile = new JsonObject
        {
            ["name"] = Name,
            ["delimiter"] = delimiter,
            ["encoding"] = charset,
            ["dateFormats"] = new JsonArray(DateFormat),
            ["defineMissing"] = DefineMissing,
            ["fields"] = fields,
        };
        if (DecimalSeparator.Length > 0)
            profile["decimalSeparator"] = DecimalSeparator;
        if (Currency.Trim().Length > 0)
            profile["currency"] = Currency.Trim().ToUpperInvariant();
        return profile.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
