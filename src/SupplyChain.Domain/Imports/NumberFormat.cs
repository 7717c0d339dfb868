using System.Text;

namespace SupplyChain.Imports;

/// <summary>
/// How numbers are written in files of one format. Where nothing is said, only what cannot be misread is a number:
/// <c>12.5</c> is one, <c>1.250</c> might as well be 1250.
/// </summary>
/// <param name="Decimal">The sign before the decimals; null when the profile does not say.</param>
/// <param name="Group">The sign between groups of three digits; null when there is none.</param>
public sealed record NumberFormat(char? Decimal, char? Group)
{
    private static readonly NumberFormat Point = new('.', null);
    private static readonly NumberFormat Comma = new(',', null);

    private static readonly NumberFormat[] Customary =
    [
        Point, Comma, new('.', ','), new(',', '.'), new('.', '\''), new(',', '\''), new('.', ' '), new(',', ' '),
    ];

    private bool IsSaid => Decimal is not null || Group is not null;

    /// <summary>The sign that counts: what looks the same is the same.</summary>
    internal static char Plain(char sign) => sign switch
    {
        '\u2019' => '\'',
        '\u00A0' or '\u202F' => ' ',
        _ => sign,
    };

    /// <summary>Turns a number into the invariant notation, without groups and with a point.</summary>
    internal CellFault? Read(string text, out string plain)
    {
        if (IsSaid)
        {
            return (this with { Decimal = Decimal ?? (Group == '.' ? null : '.') }).TryRead(text, out plain)
                ? null
                : new(ImportCodes.Unreadable, DoesNotFit(text));
        }
        if (IsAmbiguous(text))
        {
            plain = "";
            return new(ImportCodes.Ambiguous, CanBeTwo(text));
        }
        return Point.TryRead(text, out plain) ? null : new(ImportCodes.Unreadable, IsNone(text));
    }

    /// <summary>One sign, and what stands around it would be a group of thousands as well as a decimal.</summary>
    private static bool IsAmbiguous(string text) =>
        (Point.TryRead(text, out _) && new NumberFormat(null, '.').TryRead(text, out _) && text.Contains('.'))
        || (Comma.TryRead(text, out _) && new NumberFormat(null, ',').TryRead(text, out _) && text.Contains(','));

    private bool TryRead(string text, out string plain)
    {
        plain = "";
        var number = text.AsSpan();
        var read = new StringBuilder(text.Length);
        if (number is ['-' or '+', ..])
        {
            read.Append(number[0]);
            number = number[1..];
        }
        var at = Decimal is { } sign ? number.IndexOf(sign) : -1;
        var decimals = at < 0 ? [] : number[(at + 1)..];
        var digits = at < 0 ? number : number[..at];
        if (digits.Length + decimals.Length == 0 || !AppendWhole(digits, read) || !IsDigits(decimals))
            return false;
        plain = (at < 0 ? read : read.Append('.').Append(decimals)).ToString();
        return true;
    }

    private bool AppendWhole(ReadOnlySpan<char> digits, StringBuilder read)
    {
        var isFirst = true;
        var isOnly = true;
        while (Group is { } && IndexOfGroup(digits) is var at and >= 0)
        {
            if (!IsGroup(digits[..at], isFirst))
                return false;
            read.Append(digits[..at]);
            digits = digits[(at + 1)..];
            isFirst = isOnly = false;
        }
        read.Append(isOnly && digits.IsEmpty ? "0" : digits);
        return IsDigits(digits) && (isOnly || digits.Length == 3);
    }

    private int IndexOfGroup(ReadOnlySpan<char> digits)
    {
        for (var index = 0; index < digits.Length; index++)
        {
            if (Plain(digits[index]) == Group)
                return index;
        }
        return -1;
    }

    private static bool IsGroup(ReadOnlySpan<char> digits, bool isFirst) =>
        IsDigits(digits) && (isFirst ? digits is [not '0', ..] and { Length: <= 3 } : digits.Length == 3);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static string CanBeTwo(string text)
    {
        var (sign, other) = text.Contains('.') ? ('.', ',') : (',', '.');
        return $"can be {text.Replace(sign, '.')} or {text.Replace($"{sign}", "", StringComparison.Ordinal)}: "
            + $"say in the profile whether {new NumberFormat(sign, null).AsSettings} or "
            + $"{new NumberFormat(other, sign).AsSettings}";
    }

    private static string IsNone(string text) =>
        Customary.FirstOrDefault(format => format.TryRead(text, out _)) is { } format
            ? $"is a number only where the profile says {format.AsSettings}"
            : "is no number";

    private string DoesNotFit(string text)
    {
        var more = Customary.FirstOrDefault(format =>
            (Decimal is null || Decimal == format.Decimal) && (Group is null || Group == format.Group)
            && format.TryRead(text, out _));
        return more is null
            ? $"is no number where the profile says {AsSettings}"
            : $"is a number only where the profile says {more.AsSettings}, and it says {AsSettings}";
    }

    private string AsSettings => string.Join(" and ", new[]
    {
        Decimal is { } sign ? $"\"decimalSeparator\": \"{sign}\"" : null,
        Group is { } group ? $"\"groupSeparator\": \"{group}\"" : null,
    }.OfType<string>());
}
