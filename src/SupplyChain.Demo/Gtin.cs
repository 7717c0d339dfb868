using System.Globalization;

namespace SupplyChain.Demo;

/// <summary>
/// GTIN-13 of the range 200…299, which GS1 keeps for restricted circulation (GS1 General Specifications, section
/// 1.4.2): they collide with no product of the real world.
/// </summary>
internal static class Gtin
{
    private const long Range = 200_000_000_000;

    /// <summary>The number with its check digit (GS1 General Specifications, section 7.9.1).</summary>
    /// <param name="item">The item, 0 to 99,999,999,999.</param>
    public static string Restricted(long item)
    {
        var digits = (Range + item).ToString(CultureInfo.InvariantCulture);
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
            sum += (digits[index] - '0') * (index % 2 == 0 ? 1 : 3);
        return string.Create(CultureInfo.InvariantCulture, $"{digits}{(10 - (sum % 10)) % 10}");
    }
}
