using System.Globalization;
using SupplyChain.Network;

namespace SupplyChain.Imports;

/// <summary>How the texts of cells are read.</summary>
internal sealed class CellReaders(ImportProfile profile, DateTimeOffset now)
{
    private const int MaxNumberDigits = 28;
    private const NumberStyles Plain =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private static readonly CellFault Unreadable = new(ImportCodes.Unreadable, "cannot be read");
    private static readonly CellFault OutOfRange = new(FaultCodes.OutOfRange, "is outside what is possible");
    private static readonly CellFault MalformedId = new(FaultCodes.MalformedId, "makes no identifier");

    public static CellFault? Line(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            ? InRange(value is >= 1 and <= Limits.MaxLineNumber)
            : Unreadable;

    public CellFault? Quantity(string text, out long value)
    {
        value = 0;
        if (profile.Numbers.Read(text, out var plain) is { } fault)
            return fault;
        if (!decimal.TryParse(plain, Plain, CultureInfo.InvariantCulture, out var units))
            return OutOfRange;
        if (units != decimal.Truncate(units))
            return new(ImportCodes.Unreadable, "is no whole number of units");
        if (units is < 1 or > Limits.MaxQuantity)
            return OutOfRange;
        value = (long)units;
        return null;
    }

    public CellFault? Amount(string text, out decimal value)
    {
        value = 0;
        return profile.Numbers.Read(text, out var plain)
            ?? InRange(decimal.TryParse(plain, Plain, CultureInfo.InvariantCulture, out value)
                && value is >= 0 and <= Limits.MaxAmount && HoldsAll(plain));
    }

    public CellFault? Measure(string text, out double value)
    {
        value = 0;
        return profile.Numbers.Read(text, out var plain)
            ?? InRange(double.TryParse(plain, Plain, CultureInfo.InvariantCulture, out value)
                && value is >= 0 and <= Limits.MaxMeasure && (value > 0 || !plain.Any(c => c is >= '1' and <= '9')));
    }

    public static CellFault? Text(string text, out string value)
    {
        value = text;
        return text.Length > Limits.MaxText ? new(FaultCodes.TooLong, "is longer than 200 characters")
            : text.Any(char.IsControl) ? Unreadable
            : null;
    }

    public static CellFault? Currency(string text, out string value)
    {
        value = text;
        return text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? null : Unreadable;
    }

    public CellFault? Country(string text, out string value)
    {
        if (profile.Countries.TryGetValue(text, out value!))
            return null;
        value = text;
        return Countries.IsAssigned(text)
            ? null
            : new(ImportCodes.UnknownCountry, "is not in the profile's table of countries");
    }

    public CellFault? Day(string text, out DateOnly value)
    {
        foreach (var format in profile.DateFormats)
        {
            if (DateOnly.TryParseExact(text, format, profile.Dates, DateTimeStyles.None, out value))
                return InRange(value.Year is >= Limits.FirstYear and <= Limits.LastYear);
        }

        value = default;
        return Unreadable;
    }

    /// <summary>The day of a fact: it has begun somewhere.</summary>
    public CellFault? PastDay(string text, out DateOnly value) =>
        Day(text, out value) ?? InRange(ImportOrder.Instant(value) <= now + Limits.ClockTolerance);

    public static CellFault? AsGiven(string text, out string value)
    {
        value = text;
        return Identifier.IsValid(text) ? null : MalformedId;
    }

    public static CellFault? Slugged(string text, out string value)
    {
        value = Imports.Slug.Of(text);
        return value.Length > 0 ? null : MalformedId;
    }

    /// <summary>Whether a decimal holds every digit of an amount, rather than a rounded one.</summary>
    private static bool HoldsAll(string amount)
    {
        var parts = amount.TrimStart('+', '-', '0').Split('.');
        var decimals = parts.Length < 2 ? 0 : parts[1].TrimEnd('0').Length;
        return decimals <= MaxNumberDigits && parts[0].Length + decimals <= MaxNumberDigits;
    }

    private static CellFault? InRange(bool fits) => fits ? null : OutOfRange;
}
