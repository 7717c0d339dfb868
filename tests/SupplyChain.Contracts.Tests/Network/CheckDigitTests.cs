using FluentAssertions;
using Xunit;

namespace SupplyChain.Network;

public sealed class CheckDigitTests
{
    [Theory]
    [InlineData("96385074", true)]          // GTIN-8
    [InlineData("614141007349", true)]      // GTIN-12
    [InlineData("4006381333931", true)]     // GTIN-13
    [InlineData("10614141000415", true)]    // GTIN-14
    [InlineData("4006381333932", false)]
    [InlineData("4006381333913", false)]    // two neighbours changed places
    [InlineData("400638133393", false)]
    [InlineData("40063813339318", false)]
    [InlineData("400638133393X", false)]
    [InlineData("٤٠٠٦٣٨١٣٣٣٩٣١", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_gtin_ends_in_its_check_digit(string? text, bool valid) => CheckDigit.IsGtin(text).Should().Be(valid);

    [Theory]
    [InlineData("9501101020016", true)]
    [InlineData("9501101020017", false)]
    [InlineData("614141007349", false)]     // a right GTIN-12, too short for a GLN
    [InlineData(null, false)]
    public void A_gln_has_thirteen_digits_and_ends_in_its_check_digit(string? text, bool valid) =>
        CheckDigit.IsGln(text).Should().Be(valid);
}
