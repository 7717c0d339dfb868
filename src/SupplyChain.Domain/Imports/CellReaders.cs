using System.Globalization;
using SupplyChain.Network;

namespace SupplyChain.Imports;

/// <summary>How the texts of cells are read.</summary>
internal sealed class CellReaders(ImportProfile profile, DateTimeOffset now)
{
    private const int MostDigits = 28;
    private const NumberStyles Plain =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    public static string? Line(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            ? InRange(value is >= 1 and <= Limits.MaxLineNumber)
            : ImportCodes.Unreadable;

    public static string? Quantity(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? InRange(value is >= 1 and <= Limits.MaxQuantity)
            : ImportCodes.Unreadable;

    public static string? Amount(string text, out decimal value) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out value)
            ? InRange(value is >= 0 and <= Limits.MaxAmount && HoldsAll(text))
            : ImportCodes.Unreadable;

    public static string? Measure(string text, out double value) =>
        double.TryParse(text, Plain, CultureInfo.InvariantCulture, out value)
            ? InRange(value is >= 0 and <= Limits.MaxMeasure && (value > 0 || !text.Any(c => c is >= '1' and <= '9')))
            : ImportCodes.Unreadable;

    public static string? Text(string text, out string value)
    {
        value = text;
        return text.Length > Limits.MaxText ? FaultCodes.TooLong
            : text.Any(char.IsControl) ? ImportCodes.Unreadable
            : null;
    }

    public static string? Currency(string text, out string value)
    {
        value = text;
        return text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? null : ImportCodes.Unreadable;
    }

    public string? Country(string text, out string value)
    {
        if (profile.Countries.TryGetValue(text, out value!))
            return null;
        value = text;
        return Countries.IsAssigned(text) ? null : ImportCodes.UnknownCountry;
    }

    public string? Day(string text, out DateOnly value)
    {
        foreach (var format in profile.DateFormats)
        {
            if (DateOnly.TryParseExact(text, format, profile.Dates, DateTimeStyles.None, out value))
                return InRange(value.Year is >= Limits.FirstYear and <= Limits.LastYear);
        }

        value = default;
        return ImportCodes.Unreadable;
    }

    /// <summary>The day of a fact: it has begun somewhere.</summary>
    public string? PastDay(string text, out DateOnly value) =>
        Day(text, out value) ?? InRange(ImportOrder.Instant(value) <= now + Limits.ClockTolerance);

    public static string? AsGiven(string text, out string value)
    {
        value = text;
        return Identifier.IsValid(text) ? null : FaultCodes.MalformedId;
    }

    public static string? Slugged(string text, out string value)
    {
        value = Imports.Slug.Of(text);
        return value.Length > 0 ? null : FaultCodes.MalformedId;
    }

    /// <summary>Whether a decimal holds every digit of an amount, rather than a rounded one.</summary>
    private static bool HoldsAll(string amount)
    {
        var parts = amount.TrimStart('+', '-', '0').Split('.');
        var decimals = parts.Length < 2 ? 0 : parts[1].TrimEnd('0').Length;
        return decimals <= MostDigits && parts[0].Length + decimals <= MostDigits;
    }

    private static string? InRange(bool fits) => fits ? null : FaultCodes.OutOfRange;
}
