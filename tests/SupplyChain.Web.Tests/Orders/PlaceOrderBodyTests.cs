using System.Text;
using Microsoft.AspNetCore.Http;

namespace SupplyChain.Orders;

public class PlaceOrderBodyTests
{
    private const string Line = """{"line":1,"sku":"A","quantity":1}""";

    [Fact]
    public async Task A_complete_order_is_read_as_it_is_written()
    {
        var body = await ReadAsync(Sample.Body);
        body.Faults.All.Should().BeEmpty();
        body.Command.Should().Be(Sample.Command);
    }

    [Fact]
    public async Task What_is_absent_or_null_has_its_default()
    {
        var body = await ReadAsync(
            $$"""{"customer":"A","shipTo":{"country":"FR","name":null},"priority":null,"lines":[{{Line}}]}""");
        body.Faults.All.Should().BeEmpty();
        body.Command.Should().Be(new PlaceOrder("A", new ShipTo("FR"), [new PlaceOrderLine(1, "A", 1)]));
    }

    [Theory]
    [InlineData("\"occurredAt\":null", true)]
    [InlineData("\"priority\":3", false)]
    public async Task An_instant_that_is_null_is_unknown_and_one_that_is_absent_is_now(string member, bool unknown)
    {
        var body = await ReadAsync($$"""{"customer":"A","shipTo":{"country":"FR"},"lines":[{{Line}}],{{member}}}""");
        body.Faults.All.Should().BeEmpty();
        body.Command!.OccurredAt.Should().Be(unknown ? OccurredAt.Unknown : OccurredAt.Now);
    }

    [Theory]
    [InlineData("", "", FaultCodes.Unreadable)]
    [InlineData("{", "", FaultCodes.Unreadable)]
    [InlineData("[]", "", FaultCodes.WrongType)]
    [InlineData("null", "", FaultCodes.WrongType)]
    [InlineData("{} // why", "", FaultCodes.Unreadable)]
    [InlineData("""{"customer":"A","customer":"A"}""", "", FaultCodes.Unreadable)]
    [InlineData("""{"customer":"A",}""", "", FaultCodes.Unreadable)]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}""", "", FaultCodes.Unreadable)]
    [InlineData("""{"\ud800":1}""", "", FaultCodes.Unreadable)]
    [InlineData("""{"customer":7}""", "/customer", FaultCodes.WrongType)]
    [InlineData("""{"customer":"a b"}""", "/customer", FaultCodes.MalformedId)]
    [InlineData("""{"customer":"\ud83d"}""", "/customer", FaultCodes.Unreadable)]
    [InlineData("""{"customer":null}""", "/customer", FaultCodes.WrongType)]
    [InlineData("""{"status":"Placed"}""", "/status", FaultCodes.UnknownMember)]
    [InlineData("""{"a/b~c":1}""", "/a~1b~0c", FaultCodes.UnknownMember)]
    [InlineData("""{"Customer":"A"}""", "/Customer", FaultCodes.UnknownMember)]
    [InlineData("""{"shipTo":"FR"}""", "/shipTo", FaultCodes.WrongType)]
    [InlineData("""{"shipTo":{"country":"FR","latitude":"48"}}""", "/shipTo/latitude", FaultCodes.WrongType)]
    [InlineData("""{"shipTo":{"country":"FR","latitude":1e999}}""", "/shipTo/latitude", FaultCodes.WrongType)]
    [InlineData("""{"shipTo":{"country":"FR","zip":"1"}}""", "/shipTo/zip", FaultCodes.UnknownMember)]
    [InlineData("""{"priority":1.5}""", "/priority", FaultCodes.WrongType)]
    [InlineData("""{"priority":"1"}""", "/priority", FaultCodes.WrongType)]
    [InlineData("""{"requestedBy":"2026-02-30"}""", "/requestedBy", FaultCodes.WrongType)]
    [InlineData("""{"requestedBy":"2026-02-03T00:00:00Z"}""", "/requestedBy", FaultCodes.WrongType)]
    [InlineData("""{"occurredAt":"2026-02-03T00:00:00"}""", "/occurredAt", FaultCodes.WrongType)]
    [InlineData("""{"occurredAt":"2026-02-03"}""", "/occurredAt", FaultCodes.WrongType)]
    [InlineData("""{"lines":{}}""", "/lines", FaultCodes.WrongType)]
    [InlineData("""{"lines":[1]}""", "/lines/0", FaultCodes.WrongType)]
    [InlineData("""{"lines":[{"line":1,"sku":"A","quantity":1},null]}""", "/lines/1", FaultCodes.WrongType)]
    [InlineData("""{"lines":[{"quantity":1.5}]}""", "/lines/0/quantity", FaultCodes.WrongType)]
    [InlineData("""{"lines":[{"quantity":9223372036854775808}]}""", "/lines/0/quantity", FaultCodes.WrongType)]
    [InlineData("""{"lines":[{"line":1,"sku":"é","quantity":1}]}""", "/lines/0/sku", FaultCodes.MalformedId)]
    [InlineData("""{"lines":[{"lot":"7"}]}""", "/lines/0/lot", FaultCodes.UnknownMember)]
    [InlineData("""{"lines":[{"value":{"amount":"1"}}]}""", "/lines/0/value/amount", FaultCodes.WrongType)]
    [InlineData("""{"lines":[{"value":{"amount":1e99}}]}""", "/lines/0/value/amount", FaultCodes.WrongType)]
    [InlineData("""{"policy":{"allowSplit":"no"}}""", "/policy/allowSplit", FaultCodes.WrongType)]
    public async Task What_cannot_be_read_is_named(string json, string pointer, string code)
    {
        var (_, faults) = await ReadAsync(json);
        faults.AnyUnreadable.Should().BeTrue();
        faults.All.Should().Contain(fault => fault.Pointer == pointer && fault.Code == code);
    }

    [Fact]
    public async Task Text_that_is_no_UTF8_is_unreadable()
    {
        var (_, faults) = await ReadAsync([.. "{\"customer\":\""u8, 0xFF, .. "\"}"u8]);
        faults.All.Should().ContainSingle(fault => fault.Pointer == "" && fault.Code == FaultCodes.Unreadable);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_fault() =>
        (await ReadAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample.Body)])).Faults.All.Should().BeEmpty();

    [Fact]
    public async Task All_faults_are_named_at_once()
    {
        var (_, faults) = await ReadAsync("""{"priority":"x","lines":[{"line":"1","sku":"a b"}],"foo":1}""");
        faults.All.Select(fault => fault.Pointer).Should().BeEquivalentTo(
            "/customer", "/shipTo", "/priority", "/lines/0/line", "/lines/0/sku", "/lines/0/quantity", "/foo");
    }

    [Fact]
    public async Task A_number_beyond_32_bits_stays_out_of_range()
    {
        var (order, faults) = await ReadAsync(
            """{"customer":"A","shipTo":{"country":"FR"},"lines":[{"line":4294967297,"sku":"A","quantity":1}]}""");
        faults.All.Should().BeEmpty();
        order!.Validate(DateTimeOffset.UnixEpoch).Should().ContainSingle(fault =>
            fault.Pointer == "/lines/0/line" && fault.Code == FaultCodes.OutOfRange);
    }

    private static Task<BodyOf<PlaceOrder>> ReadAsync(string json) => ReadAsync(Encoding.UTF8.GetBytes(json));

    private static Task<BodyOf<PlaceOrder>> ReadAsync(byte[] bytes)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(bytes);
        http.Request.ContentType = "application/json";
        return Body.ReadAsync(http.Request, PlaceOrderBody.Read, null);
    }
}
