using System.Globalization;

namespace SupplyChain.Shipments;

/// <summary>
/// Makes serial shipping container codes: 18 digits that name a logistic unit worldwide (GS1 General Specifications,
/// section 2.2.1): an extension digit, the company prefix, a serial reference and a check digit.
/// </summary>
public static class Sscc
{
    /// <summary>How many digits it has.</summary>
    public const int Length = 18;

    /// <summary>The shortest GS1 company prefix.</summary>
    public const int ShortestPrefix = 4;

    /// <summary>The longest GS1 company prefix.</summary>
    public const int LongestPrefix = 12;

    /// <summary>Whether a text is a company prefix: 4 to 12 digits.</summary>
    public static bool IsPrefix(string? text) =>
        text is { Length: >= ShortestPrefix and <= LongestPrefix } && text.All(char.IsAsciiDigit);

    /// <summary>How many codes a company prefix has: the extension digit counts on where the serial reference
    /// ends.</summary>
    public static long Capacity(string prefix) => (long)Math.Pow(10, Length - 1 - prefix.Length);

    /// <summary>The code of a serial number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The company prefix has no such code.</exception>
    public static string Of(string prefix, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(serial, Capacity(prefix));
        var digits = serial.ToString(CultureInfo.InvariantCulture).PadLeft(Length - 1 - prefix.Length, '0');
        var code = $"{digits[0]}{prefix}{digits[1..]}";
        return $"{code}{CheckDigit(code)}";
    }

    /// <summary>Whether a text is a code whose check digit is right.</summary>
    public static bool IsValid(string? text) => text is { Length: Length } && text.All(char.IsAsciiDigit)
        && text[^1] == CheckDigit(text[..^1]);

    /// <summary>The check digit of GS1: weights 3 and 1 in turn from the right, up to the next ten.</summary>
    private static char CheckDigit(string digits)
    {
        var sum = digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 3 : 1)).Sum();
        return (char)('0' + (10 - sum % 10) % 10);
    }
}
