using System.Buffers;
using System.Text;

namespace SupplyChain;

/// <summary>How texts are written as identifiers; see <see cref="Identifier.Map"/>.</summary>
internal static class IdentifierMapping
{
    private const char Mark = '~';

    /// <summary>Stands before what does not begin with a letter or digit. No two hex digits follow its mark, so no text
    /// is written like that without it.</summary>
    private const string Prefix = "x~";

    /// <summary>Longer texts are not mapped to tell how long they become: even composed they are too long.</summary>
    private const int LongestExplained = 1_000;

    /// <summary>Half of a surrogate pair is no text.</summary>
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly SearchValues<byte> Kept = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-"u8);

    public static string Map(string text)
    {
        var mapped = new StringBuilder(text.Length);
        foreach (var one in Utf8.GetBytes(IsText(text) ? Nfc.Of(text) : text))
        {
            if (Kept.Contains(one))
                mapped.Append((char)one);
            else
                mapped.Append(Mark).Append(one.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (mapped.Length == 0 || !char.IsAsciiLetterOrDigit(mapped[0]))
            mapped.Insert(0, Prefix);
        return mapped.ToString();
    }

    public static string Unmap(string identifier)
    {
        var text = Decode(identifier);
        return text is not null && Map(text) == identifier
            ? text
            : throw new FormatException($"'{identifier}' is no text written as an identifier.");
    }

    public static string Explain(string name, string? text)
    {
        if (text is null or "" || !IsText(text))
            return $"'{name}' {Identifier.Rule}";
        if (text.Length > LongestExplained)
            return Invariant($"'{name}' is {text.Length} characters long, not 1 to {Identifier.MaxLength}.");
        var kept = text.All(letter => letter == Mark || (letter <= byte.MaxValue && Kept.Contains((byte)letter)));
        if (kept && text.Length > Identifier.MaxLength)
            return Invariant($"'{name}' is {text.Length} characters long, not 1 to {Identifier.MaxLength}.");
        var mapped = Map(text);
        if (mapped.Length > Identifier.MaxLength)
        {
            return $"'{name}' holds characters an id cannot have, and with each other byte of its UTF-8 text as ~ and "
                + Invariant($"two hex digits it is {mapped.Length} characters long, not 1 to {Identifier.MaxLength}.");
        }

        return kept
            ? $"'{name}' does not begin with a letter or digit; use '{mapped}' (x~ in front, each ~ as ~7E)."
            : $"'{name}' holds characters an id cannot have; use '{mapped}' "
                + "(each other byte of its UTF-8 text as ~ and two hex digits"
                + (mapped.StartsWith(Prefix, StringComparison.Ordinal) ? ", x~ in front)." : ").");
    }

    private static string? Decode(string identifier)
    {
        var rest = identifier.AsSpan();
        if (rest.StartsWith(Prefix) && !(rest.Length > 3 && IsHex(rest[2]) && IsHex(rest[3])))
            rest = rest[Prefix.Length..];
        var bytes = new List<byte>(rest.Length);
        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] > byte.MaxValue)
                return null;
            if (rest[at] != Mark)
            {
                bytes.Add((byte)rest[at]);
                continue;
            }

            if (at + 2 >= rest.Length || !IsHex(rest[at + 1]) || !IsHex(rest[at + 2]))
                return null;
            bytes.Add(byte.Parse(rest.Slice(at + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier));
            at += 2;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static bool IsHex(char letter) => letter is (>= '0' and <= '9') or (>= 'A' and <= 'F');

    private static bool IsText(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
                return false;
            rest = rest[length..];
        }

        return true;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
