using System.Globalization;

namespace SupplyChain.Imports;

/// <summary>How files of one format are read. All there is to know of a format is here, none of it in code.</summary>
public sealed class ImportProfile
{
    /// <summary>The profile's name.</summary>
    public required string Name { get; init; }

    /// <summary>What stands between two cells.</summary>
    public required char Delimiter { get; init; }

    /// <summary>The encoding of files that do not say theirs themselves; null for UTF-8.</summary>
    public required string? Encoding { get; init; }

    /// <summary>How numbers are written.</summary>
    public required NumberFormat Numbers { get; init; }

    /// <summary>
    /// Whether a faulty row leaves the rest of its order alone, as befits history that will not be mended any more.
    /// Otherwise the orders are live business: one is placed whole or not at all.
    /// </summary>
    public required bool Partial { get; init; }

    /// <summary>The fields that files of this format have.</summary>
    public required IReadOnlyDictionary<ImportField, FieldRule> Fields { get; init; }

    /// <summary>How days are written, in .NET's notation, tried in turn.</summary>
    public required IReadOnlyList<string> DateFormats { get; init; }

    /// <summary>The last year that two digits can mean: 2029 reads 29 as 2029 and 30 as 1930.</summary>
    public required int TwoDigitYearsUntil { get; init; }

    /// <summary>The currency of amounts without one; null when a column says it or there are no amounts.</summary>
    public required string? Currency { get; init; }

    /// <summary>ISO 3166-1 alpha-2 by the names that files use.</summary>
    public required IReadOnlyDictionary<string, string> Countries { get; init; }

    /// <summary>Whether each line's units are received first, because the file tells of goods that existed.</summary>
    public required bool ReceiveStock { get; init; }

    /// <summary>Whether products and warehouses that do not exist are made from the file.</summary>
    public required bool DefineMissing { get; init; }

    /// <summary>The headings a file must have, each once.</summary>
    public IReadOnlyList<string> Headings => field ??=
        [.. Fields.Values.SelectMany(rule => rule.Columns).Distinct(StringComparer.Ordinal)];

    /// <summary>How days are read.</summary>
    internal CultureInfo Dates => field ??= DatesUntil(TwoDigitYearsUntil);

    private static CultureInfo DatesUntil(int year)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = year };
        return culture;
    }
}
