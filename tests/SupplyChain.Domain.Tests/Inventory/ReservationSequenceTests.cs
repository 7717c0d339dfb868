using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace SupplyChain.Inventory;

public sealed class ReservationSequenceTests
{
    [Theory]
    [InlineData("O-1", 1, ReservationOrigin.Owner, "O-1/1/o")]
    [InlineData("transfer/T-1", 20, ReservationOrigin.Backlog, "transfer/T-1/20/b")]
    public void It_is_stored_as_one_text(string owner, int line, ReservationOrigin origin, string text)
    {
        var sequence = ReservationSequence.Of(new(owner, line, origin, 3));

        sequence.ToString().Should().Be(text);
        ReservationSequence.Parse(text).Should().Be(sequence);
        JsonSerializer.Deserialize<Dictionary<ReservationSequence, int>>($$"""{"{{text}}":7}""", EventCodec.Json)
            .Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(sequence, 7));
    }

    [Theory]
    [InlineData("O-1")]
    [InlineData("O-1/o")]
    [InlineData("O-1/1/x")]
    [InlineData("O-1/one/o")]
    public void Another_text_is_none(string text)
    {
        var parsing = () => ReservationSequence.Parse(text);

        parsing.Should().Throw<FormatException>();
    }

    [Fact]
    public void What_a_stock_item_keeps_by_reservation_is_read_as_it_was_written_before_keys_were_values()
    {
        const string Before = """
            {"onHand":9,"reserved":4,"rationed":false,
             "reservations":{"O-1/1/o2":{"key":{"order":"O-1","line":1,"origin":"Order","attempt":2},
                "quantity":4,"priority":3,"since":"2026-03-02T09:00:00+00:00"}},
             "closed":{"O-2/1/b":{"sequence":"O-2/1/b","attempt":1,"at":"2026-03-02T09:00:00+00:00"}},
             "closedInOrder":[{"sequence":"O-2/1/b","attempt":1,"at":"2026-03-02T09:00:00+00:00"}],
             "dropped":{"O-3/2/o1":{"key":{"order":"O-3","line":2,"origin":"Order","attempt":1},
                "quantity":5,"kept":0}},
             "version":7}
            """;

        var stock = JsonSerializer.Deserialize<StockItem>(Before, EventCodec.Json)!;

        var held = new ReservationKey("O-1", 1, ReservationOrigin.Owner, 2);
        stock.Reservations.Should().ContainKey(held).WhoseValue.Quantity.Should().Be(4);
        stock.Closed.Should().ContainKey(new ReservationSequence("O-2", 1, ReservationOrigin.Backlog));
        stock.Dropped.Should().ContainKey(new("O-3", 2, ReservationOrigin.Owner, 1));
        var written = JsonSerializer.SerializeToElement(stock, EventCodec.Json);
        foreach (var member in JsonSerializer.Deserialize<JsonElement>(Before).EnumerateObject())
        {
            JsonElement.DeepEquals(written.GetProperty(member.Name), member.Value).Should().BeTrue(member.Name);
        }
    }
}
