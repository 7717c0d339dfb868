using System.Globalization;

namespace SupplyChain;

/// <summary>Dates (ISO 8601) and instants (RFC 3339) as text.</summary>
internal static class Dates
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
    public const int MaxInstantLength = 40;
    private const int FractionDigits = 7;

    /// <summary>Reads a calendar date.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads an instant with its offset; digits beyond 100 ns are dropped.</summary>
    public static bool TryInstant(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is < 20 or > MaxInstantLength)
            return false;
        var upper = text.ToUpperInvariant();
        if (!upper.EndsWith('Z') && !(upper[^3] == ':' && upper[^6] is '+' or '-'))
            return false;
        return DateTimeOffset.TryParseExact(
            Shorten(upper), InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <summary>Reads a date (its first instant in UTC) or an instant from a query.</summary>
    public static bool TryDateOrInstant(string text, out DateTimeOffset instant)
    {
        if (TryDate(text, out var date))
        {
            instant = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
            return true;
        }

        // A plus sign that was not escaped arrives as a space.
        return TryInstant(text.Replace(' ', '+'), out instant);
    }

    private static string Shorten(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return text;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - dot - 1 > FractionDigits ? text[..(dot + 1 + FractionDigits)] + text[end..] : text;
    }
}
