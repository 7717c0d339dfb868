namespace SupplyChain.Orders;

public class PlaceOrderValidationTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<PlaceOrder, string, string> Faulty => new()
    {
        { Sample.Command with { Customer = default }, "/customer", FaultCodes.Required },
        { Sample.Command with { Customer = "a b" }, "/customer", FaultCodes.MalformedId },
        { Sample.Command with { ShipTo = null! }, "/shipTo", FaultCodes.Required },
        { Sample.Command with { ShipTo = new ShipTo("fr") }, "/shipTo/country", FaultCodes.Invalid },
        { Sample.Command with { ShipTo = new ShipTo("FR", 91, 0) }, "/shipTo/latitude", FaultCodes.OutOfRange },
        { Sample.Command with { ShipTo = new ShipTo("FR", double.NaN, 0) }, "/shipTo/latitude", FaultCodes.OutOfRange },
        { Sample.Command with { ShipTo = new ShipTo("FR", 48) }, "/shipTo/longitude", FaultCodes.Required },
        { Sample.Command with { ShipTo = new ShipTo("FR", Unlocode: "FR-01") }, "/shipTo/unlocode", "invalid" },
        { Sample.Command with { ShipTo = new ShipTo("FR", Name: new string('x', 201)) }, "/shipTo/name", "too-long" },
        { Sample.Command with { ShipTo = new ShipTo("FR", Name: "\0") }, "/shipTo/name", FaultCodes.Invalid },
        { Sample.Command with { ShipTo = new ShipTo("FR", Name: "\ud83d") }, "/shipTo/name", FaultCodes.Invalid },
        { Sample.Command with { Priority = 0 }, "/priority", FaultCodes.OutOfRange },
        { Sample.Command with { Priority = 6 }, "/priority", FaultCodes.OutOfRange },
        { Sample.Command with { RequestedBy = DateOnly.MaxValue }, "/requestedBy", FaultCodes.OutOfRange },
        { Sample.Command with { OccurredAt = Now.AddMinutes(6) }, "/occurredAt", FaultCodes.OutOfRange },
        { Sample.Command with { Policy = new(MaxShipments: 0) }, "/policy/maxShipments", FaultCodes.OutOfRange },
        { Sample.Command with { Lines = [] }, "/lines", FaultCodes.OutOfRange },
        { WithLines(1_001), "/lines", FaultCodes.OutOfRange },
        { With(line => line with { Line = 0 }), "/lines/1/line", FaultCodes.OutOfRange },
        { With(line => line with { Line = 1_000_000_000 }), "/lines/1/line", FaultCodes.OutOfRange },
        { With(line => line with { Line = 1 }), "/lines/1/line", FaultCodes.Duplicate },
        { With(line => line with { Sku = default }), "/lines/1/sku", FaultCodes.Required },
        { With(line => line with { Quantity = 0 }), "/lines/1/quantity", FaultCodes.OutOfRange },
        { With(line => line with { Quantity = -1 }), "/lines/1/quantity", FaultCodes.OutOfRange },
        { With(line => line with { Quantity = 1_000_000_001 }), "/lines/1/quantity", FaultCodes.OutOfRange },
        { With(line => line with { Warehouse = "a/b" }), "/lines/1/warehouse", FaultCodes.MalformedId },
        { With(line => line with { Value = new Money(-1, "EUR") }), "/lines/1/value/amount", FaultCodes.OutOfRange },
        { With(line => line with { Value = new Money(1, "eur") }), "/lines/1/value/currency", FaultCodes.Invalid },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_member_is_named_and_nothing_else(PlaceOrder order, string pointer, string code) =>
        order.Validate(Now).Select(fault => (fault.Pointer, fault.Code)).Should().Equal((pointer, code));

    [Fact]
    public void An_order_within_the_limits_has_no_faults()
    {
        Sample.Command.Validate(Now).Should().BeEmpty();
        WithLines(1_000).Validate(Now).Should().BeEmpty();
        (Sample.Command with { OccurredAt = Now.AddMinutes(5) }).Validate(Now).Should().BeEmpty();
        With(line => line with { Quantity = 1_000_000_000, Line = 999_999_999 }).Validate(Now).Should().BeEmpty();
    }

    private static PlaceOrder With(Func<PlaceOrderLine, PlaceOrderLine> change) =>
        Sample.Command with { Lines = [Sample.Command.Lines[0], change(Sample.Command.Lines[1])] };

    private static PlaceOrder WithLines(int count) => Sample.Command with
    {
        Lines = Enumerable.Range(1, count).Select(line => new PlaceOrderLine(line, "A", 1)).ToItems(),
    };
}
