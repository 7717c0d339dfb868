using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupplyChain.Network;

namespace SupplyChain.Imports;

/// <summary>Reads and checks profiles.</summary>
public static class ImportProfileReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
    };

    private static readonly ImportField[] Essential =
        [
            ImportField.Order, ImportField.Line, ImportField.Customer, ImportField.Country, ImportField.Sku,
            ImportField.Quantity,
        ];

    private static readonly ImportField[] Ids =
        [ImportField.Order, ImportField.Customer, ImportField.Sku, ImportField.Warehouse, ImportField.Shipment];

    private static readonly ImportField[] Dates = [ImportField.Placed, ImportField.Scheduled, ImportField.Delivered];

    private static readonly ImportField[] Amounts = [ImportField.Value, ImportField.Freight];

    /// <summary>Reads a profile.</summary>
    /// <param name="json">The profile as JSON (UTF-8); comments are allowed.</param>
    /// <exception cref="ImportProfileException">It is not JSON, or says something impossible; every fault is
    /// named.</exception>
    public static ImportProfile Read(ReadOnlySpan<byte> json)
    {
        var file = Parse(json);
        var faults = new List<string>();
        var fields = Fields(file, faults);
        CheckHead(file, faults);
        CheckFields(file, fields, faults);
        if (faults.Count > 0)
            throw new ImportProfileException($"Profile '{file.Name}': {string.Join(" ", faults)}");
        return new()
        {
            Name = file.Name!,
            Delimiter = file.Delimiter[0],
            Encoding = file.Encoding,
            Numbers = new(Sign(file.DecimalSeparator), Sign(file.GroupSeparator)),
            Partial = file.Partial,
            Fields = fields,
            DateFormats = file.DateFormats,
            TwoDigitYearsUntil = file.TwoDigitYearsUntil,
            Currency = file.Currency,
            Countries = file.Countries,
            ReceiveStock = file.ReceiveStock,
            DefineMissing = file.DefineMissing,
        };
    }

    private static ImportProfileFile Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<ImportProfileFile>(json, Json)
                ?? throw new ImportProfileException("The profile is 'null'.");
            return WithNull(file) is { } name
                ? throw new ImportProfileException($"The profile is not JSON as expected: '{name}' has a null.")
                : file;
        }
        catch (JsonException fault)
        {
            throw new ImportProfileException($"The profile is not JSON as expected: {fault.Message}");
        }
    }

    /// <summary>The first member that holds a null in a list or an object, which the JSON serializer lets
    /// through.</summary>
    private static string? WithNull(ImportProfileFile file)
    {
        if (file.DateFormats.Contains(null))
            return "dateFormats";
        if (file.Countries.ContainsValue(null!))
            return "countries";
        foreach (var (name, field) in file.Fields ?? [])
        {
            if ((ImportProfileFile.Field?)field is not { } given)
                return $"fields.{name}";
            if (given.Columns.Contains(null) || given.Unknown.Contains(null))
                return $"fields.{name}";
        }
        return null;
    }

    private static void CheckHead(ImportProfileFile file, List<string> faults)
    {
        if (!Identifier.IsValid(file.Name))
            faults.Add($"'name' {Identifier.Rule}");
        if (file.Delimiter is not [not ('"' or '\r' or '\n')])
            faults.Add("'delimiter' is not one character other than a quote or a line end.");
        if (file.Encoding is { } encoding && TextEncoding.Find(encoding) is null)
            faults.Add($"'encoding' is '{encoding}', which is not known; {TextEncoding.Examples}.");
        CheckNumbers(file, faults);
        if (file.Currency is { } currency && !(currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)))
            faults.Add("'currency' is not three capital letters (ISO 4217).");
        foreach (var (name, code) in file.Countries)
        {
            if (!Countries.IsAssigned(code))
                faults.Add($"'countries': '{code}' for '{name}' is no country. {Countries.Explain(code)}");
        }
        foreach (var format in file.DateFormats.Where(format => !IsDateFormat(format)))
            faults.Add($"'dateFormats': '{format}' does not tell day, month and year.");
        if (file.TwoDigitYearsUntil is < 1999 or > 2999)
            faults.Add("'twoDigitYearsUntil' is not from 1999 to 2999.");
    }

    private static void CheckNumbers(ImportProfileFile file, List<string> faults)
    {
        var (separator, group) = (Sign(file.DecimalSeparator), Sign(file.GroupSeparator));
        if (file.DecimalSeparator is not null && separator is not ('.' or ','))
            faults.Add("'decimalSeparator' is neither a point nor a comma.");
        if (file.GroupSeparator is not null && group is not ('.' or ',' or '\'' or ' '))
            faults.Add("'groupSeparator' is none of a point, a comma, an apostrophe and a space.");
        if (separator is not null && separator == group)
            faults.Add("'decimalSeparator' and 'groupSeparator' are the same.");
    }

    /// <summary>A sign as numbers are read with it; anything else than one character is none.</summary>
    private static char? Sign(string? said) => said is [var sign] ? NumberFormat.Plain(sign) : null;

    private static void CheckFields(
        ImportProfileFile file, Dictionary<ImportField, FieldRule> fields, List<string> faults)
    {
        foreach (var missing in Essential.Where(field => !fields.ContainsKey(field)))
            faults.Add($"'fields.{Name(missing)}' is required.");
        foreach (var (field, _) in fields.Where(pair => pair.Value.Slug && !Ids.Contains(pair.Key)))
            faults.Add($"'fields.{Name(field)}.id' belongs to {string.Join(", ", Ids.Select(Name))} only.");
        if (Dates.Any(fields.ContainsKey) && file.DateFormats.Length == 0)
            faults.Add("'dateFormats' is empty, but there are days to read.");
        if (Amounts.Any(fields.ContainsKey) && file.Currency is null == !fields.ContainsKey(ImportField.Currency))
            faults.Add("Amounts need either 'currency' or 'fields.currency', not both.");
        if (fields.ContainsKey(ImportField.Delivered) && !fields.ContainsKey(ImportField.Shipment))
            faults.Add("'fields.shipment' is required, because only shipments are delivered.");
        if (file.ReceiveStock && !fields.ContainsKey(ImportField.Warehouse))
            faults.Add("'fields.warehouse' is required, because goods are received in a warehouse.");
    }

    private static Dictionary<ImportField, FieldRule> Fields(ImportProfileFile file, List<string> faults)
    {
        var fields = new Dictionary<ImportField, FieldRule>();
        foreach (var (name, said) in file.Fields ?? [])
        {
            if (Enum.GetValues<ImportField>().Where(field => Name(field) == name).ToArray() is not [var field])
            {
                var known = string.Join(", ", Enum.GetValues<ImportField>().Select(Name));
                faults.Add($"'fields.{name}' is no field; fields are {known}.");
                continue;
            }
            if (said.Columns.Length == 0 || said.Columns.Any(string.IsNullOrWhiteSpace))
                faults.Add($"'fields.{name}.columns' is empty or has an empty heading.");
            if (said.Id is not ("asGiven" or "slug"))
                faults.Add($"'fields.{name}.id' is neither 'asGiven' nor 'slug'.");
            fields[field] = new(
                said.Columns.ToItems(), said.Unknown.ToItems(),
                Pattern(name, said.OtherRow, faults), said.Id == "slug");
        }

        return fields;
    }

    private static Regex? Pattern(string name, string? pattern, List<string> faults)
    {
        try
        {
            return pattern is null ? null : new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            faults.Add($"'fields.{name}.otherRow' is no pattern: {fault.Message}");
            return null;
        }
    }

    /// <summary>Two days that differ in day, month and year come back as they were, or the format loses
    /// something.</summary>
    private static bool IsDateFormat(string format) =>
        new[] { new DateOnly(2013, 4, 25), new DateOnly(2024, 11, 2) }.All(day =>
        {
            try
            {
                var text = day.ToString(format, CultureInfo.InvariantCulture);
                return DateOnly.TryParseExact(
                    text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var back)
                    && back == day;
            }
            catch (FormatException)
            {
                return false;
            }
        });

    private static string Name(ImportField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}
