using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using SupplyChain.Transfers;
using SupplyChain.Views;
using SupplyChain.Webhooks;

namespace SupplyChain;

/// <summary>Defaults and patterns that the OpenAPI document names are those of the readers and validations.</summary>
public sealed class BodyRuleTests
{
    private static readonly Type[] WithDefaults =
    [
        typeof(PlaceOrderBody), typeof(OrderPolicyBody), typeof(PutWarehouseBody), typeof(DeliveredLineBody),
        typeof(PutViewBody), typeof(RequestTransferBody), typeof(ReceiveTransferBody),
        typeof(PutWebhookBody),
    ];

    [Fact]
    public void Every_body_with_a_default_is_held_here() =>
        typeof(PlaceOrderBody).Assembly.GetTypes()
            .Where(type => type.GetProperties().Any(member => member.IsDefined(typeof(DefaultValueAttribute))))
            .Should().BeEquivalentTo(WithDefaults);

    [Fact]
    public void An_order_without_priority_and_policies_has_the_documented_ones()
    {
        var order = Parsed("""
            {"customer":"ACME","shipTo":{"country":"FR"},"lines":[{"line":1,"sku":"HAM","quantity":5}],"policy":{}}
            """);
        var written = WithDefaultsOf<PlaceOrderBody>(order.DeepClone().AsObject());
        WithDefaultsOf<OrderPolicyBody>(written["policy"]!.AsObject());

        Read(written, PlaceOrderBody.Read).Should().Be(Read(order, PlaceOrderBody.Read));
    }

    [Fact]
    public void A_warehouse_without_priority_has_the_documented_one()
    {
        var warehouse = Parsed("""{"name":"Hamburg"}""");

        Read(WithDefaultsOf<PutWarehouseBody>(warehouse.DeepClone().AsObject()), PutWarehouseBody.Read)
            .Should().Be(Read(warehouse, PutWarehouseBody.Read));
    }

    [Fact]
    public void A_delivery_without_damages_and_refusals_has_the_documented_ones()
    {
        var milestone = Parsed("""{"kind":"delivered","lines":[{"line":1,"delivered":2}]}""");
        var written = milestone.DeepClone().AsObject();
        WithDefaultsOf<DeliveredLineBody>(written["lines"]![0]!.AsObject());

        Read(written, body => RecordMilestoneBody.Read(body, "M")).Lines[0]
            .Should().Be(Read(milestone, body => RecordMilestoneBody.Read(body, "M")).Lines[0]);
    }

    [Fact]
    public void A_transfer_and_its_receipt_have_the_documented_priority_and_are_not_final()
    {
        var request = Parsed("""{"from":"HAM","to":"ROM","lines":[{"sku":"S-1","quantity":5}]}""");
        Read(WithDefaultsOf<RequestTransferBody>(request.DeepClone().AsObject()), RequestTransferBody.Read)
            .Should().Be(Read(request, RequestTransferBody.Read));

        var receipt = Parsed("{}");
        Read(WithDefaultsOf<ReceiveTransferBody>(receipt.DeepClone().AsObject()), Receipt)
            .Should().Be(Read(receipt, Receipt));

        static ReceiveTransfer Receipt(BodyReader body) => ReceiveTransferBody.Read(body, "R-1");
    }

    [Fact]
    public void A_view_that_does_not_say_so_is_private_as_documented()
    {
        var view = Parsed("""{"query":"status=Late"}""");

        Read(WithDefaultsOf<PutViewBody>(view.DeepClone().AsObject()), View).Should().Be(Read(view, View));

        var webhook = Parsed("""{"url":"https://erp.example/in"}""");
        Read(WithDefaultsOf<PutWebhookBody>(webhook.DeepClone().AsObject()), PutWebhookBody.Read)
            .Should().Be(Read(webhook, PutWebhookBody.Read));

        static PutView View(BodyReader body) => PutViewBody.Read(body, new("Mine", "Ada"));
    }

    [Theory]
    [InlineData("NLRTM")]
    [InlineData("US2AB")]
    [InlineData("NLR1M")]
    [InlineData("nlrtm")]
    [InlineData("NLRT")]
    [InlineData("NLRTMX")]
    [InlineData("N1RTM")]
    public void A_unlocode_fits_the_documented_pattern_when_it_is_taken(string code) =>
        Regex.IsMatch(code, Patterns.Unlocode)
            .Should().Be(new PutWarehouse("A", Unlocode: code).Validate().Count == 0);

    [Theory]
    [InlineData("USD")]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("USDX")]
    [InlineData("U5D")]
    public void A_currency_fits_the_documented_pattern_when_it_is_taken(string currency)
    {
        var order = new PlaceOrder("ACME", new("FR"), [new(1, "HAM", 5, Value: new(1, currency))]);

        Regex.IsMatch(currency, Patterns.Currency).Should().Be(order.Validate(DateTimeOffset.UnixEpoch).Count == 0);
    }

    [Fact]
    public void Every_country_and_time_zone_that_is_taken_fits_its_documented_pattern()
    {
        Countries.Codes.Should().OnlyContain(code => Regex.IsMatch(code, Patterns.Country));
        TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
            .Where(zone => new PutWarehouse("A", TimeZone: zone).Validate().Count == 0)
            .Should().NotBeEmpty().And.OnlyContain(zone => Regex.IsMatch(zone, Patterns.TimeZone));
        Regex.IsMatch("../etc/passwd", Patterns.TimeZone).Should().BeFalse();
        Regex.IsMatch("fr", Patterns.Country).Should().BeFalse();
    }

    [Theory]
    [InlineData("96385074")]
    [InlineData("614141007349")]
    [InlineData("4006381333931")]
    [InlineData("10614141000415")]
    public void Every_length_of_a_gtin_fits_its_documented_pattern(string gtin)
    {
        new PutProduct("Bolt", gtin).Validate().Should().BeEmpty();
        Regex.IsMatch(gtin, Patterns.Gtin).Should().BeTrue();
        Regex.IsMatch(gtin, Patterns.Gln).Should().Be(gtin.Length == 13);
        Regex.IsMatch(gtin[1..], Patterns.Gtin).Should().Be(gtin.Length is 13 or 14);
    }

    /// <summary>The body with what the document says it means when these members are left out.</summary>
    private static JsonObject WithDefaultsOf<T>(JsonObject body)
    {
        foreach (var member in typeof(T).GetProperties())
        {
            if (member.GetCustomAttribute<DefaultValueAttribute>() is { } documented)
            {
                body[JsonNamingPolicy.CamelCase.ConvertName(member.Name)] =
                    JsonSerializer.SerializeToNode(documented.Value);
            }
        }
        return body;
    }

    private static JsonObject Parsed(string body) => JsonNode.Parse(body)!.AsObject();

    private static T Read<T>(JsonObject body, Func<BodyReader, T> read) where T : class
    {
        using var document = JsonDocument.Parse(body.ToJsonString());
        var faults = new BodyFaults();
        var command = BodyReader.Read(document.RootElement, "", faults, read);
        faults.All.Should().BeEmpty();
        return command!;
    }
}
