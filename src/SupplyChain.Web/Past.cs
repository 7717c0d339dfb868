using System.Globalization;

namespace SupplyChain;

/// <summary>Whether an entity is asked for as it was.</summary>
internal static class Past
{
    /// <summary>The moment; null for the present.</summary>
    /// <exception cref="FaultyRequestException">It is no moment.</exception>
    public static AsOf? AskedFor(HttpContext http)
    {
        var query = new QueryReader(http);
        var then = query.AsOf("asOf");
        query.Check();
        return then;
    }

    /// <summary>The moment a text names: a version, a date or an instant; null when it names none.</summary>
    public static AsOf? Read(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0
            ? AsOf.AtVersion(version)
            : text is not null && Dates.TryDateOrInstant(text, out var instant) ? AsOf.At(instant) : null;
}
