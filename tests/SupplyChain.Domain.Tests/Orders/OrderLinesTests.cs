using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Orders;

public sealed class OrderLinesTests
{
    private static OrderLine Line(int number) => new(number, $"S{number}", 1, null, null, null);

    private static OrderLines Lines(params int[] numbers) => OrderLines.Of(numbers.Select(number => Line(number)));

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(10, 20, 30)]
    [InlineData(2, 3, 9)]
    [InlineData(3, 1, 2)]
    public void Every_line_is_found_by_its_number_whatever_the_numbers_are(params int[] numbers)
    {
        var lines = Lines(numbers);

        lines.Keys.Should().Equal(numbers.Order());
        numbers.Should().AllSatisfy(number => lines[number].Line.Should().Be(number));
        lines.TryGetValue(4, out var none).Should().BeFalse();
        none.Should().BeNull();
        FluentActions.Invoking(() => lines[4]).Should().Throw<KeyNotFoundException>();
    }

    [Fact]
    public void A_number_stands_for_one_line_only()
    {
        FluentActions.Invoking(() => Lines(1, 2, 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Lines(1, 2).Add([Line(2)])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_change_leaves_the_lines_that_were_there_as_they_were()
    {
        var lines = Lines(1, 2, 5);

        var changed = lines.With(5, line => line with { Quantity = 7 });

        changed.Values.Select(line => line.Quantity).Should().Equal(1, 1, 7);
        lines.Values.Select(line => line.Quantity).Should().Equal(1, 1, 1);
        lines.Map(line => line with { Quantity = 2 }).Values.Select(line => line.Quantity).Should().Equal(2, 2, 2);
        lines.Values.Select(line => line.Quantity).Should().Equal(1, 1, 1);
    }

    [Fact]
    public void A_change_that_changes_nothing_gives_the_same_lines()
    {
        var lines = Lines(1, 2, 5);

        lines.Map(line => line).Should().BeSameAs(lines);
        lines.With(2, line => line).Should().BeSameAs(lines);
    }

    [Fact]
    public void Several_parts_of_one_line_change_it_one_after_the_other()
    {
        Items<(int Line, long Units)> parts = [(2, 3), (1, 5), (2, 4)];

        var changed = Lines(1, 2).With(
            parts, part => part.Line, (line, part) => line with { Quantity = line.Quantity + part.Units });

        changed.Values.Select(line => line.Quantity).Should().Equal(6, 8);
    }

    [Fact]
    public void A_snapshot_names_lines_by_their_numbers_as_it_always_did()
    {
        var lines = Lines(2, 10);

        var json = JsonSerializer.Serialize(lines, EventCodec.Json);

        json.Should().StartWith("{\"2\":{\"line\":2,").And.Contain(",\"10\":{\"line\":10,");
        JsonSerializer.Deserialize<OrderLines>(json, EventCodec.Json)!.Values.Should().Equal(lines.Values);
    }
}
