using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SupplyChain;

/// <summary>A JSON number as it is written: a sign, its digits, and the power of ten of the last of them.</summary>
/// <remarks>Zeros that say nothing are left out, so <c>5</c>, <c>5.0</c> and <c>0.5e1</c> are the same.</remarks>
internal readonly struct NumberLiteral
{
    private const int MaxWholeDigits = 19;
    private const int MaxDecimalDigits = 28;
    private const int FarAway = 1_000_000_000;

    private readonly bool _negative;
    private readonly string _digits;
    private readonly long _power;

    /// <summary>Takes a number apart.</summary>
    public NumberLiteral(JsonElement number)
    {
        var text = Encoding.ASCII.GetString(JsonMarshal.GetRawUtf8Value(number));
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        _negative = mantissa[0] == '-';
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0');
        var shown = dot < 0 ? 0 : mantissa.Length - dot - 1;
        _digits = digits.TrimEnd('0');
        _power = (exponentAt < 0 ? 0 : Exponent(text.AsSpan(exponentAt + 1))) - shown + digits.Length - _digits.Length;
    }

    /// <summary>Whether it is 0.</summary>
    public bool IsZero => _digits.Length == 0;

    /// <summary>Whether a decimal holds every digit of it.</summary>
    public bool IsExactDecimal =>
        IsZero || (_power >= -MaxDecimalDigits && _digits.Length + Math.Max(0, _power) <= MaxDecimalDigits);

    /// <summary>It as a whole number; fails when it has a fraction or does not fit 64 bits.</summary>
    public bool TryWhole(out long whole)
    {
        whole = 0;
        if (IsZero)
            return true;
        return _power >= 0
            && _digits.Length + _power <= MaxWholeDigits
            && long.TryParse(
                (_negative ? "-" : "") + _digits + new string('0', (int)_power),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out whole);
    }

    /// <summary>An exponent; one beyond all bounds is as good as any that is.</summary>
    private static long Exponent(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -FarAway, FarAway)
            : text[0] == '-' ? -FarAway : FarAway;
}
