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
        }).Read(forQuote: false);

        order.Should().Be(new PlaceOrder(
            "ACME", new("FR", Name: "Goods in"), [new PlaceOrderLine(1, "PUMP-1", 5, "BER")], 2, new(2026, 12, 1)));
    }

    [Fact]
    public void An_unfinished_line_keeps_the_order_from_being_placed_and_not_from_being_quoted()
    {
        var form = Written(form => form.Add());

        form.Read(forQuote: false).Should().BeNull();
        form.Read(forQuote: true)!.Lines.Should().ContainSingle();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000001")]
    [InlineData("many")]
    [InlineData("")]
    public void What_is_no_number_of_units_is_not_sent(string units) =>
        Written(form => form.Lines[0].Quantity = units).Read(forQuote: true).Should().BeNull();

    [Fact]
    public void Without_a_country_nothing_is_known() =>
        Written(form => form.Country = "XX").Read(forQuote: true).Should().BeNull();

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
}
