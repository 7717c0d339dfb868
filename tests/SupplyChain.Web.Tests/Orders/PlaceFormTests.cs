namespace SupplyChain.Orders;

public sealed class PlaceFormTests
{
    private static PlaceForm Written(Action<PlaceForm>? change = null)
    {
        var form = PlaceForm.New();
        (form.Customer, form.Country) = ("ACME", "FR");
        (form.Lines[0].Sku, form.Lines[0].Quantity) = ("PUMP-1", "5");
        change?.Invoke(form);
        return form;
    }

    [Fact]
    public void What_is_written_is_the_order()
    {
        var order = Written(form =>
        {
            (form.RequestedBy, form.Priority, form.Name) = ("2026-12-01", 2, "Goods in");
            form.Lines[0].Warehouse = "BER";
            (form.Lines[0].RequestedBy, form.Lines[0].Value, form.Currency) = ("2026-12-24", "1234.50", "EUR");
            (form.ShipComplete, form.AllowSplit, form.MaxShipments) = (true, false, "2");
        }).Order();

        order.Should().Be(new PlaceOrder(
            "ACME", new("FR", Name: "Goods in"),
            [new PlaceOrderLine(1, "PUMP-1", 5, "BER", new(2026, 12, 24), new Money(1234.50m, "EUR"))],
            2, new(2026, 12, 1), Policy: new(ShipComplete: true, AllowSplit: false, MaxShipments: 2)));
    }

    [Fact]
    public void An_unfinished_line_keeps_the_order_from_being_placed_and_not_from_being_quoted()
    {
        var form = Written(form => form.Add());

        Faults(form).Should().Equal("/lines/1/sku", "/lines/1/quantity");
        form.Wish()!.Lines.Should().ContainSingle();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000001")]
    [InlineData("many")]
    [InlineData("")]
    public void What_is_no_number_of_units_is_not_sent(string units) =>
        Written(form => form.Lines[0].Quantity = units).Wish().Should().BeNull();

    [Fact]
    public void Without_a_country_nothing_is_known() =>
        Written(form => form.Country = "XX").Wish().Should().BeNull();

    [Fact]
    public void Each_form_has_a_number_of_its_own_and_each_line_too()
    {
        var form = Written();
        form.Add();
        form.Add();
        form.Lines.RemoveAt(1);
        form.Add();

        form.Lines.Select(line => line.Line).Should().Equal(1, 3, 4);
        form.Number.Should().NotBe(PlaceForm.New().Number);
    }

    [Fact]
    public void What_the_customer_accepts_goes_with_the_question_too() =>
        Written(form => form.AllowBackorder = false).Wish()!.Policy.Should().Be(new OrderPolicy(AllowBackorder: false));

    [Theory]
    [InlineData("12,50", "Is no amount. Write it like 1234.50.")]
    [InlineData("-1", "Is no amount. Write it like 1234.50.")]
    [InlineData("1.5", null)]
    public void A_value_that_can_mean_two_things_is_none(string value, string? said)
    {
        var faults = new PlaceFaults();
        faults.IsRight(Written(form => (form.Lines[0].Value, form.Currency) = (value, "EUR")), DateTimeOffset.UnixEpoch)
            .Should().Be(said is null);
        faults.At("lines/0/value/amount").Should().Be(said);
    }

    [Fact]
    public void A_fault_stands_beside_its_field_until_that_is_right()
    {
        var (form, faults) = (Written(form => (form.Customer, form.Lines[0].Value) = ("", "7")), new PlaceFaults());
        faults.Changed(form, default);
        faults.At("customer").Should().BeNull("nobody has tried to send it");

        faults.IsRight(form, default).Should().BeFalse();
        faults.At("customer").Should().Be("Is required.");
        faults.AtCurrency().Should().StartWith("A currency is three capital letters");
        (form.Customer, form.Currency) = ("ACME", "EUR");
        faults.Changed(form, default);

        faults.Count.Should().Be(0);
    }

    [Fact]
    public void What_the_node_found_is_about_what_was_sent()
    {
        var (form, faults) = (Written(), new PlaceFaults());
        faults.IsRight(form, default).Should().BeTrue();
        faults.Add([new Fault("/lines/0/sku", FaultCodes.UnknownSku, "There is no product PUMP-1.")]);
        faults.At("lines/0/sku").Should().Be("There is no product PUMP-1.");

        faults.Changed(form, default);

        faults.At("lines/0/sku").Should().BeNull();
    }

    [Fact]
    public void What_the_browser_kept_is_the_form_again()
    {
        var form = Written(form => (form.MaxShipments, form.AllowSplit, form.Currency) = ("2", false, "EUR"));
        form.Add();
        (form.Lines[1].Sku, form.Lines[1].RequestedBy) = ("PUMP-2", "2026-12-24");
        var kept = new Dictionary<string, string>
        {
            ["number"] = form.Number, ["customer"] = "ACME", ["shipTo/country"] = "FR", ["priority"] = "3",
            ["policy/allowSplit"] = "false", ["policy/allowBackorder"] = "true", ["policy/shipComplete"] = "false",
            ["policy/maxShipments"] = "2", ["currency"] = "eur",
            ["lines/0/line"] = "1", ["lines/0/sku"] = "PUMP-1", ["lines/0/quantity"] = "5",
            ["lines/1/line"] = "2", ["lines/1/sku"] = "PUMP-2", ["lines/1/requestedBy"] = "2026-12-24",
        };

        PlaceFields.Read(kept).Should().BeEquivalentTo(form);
        kept.Remove("number");
        PlaceFields.Read(kept).Should().BeNull();
    }

    [Fact]
    public void An_earlier_order_is_the_pattern_of_a_new_one()
    {
        var form = PlaceForm.New();
        var number = form.Number;
        form.Take(new OrderDetails(
            "SO-1", OrderStatus.PartiallyShipped, 4, "ACME", 2, default(DateTimeOffset), new(2026, 1, 1),
            new("FR", Name: "Goods in"), new OrderPolicy(ShipComplete: true),
            [
                new(1, "PUMP-1", 5, 0, 0, 5, 0, 0, null, null, "BER", new Money(10, "EUR")),
                new(2, "PUMP-2", 5, 0, 0, 0, 0, 5, null, null, null, null),
            ],
            [], [], null, null));

        form.Number.Should().Be(number);
        form.Order().Should().Be(new PlaceOrder(
            "ACME", new("FR", Name: "Goods in"),
            [new PlaceOrderLine(1, "PUMP-1", 5, "BER", null, new Money(10, "EUR"))],
            2, Policy: new(ShipComplete: true)));
    }

    private static IEnumerable<string> Faults(PlaceForm form) =>
        form.Order().Validate(DateTimeOffset.UnixEpoch).Select(fault => fault.Pointer);
}
