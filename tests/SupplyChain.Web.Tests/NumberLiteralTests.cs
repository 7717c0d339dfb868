using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace SupplyChain;

public sealed class NumberLiteralTests
{
    [Fact]
    public void Every_whole_number_is_read_whatever_zeros_and_exponents_it_is_written_with() =>
        Gen.Select(Gen.Long, Gen.Int[0, 25], Gen.Int[0, 25]).Sample((number, shift, zeros) =>
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            string[] written =
            [
                digits,
                $"{digits}.{new string('0', zeros + 1)}",
                number == 0 ? $"0e-{shift}" : $"{digits}{new string('0', shift)}e-{shift}",
                Shifted(digits, shift, zeros),
            ];
            foreach (var text in written)
                Whole(text).Should().Be(number, text);
        });

    [Theory]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-9.223372036854775808e18", long.MinValue)]
    [InlineData("9007199254740993.0", 9007199254740993)]
    [InlineData("-0", 0L)]
    [InlineData("0e999999999999999999999", 0L)]
    [InlineData("9223372036854775808", null)]
    [InlineData("9223372036854775807.5", null)]
    [InlineData("1e19", null)]
    [InlineData("1e999999999999999999999", null)]
    [InlineData("1e-999999999999999999999", null)]
    [InlineData("5.5", null)]
    [InlineData("15e-1", null)]
    public void No_digit_of_a_number_is_lost(string text, long? number) => Whole(text).Should().Be(number);

    private static long? Whole(string text)
    {
        using var document = JsonDocument.Parse(text);
        return BodyValues.IsWhole(document.RootElement, out var number) ? number : null;
    }

    /// <summary>The point stands further left, and an exponent says so.</summary>
    private static string Shifted(string digits, int shift, int zeros)
    {
        var (sign, bare) = digits[0] == '-' ? ("-", digits[1..]) : ("", digits);
        var padded = bare.PadLeft(shift + 1, '0');
        var whole = padded[..^shift].TrimStart('0');
        return $"{sign}{(whole.Length == 0 ? "0" : whole)}.{padded[^shift..]}{new string('0', zeros + 1)}E+{shift}";
    }
}
