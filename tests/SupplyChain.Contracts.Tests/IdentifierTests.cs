using System.Text;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

public sealed class IdentifierTests
{
    private static readonly Gen<string> Texts = Gen.Frequency(
            (6, Gen.Char["AZaz09._:-~x/+ %7E"].Select(letter => $"{letter}")),
            (2, Gen.Char['\u0020', '\u07FF'].Select(letter => $"{letter}")),
            (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)))
        .List[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("AB/12 ü", "AB~2F12~20~C3~BC")]
    [InlineData("AB/12 u\u0308", "AB~2F12~20~C3~BC")]
    [InlineData("ERP-4711", "ERP-4711")]
    [InlineData("a.b_c:d-e", "a.b_c:d-e")]
    [InlineData("ORDER~1", "ORDER~7E1")]
    [InlineData("A+B", "A~2BB")]
    [InlineData(".north", "x~.north")]
    [InlineData("-", "x~-")]
    [InlineData("/1", "x~~2F1")]
    [InlineData("ä", "x~~C3~A4")]
    [InlineData("x~", "x~7E")]
    [InlineData("", "x~")]
    [InlineData("🚚", "x~~F0~9F~9A~9A")]
    public void An_id_of_the_outside_world_has_one_way_to_be_written(string text, string id)
    {
        Identifier.Map(text).Should().Be(id);
        Identifier.IsValid(id).Should().BeTrue();
        Identifier.Unmap(id).Should().Be(text.Replace("u\u0308", "ü", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_text_comes_back_and_no_two_share_an_id() =>
        Gen.Select(Texts, Texts).Sample((one, other) =>
        {
            var id = Identifier.Map(one);
            Identifier.Map(Identifier.Unmap(id)).Should().Be(id);
            (Identifier.IsValid(id) || id.Length > Identifier.MaxLength).Should().BeTrue(id);
            (id == Identifier.Map(other)).Should().Be(Identifier.Unmap(id) == Identifier.Unmap(Identifier.Map(other)));
            if (one.All(letter => letter < '\u0300'))
                Identifier.Unmap(id).Should().Be(one);
        });

    [Theory]
    [InlineData("A\u030A", "\u00C5")]                    // composed
    [InlineData("\u212B", "\u00C5")]                     // the sign of the unit
    [InlineData("d\u0307\u0323", "\u1E0D\u0307")]        // marks in their order
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]         // Hangul
    [InlineData("\u0958", "\u0915\u093C")]               // never composed
    [InlineData("a\u0301\u0301", "\u00E1\u0301")]        // the second mark stays
    public void Texts_that_look_the_same_are_the_same_id(string written, string normal) =>
        Identifier.Unmap(Identifier.Map(written)).Should().Be(normal);

    [Theory]
    [InlineData("ORDER~1")]
    [InlineData("A~2f")]
    [InlineData("A~41")]
    [InlineData("A~FF")]
    [InlineData("x~A")]
    [InlineData("A B")]
    [InlineData("~2F")]
    [InlineData("")]
    public void What_no_text_is_written_as_is_not_turned_back(string id) =>
        FluentActions.Invoking(() => Identifier.Unmap(id)).Should().Throw<FormatException>();

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text()
    {
        FluentActions.Invoking(() => Identifier.Map("a\uD83D")).Should().Throw<ArgumentException>();
        Identifier.Explain("sku", "a\uD83D").Should().Contain("is not 1 to 100 characters");
    }

    [Theory]
    [InlineData("AB/12 ü", "use 'AB~2F12~20~C3~BC' (each other byte of its UTF-8 text as ~ and two hex digits)")]
    [InlineData("/1", "use 'x~~2F1' (each other byte of its UTF-8 text as ~ and two hex digits, x~ in front)")]
    [InlineData("_a~1", "use 'x~_a~7E1'")]
    [InlineData("", "is not 1 to 100 characters")]
    public void A_malformed_id_is_explained(string text, string expected) =>
        Identifier.Explain("sku", text).Should().StartWith("'sku' ").And.Contain(expected);

    [Fact]
    public void An_id_that_is_too_long_is_told_how_long_it_is()
    {
        Identifier.Explain("sku", new string('x', 101)).Should().Be("'sku' is 101 characters long, not 1 to 100.");
        Identifier.Explain("sku", new string('/', 34)).Should().Contain("it is 104 characters long, not 1 to 100.");
        Identifier.Explain("sku", new string('/', 1_000_000)).Should().Contain("1000000 characters long");
    }
}
