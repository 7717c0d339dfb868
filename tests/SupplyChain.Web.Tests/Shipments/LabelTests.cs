using SupplyChain.Shipments.Papers;

namespace SupplyChain.Shipments;

/// <summary>The codes of labels and their bars.</summary>
public sealed class LabelTests
{
    [Theory]
    [InlineData("9521141", 0, "09521141000000000")]
    [InlineData("9521141", 123456789, "09521141123456789")]
    [InlineData("9521141", 9123456789, "99521141123456789")]
    [InlineData("952114112345", 7, "09521141123450007")]
    public void A_code_is_made_of_the_prefix_and_the_serial_number(string prefix, long serial, string begin)
    {
        var code = Sscc.Of(prefix, serial);

        code[..17].Should().Be(begin);
        Sscc.IsValid(code).Should().BeTrue();
    }

    [Fact]
    public void The_check_digit_is_that_of_the_specifications()
    {
        // The example of the GS1 General Specifications.
        Sscc.Of("0614141", 1_234_567_890).Should().Be("106141412345678908");
        Sscc.IsValid("106141412345678909").Should().BeFalse();
        Sscc.IsValid("10614141234567890").Should().BeFalse();
    }

    [Fact]
    public void A_prefix_has_so_many_codes_and_no_more()
    {
        Sscc.Capacity("9521141").Should().Be(10_000_000_000);
        Sscc.Of("9521141", 9_999_999_999).Should().HaveLength(Sscc.Length);
        var one = () => Sscc.Of("9521141", 10_000_000_000);
        one.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_bars_are_those_of_code_128_with_the_function_character_in_front()
    {
        // Start C, FNC1, ten pairs, check character, stop.
        var symbols = Gs1Barcode.Symbols("00106141412345678908");
        symbols.Should().Equal(105, 102, 0, 10, 61, 41, 41, 23, 45, 67, 89, 8, 47, 106);
        var barcode = Gs1Barcode.OfSscc("106141412345678908");
        barcode.Width.Should().Be(10 + 13 * 11 + 13 + 10);
        barcode.Path.Should().StartWith("M10 0h2v1h-2zM13 0h1v1h-1z");
    }

    [Fact]
    public void What_is_no_code_is_not_drawn()
    {
        var draw = () => Gs1Barcode.OfSscc("106141412345678909");
        draw.Should().Throw<ArgumentException>();
    }
}
