using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SupplyChain.Tables;

/// <summary>
/// Where a page ends, as opaque text: the list's name and the sort key of the last entry. No id holds a slash.
/// </summary>
internal static class Cursor
{
    private const char Separator = '/';

    /// <summary>Text for clients.</summary>
    public static string Write(string list, params ReadOnlySpan<string> key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(list + Separator + string.Join(Separator, key)));

    /// <summary>What <see cref="Write"/> was given; null for the first page.</summary>
    /// <exception cref="MalformedCursorException">It was never given out for that list.</exception>
    public static string[]? Read(string list, string? after, int parts)
    {
        if (after is null)
        {
            return null;
        }
        var bytes = new byte[Base64Url.GetMaxDecodedLength(after.Length)];
        if (!Base64Url.IsValid(after) || !Base64Url.TryDecodeFromChars(after, bytes, out var length))
        {
            throw Malformed(after);
        }
        var key = Encoding.UTF8.GetString(bytes, 0, length).Split(Separator, parts + 1);
        return key.Length == parts + 1 && key[0] == list ? key[1..] : throw Malformed(after);
    }

    /// <summary>A number of a key.</summary>
    /// <exception cref="MalformedCursorException">It is none.</exception>
    public static long Number(string part) =>
        long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed(part);

    /// <summary>A number as part of a key.</summary>
    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What to throw for a text that was never given out.</summary>
    public static MalformedCursorException Malformed(string text) =>
        new($"'{text}' is not where a page of this list, in this order, ends.");
}
