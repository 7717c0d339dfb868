using SupplyChain.Inventory;

namespace SupplyChain.Transfers;

public sealed class TransferEndpointTests(Website site) : IClassFixture<Website>
{
    [Fact]
    public async Task A_request_reaches_its_transfer()
    {
        RequestTransfer? asked = null;
        site.Actors.On<ITransferGrain, TransferReply>("Request", (_, command) =>
        {
            asked = (RequestTransfer)command!;
            return Task.FromResult(new TransferReply { Status = ReplyStatus.Created, Value = Transfer() });
        });
        var answer = await site.SendAsync("PUT", "/api/v1/transfers/T-1",
            """{"from":"HAM","to":"ROM","lines":[{"sku":"S-1","quantity":5}],"requestedBy":"2026-03-01"}""");
        answer.Status.Should().Be(201, answer.Body.ToString());
        asked.Should().Be(new RequestTransfer("HAM", "ROM", [new("S-1", 5)], 3, new DateOnly(2026, 3, 1)));
        answer.Body.GetProperty("status").GetString().Should().Be("InTransit");
        answer.Body.GetProperty("lines")[0].GetProperty("inTransit").GetInt64().Should().Be(3);
        answer.Body.TryGetProperty("cancelReason", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("{}", 422, "/from", FaultCodes.Required)]
    [InlineData("""{"from":"HAM","to":"HAM","lines":[{"sku":"S","quantity":1}]}""", 422, "/to", FaultCodes.Invalid)]
    [InlineData("""{"from":"HAM","to":"ROM","lines":[]}""", 422, "/lines", FaultCodes.OutOfRange)]
    [InlineData(
        """{"from":"HAM","to":"ROM","lines":[{"sku":"S","quantity":1},{"sku":"S","quantity":1}]}""", 422,
        "/lines/1/sku", FaultCodes.Duplicate)]
    [InlineData(
        """{"from":"HAM","to":"ROM","lines":[{"sku":"S","quantity":0}]}""", 422, "/lines/0/quantity",
        FaultCodes.OutOfRange)]
    [InlineData(
        """{"from":"HAM","to":"ROM","lines":[{"sku":"S","quantity":1,"line":1}]}""", 400, "/lines/0/line",
        FaultCodes.UnknownMember)]
    [InlineData("""{"from":"a b","to":"ROM","lines":[{"sku":"S","quantity":1}]}""", 400, "/from", "malformed-id")]
    [InlineData(
        """{"from":"HAM","to":"ROM","priority":6,"lines":[{"sku":"S","quantity":1}]}""", 422, "/priority",
        FaultCodes.OutOfRange)]
    public async Task A_faulty_request_is_named(string body, int status, string pointer, string code)
    {
        var answer = await site.SendAsync("PUT", "/api/v1/transfers/T-1", body);
        answer.Status.Should().Be(status);
        answer.Errors.Should().Contain((pointer, code));
    }

    [Fact]
    public async Task A_release_needs_no_body()
    {
        ReleaseTransfer? released = null;
        site.Actors.On<ITransferGrain, TransferReply>("Release", (_, command) =>
        {
            released = (ReleaseTransfer)command!;
            return Task.FromResult(new TransferReply { Status = ReplyStatus.Done, Value = Transfer() });
        });
        (await site.SendAsync("POST", "/api/v1/transfers/T-1/release")).Status.Should().Be(200);
        released.Should().Be(new ReleaseTransfer());
        (await site.SendAsync("POST", "/api/v1/transfers/T-1/release", """{"mode":"Rail","carrier":"DB Cargo"}"""))
            .Status.Should().Be(200);
        released.Should().Be(new ReleaseTransfer(Mode: "Rail", Carrier: "DB Cargo"));
    }

    [Fact]
    public async Task A_receipt_without_lines_is_everything_in_transit()
    {
        var received = Received();
        var answer = await site.SendAsync("PUT", "/api/v1/transfers/T-1/receipts/R-1", "{}");
        answer.Status.Should().Be(201, answer.Body.ToString());
        received.Should().Equal(new ReceiveTransfer("R-1"));
    }

    [Fact]
    public async Task A_receipt_names_what_arrived_and_whether_more_is_expected()
    {
        var received = Received();
        var answer = await site.SendAsync("PUT", "/api/v1/transfers/T-1/receipts/R-1",
            """{"lines":[{"line":1,"quantity":2}],"final":true,"occurredAt":null}""");
        answer.Status.Should().Be(201, answer.Body.ToString());
        received.Should().Equal(new ReceiveTransfer("R-1", [new(1, 2)], Final: true, OccurredAt.Unknown));
        answer.Body.GetProperty("receipts")[0].GetRawText().Should().Be(
            """{"id":"R-1","occurredAt":null,"lines":[{"line":1,"quantity":2}],"short":[],"putAway":true}""");
    }

    [Theory]
    [InlineData("""{"lines":[]}""", 422, "/lines", FaultCodes.Invalid)]
    [InlineData("""{"lines":[{"line":1,"quantity":-1}]}""", 422, "/lines/0/quantity", FaultCodes.OutOfRange)]
    [InlineData("""{"lines":[{"quantity":1}]}""", 422, "/lines/0/line", FaultCodes.Required)]
    [InlineData(
        """{"lines":[{"line":1,"quantity":1},{"line":1,"quantity":1}]}""", 422, "/lines/1/line", FaultCodes.Duplicate)]
    [InlineData("""{"final":"yes"}""", 400, "/final", FaultCodes.WrongType)]
    public async Task A_faulty_receipt_is_named_and_reaches_no_transfer(
        string body, int status, string pointer, string code)
    {
        var received = Received();
        var answer = await site.SendAsync("PUT", "/api/v1/transfers/T-1/receipts/R-1", body);
        answer.Status.Should().Be(status);
        answer.Errors.Should().Contain((pointer, code));
        received.Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_have_arrived_is_a_conflict_with_its_own_code()
    {
        site.Actors.On<ITransferGrain, TransferReply>("Receive", (_, _) => Task.FromResult(new TransferReply
        {
            Status = ReplyStatus.Refused, Refusal = Refusal.NothingInTransit, Message = "Nothing has left.",
        }));
        (await site.SendAsync("PUT", "/api/v1/transfers/T-1/receipts/R-1", "{}"))
            .ShouldBeProblem(409, "nothing-in-transit");
    }

    [Fact]
    public async Task A_cancellation_needs_a_reason()
    {
        var answer = await site.SendAsync("POST", "/api/v1/transfers/T-1/cancel", "{}");
        answer.Status.Should().Be(422);
        answer.Errors.Should().Contain(("/reason", FaultCodes.Required));
    }

    [Fact]
    public async Task A_list_is_filtered_by_both_ends_products_and_statuses()
    {
        ListTransfers? asked = null;
        site.Actors.On<ITransferQueriesGrain, Page<TransferSummary>>("List", (_, query) =>
        {
            asked = (ListTransfers)query!;
            return Task.FromResult(new Page<TransferSummary>([Summary()], null));
        });
        var answer = await site.SendAsync("GET",
            "/api/v1/transfers?status=waiting&status=InTransit&from=HAM&to=ROM&to=PAR&sku=S-1&open=true&q=T"
            + "&sort=-units");
        answer.Status.Should().Be(200, answer.Body.ToString());
        asked!.Query.Should().Be(new TransferQuery(
            [TransferStatus.Waiting, TransferStatus.InTransit], ["HAM"], ["ROM", "PAR"], ["S-1"], Open: true, "T"));
        asked.Page.Sort.Should().Be("-units");
        answer.Body.GetProperty("items")[0].GetProperty("requestedBy").GetString().Should().Be("2026-03-01");

        using var file = await site.Http.GetAsync("/api/v1/transfers/export?format=csv&columns=short,over,received");
        (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Should().Be(
            "Transfer,Received,Short,Over\r\nT-1,2,1,0\r\n");
    }

    [Fact]
    public async Task The_past_of_a_transfer_can_be_asked_for()
    {
        TransferAsOf? asked = null;
        site.Actors.On<ITransferQueriesGrain, TransferDetails?>("AsOf", (_, query) =>
        {
            asked = (TransferAsOf)query!;
            return Task.FromResult<TransferDetails?>(Transfer());
        });
        (await site.SendAsync("GET", "/api/v1/transfers/T-1?asOf=4")).Status.Should().Be(200);
        asked.Should().Be(new TransferAsOf("T-1", AsOf.AtVersion(4)));
    }

    private List<ReceiveTransfer> Received()
    {
        List<ReceiveTransfer> received = [];
        site.Actors.On<ITransferGrain, TransferReply>("Receive", (_, command) =>
        {
            received.Add((ReceiveTransfer)command!);
            return Task.FromResult(new TransferReply { Status = ReplyStatus.Created, Value = Transfer() });
        });
        return received;
    }

    private static TransferDetails Transfer() => new(
        "T-1", TransferStatus.InTransit, "HAM", "ROM", 3, null, DateTimeOffset.UnixEpoch,
        [new TransferLineDetails(1, "S-1", 5, 0, 0, 0, 5, 3, 2, 0, 0, 0)],
        [new TransferShipmentDetails("T-1~T1", true, null, 5)],
        [new TransferReceiptDetails("R-1", null, [new(1, 2)], [], true)], null, 9);

    private static TransferSummary Summary() => new(
        "T-1", TransferStatus.Received, "HAM", "ROM", 3, new DateOnly(2026, 3, 1), DateTimeOffset.UnixEpoch, 1, 5, 0, 0,
        0, 2, 1, 0, 9);
}
