using System.Text.Json;

namespace SupplyChain.Orders;

public sealed class OrderEndpointTests(Website site) : IClassFixture<Website>
{
    [Theory]
    [InlineData(ReplyStatus.Created, 201, false)]
    [InlineData(ReplyStatus.Replayed, 200, true)]
    [InlineData(ReplyStatus.Pending, 202, false)]
    public async Task An_order_is_answered_with_its_state_and_version(ReplyStatus status, int http, bool replayed)
    {
        Answer(new OrderReply { Status = status, Value = Sample.Details("ERP-1", 7) });
        var answer = await site.SendAsync("PUT", "/api/v1/orders/ERP-1", Sample.Body);
        answer.Status.Should().Be(http);
        answer.Headers.ETag!.ToString().Should().Be("\"7\"");
        answer.Body.GetProperty("replayed").GetBoolean().Should().Be(replayed);
        answer.Body.GetProperty("number").GetString().Should().Be("ERP-1");
        answer.Body.GetProperty("status").GetString().Should().Be("PartiallyAllocated");
        answer.Body.GetProperty("promise").ValueKind.Should().Be(JsonValueKind.Null);
        answer.Body.TryGetProperty("rejection", out _).Should().BeFalse();
    }

    [Fact]
    public async Task An_allocation_explains_itself()
    {
        Answer(new OrderReply { Status = ReplyStatus.Created, Value = Sample.Details("ERP-1", 7) });
        var answer = await site.SendAsync("PUT", "/api/v1/orders/ERP-1", Sample.Body);
        var allocation = answer.Body.GetProperty("allocations")[0];
        allocation.TryGetProperty("shipment", out _).Should().BeFalse();
        allocation.GetProperty("why").GetRawText().Should().Be(
            """
            {"rule":"mostUnits","rejected":[{"warehouse":"ROM","reason":"noStock"}],"others":{"unknownLocation":4}}
            """);
    }

    [Theory]
    [InlineData(Refusal.Conflict, 409, "conflict")]
    [InlineData(Refusal.VersionMismatch, 412, "version-mismatch")]
    public async Task A_refusal_is_a_problem_with_its_code(Refusal refusal, int status, string code)
    {
        Answer(new OrderReply { Status = ReplyStatus.Refused, Refusal = refusal, Message = "No." });
        (await site.SendAsync("PUT", "/api/v1/orders/ERP-1", Sample.Body)).ShouldBeProblem(status, code);
    }

    [Fact]
    public async Task What_only_the_actor_knows_is_faulty_is_named_as_well()
    {
        Answer(new OrderReply
        {
            Status = ReplyStatus.Invalid,
            Faults = [new Fault("/lines/1/sku", FaultCodes.UnknownSku, "There is no product 'PUMP-2'.")],
        });
        var answer = await site.SendAsync("PUT", "/api/v1/orders/ERP-1", Sample.Body);
        answer.ShouldBeProblem(422, "invalid");
        answer.Errors.Should().Equal(("/lines/1/sku", FaultCodes.UnknownSku));
    }

    [Fact]
    public async Task Missing_and_invalid_members_are_named_together_and_nothing_is_sent()
    {
        var answer = await site.SendAsync("PUT", "/api/v1/orders/NEVER-SENT",
            """{"customer":"A","shipTo":{"country":"fr"},"lines":[{"line":1,"sku":"A"}]}""");
        answer.ShouldBeProblem(422, "invalid");
        answer.Errors.Should().BeEquivalentTo(
            [("/shipTo/country", FaultCodes.Invalid), ("/lines/0/quantity", FaultCodes.Required)]);
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("a%20b")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("-a")]
    public async Task A_malformed_number_in_the_path_is_named(string number)
    {
        var answer = await site.SendAsync("PUT", $"/api/v1/orders/{number}", Sample.Body);
        answer.ShouldBeProblem(400, "bad-request");
        answer.Errors.Should().Equal(("parameter number", FaultCodes.MalformedId));
    }

    [Fact]
    public async Task The_version_the_caller_saw_travels_to_the_actor()
    {
        Precondition? seen = null;
        site.Actors.On<IOrderGrain, OrderReply>("Place", (_, _) =>
        {
            seen = CallContext.Condition;
            return Task.FromResult(new OrderReply { Value = Sample.Details("ERP-1", 8) });
        });
        (await site.SendAsync("PUT", "/api/v1/orders/ERP-1", Sample.Body, "\"7\"")).Status.Should().Be(200);
        seen.Should().Be(new Precondition(7, null));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("\"7")]
    [InlineData("w/\"7\"")]
    [InlineData("\"7\" \"8\"")]
    [InlineData("*, \"7\"")]
    [InlineData(", ,")]
    public async Task A_malformed_version_is_named(string version)
    {
        var answer = await site.SendAsync("PUT", "/api/v1/orders/ERP-1", Sample.Body, version);
        answer.ShouldBeProblem(400, "bad-request");
        answer.Errors.Single().Where.Should().Be("parameter If-Match");
    }

    [Fact]
    public async Task The_history_shows_its_events_as_JSON()
    {
        var entry = new HistoryEntry(1, "order-placed", null, DateTimeOffset.UnixEpoch, "rest", """{"customer":"A"}""");
        site.Actors.On<IOrderQueriesGrain, Page<HistoryEntry>?>("History", (_, _) =>
            Task.FromResult<Page<HistoryEntry>?>(new Page<HistoryEntry>([entry], null)));
        var answer = await site.SendAsync("GET", "/api/v1/orders/ERP-1/history");
        answer.Body.GetProperty("items")[0].GetProperty("data").GetProperty("customer").GetString().Should().Be("A");
        answer.Body.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_filters_of_a_list_travel_to_the_read_models()
    {
        ListOrders? asked = null;
        site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>("List", (_, query) =>
        {
            asked = (ListOrders)query!;
            return Task.FromResult(new Page<OrderSummary>([], "n"));
        });
        var answer = await site.SendAsync("GET",
            "/api/v1/orders?status=backordered&customer=ACME&from=2026-01-01&to=2026-01-02T03:04:05%2B02:00"
            + "&limit=5000&after=x&foo=1");
        answer.Status.Should().Be(200);
        answer.Body.GetProperty("next").GetString().Should().Be("n");
        asked.Should().Be(new ListOrders(
            new OrderQuery(
                OrderStatus.Backordered,
                "ACME",
                From: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
                To: new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))),
            new PageQuery(1_000, "x")));
    }

    [Fact]
    public async Task A_filter_that_is_repeated_travels_with_each_of_its_values()
    {
        ListOrders? asked = null;
        site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>("List", (_, query) =>
        {
            asked = (ListOrders)query!;
            return Task.FromResult(new Page<OrderSummary>([], null));
        });
        (await site.SendAsync("GET",
            "/api/v1/orders?status=backordered&status=Allocated&status=Backordered&customer=A&customer=a&customer=A"
            + "&warehouse=W1&warehouse=W2&sku=S&sku=S&limit=5&limit=5")).Status.Should().Be(200);
        asked.Should().Be(new ListOrders(
            new OrderQuery(
                Sku: "S", Statuses: [OrderStatus.Backordered, OrderStatus.Allocated], Customers: ["A", "a"],
                Warehouses: ["W1", "W2"]),
            new PageQuery(5)));
    }

    [Fact]
    public async Task What_planners_work_through_travels_to_the_list_and_to_its_count_alike()
    {
        ListOrders? listed = null;
        OrderQuery? counted = null;
        site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>("List", (_, query) =>
        {
            listed = (ListOrders)query!;
            return Task.FromResult(new Page<OrderSummary>([], null));
        });
        site.Actors.On<IOrderQueriesGrain, OrderCount>("Count", (_, query) =>
        {
            counted = (OrderQuery)query!;
            return Task.FromResult(new OrderCount(3, 30, 12, DateTimeOffset.UnixEpoch, 8));
        });
        const string filters = "waiting=true&ready=true&late=true&priority=2&priority=1&requestedFrom=2026-08-01"
            + "&requestedTo=2026-08-02&promisedFrom=2026-08-03&promisedTo=2026-08-04&unitsFrom=5&unitsTo=6";
        (await site.SendAsync("GET", $"/api/v1/orders?{filters}")).Status.Should().Be(200);
        var answer = await site.SendAsync("GET", $"/api/v1/order-count?{filters}");

        counted.Should().Be(new OrderQuery(
            Waiting: true, Ready: true, Late: true, Priorities: [2, 1],
            RequestedFrom: new(2026, 8, 1), RequestedTo: new(2026, 8, 2),
            PromisedFrom: new(2026, 8, 3), PromisedTo: new(2026, 8, 4), UnitsFrom: 5, UnitsTo: 6));
        listed!.Query.Should().Be(counted);
        answer.Body.GetProperty("orders").GetInt64().Should().Be(3);
        answer.Body.GetProperty("backorderedUnits").GetInt64().Should().Be(12);
        answer.Body.GetProperty("oldestPlacedAt").GetDateTimeOffset().Should().Be(DateTimeOffset.UnixEpoch);
    }

    [Theory]
    [InlineData("waiting=yes", 400)]
    [InlineData("priority=high", 400)]
    [InlineData("priority=6", 422)]
    [InlineData("requestedFrom=tomorrow", 400)]
    [InlineData("promisedTo=2026-08-04T00:00:00Z", 400)]
    [InlineData("unitsFrom=-1", 422)]
    [InlineData("unitsTo=1.5", 400)]
    public async Task A_filter_that_makes_no_sense_is_named(string filter, int status)
    {
        foreach (var path in new[] { "/api/v1/orders", "/api/v1/order-count" })
        {
            var answer = await site.SendAsync("GET", $"{path}?{filter}");
            answer.Status.Should().Be(status);
            answer.Errors.Single().Where.Should().Be($"parameter {filter.Split('=')[0]}");
        }
    }

    [Fact]
    public async Task The_order_that_is_asked_for_travels_to_the_read_models()
    {
        ListOrders? asked = null;
        site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>("List", (_, query) =>
        {
            asked = (ListOrders)query!;
            return Task.FromResult(new Page<OrderSummary>([], null));
        });
        (await site.SendAsync("GET", "/api/v1/orders?sort=-priority,placedAt&limit=5")).Status.Should().Be(200);
        asked!.Page.Should().Be(new PageQuery(5, null, "-priority,placedAt"));
    }

    [Theory]
    [InlineData("sort=colour", "number, status, customer, priority, requestedBy, placedAt, units, backorderedUnits")]
    [InlineData("sort=", "number, status")]
    [InlineData("sort=priority,,units", "number, status")]
    [InlineData("sort=number,status,units,version", "at most 3")]
    [InlineData("sort=units,-units", "once")]
    [InlineData("sort=units&sort=number", "one value only")]
    public async Task An_order_that_there_is_none_of_is_named_with_what_there_is(string query, string message)
    {
        var answer = await site.SendAsync("GET", $"/api/v1/orders?{query}");
        answer.ShouldBeProblem(400, "bad-request");
        answer.Errors.Single().Where.Should().Be("parameter sort");
        answer.Body.GetProperty("errors")[0].GetProperty("message").GetString().Should().Contain(message);
    }

    [Fact]
    public async Task What_only_the_read_models_cannot_sort_by_is_named_as_well()
    {
        site.Actors.On<IOrderQueriesGrain, Page<OrderSummary>>("List", (_, _) =>
            throw new MalformedSortException("There is no field 'units' to sort by."));
        var answer = await site.SendAsync("GET", "/api/v1/orders?sort=units");
        answer.ShouldBeProblem(400, "bad-request");
        answer.Errors.Single().Where.Should().Be("parameter sort");
    }

    [Theory]
    [InlineData("limit=x", 400, "limit")]
    [InlineData("limit=1&limit=2", 400, "limit")]
    [InlineData("after=a&after=b", 400, "after")]
    [InlineData("q=a&q=b", 400, "q")]
    [InlineData("from=2026-01-01&from=2026-01-02", 400, "from")]
    [InlineData("to=2026-01-01&to=", 400, "to")]
    [InlineData("status=Backordered&status=Lost", 422, "status")]
    [InlineData("customer=A&customer=a%20b", 400, "customer")]
    [InlineData("limit=-1", 400, "limit")]
    [InlineData("limit=0", 422, "limit")]
    [InlineData("from=yesterday", 400, "from")]
    [InlineData("customer=a%20b", 400, "customer")]
    [InlineData("status=Lost", 422, "status")]
    [InlineData("status=7", 422, "status")]
    [InlineData("q=%00", 422, "q")]
    public async Task A_faulty_query_is_named(string query, int status, string parameter)
    {
        var answer = await site.SendAsync("GET", $"/api/v1/orders?{query}");
        answer.ShouldBeProblem(status, status == 400 ? "bad-request" : "invalid");
        answer.Errors.Single().Where.Should().Be($"parameter {parameter}");
    }

    private void Answer(OrderReply reply) =>
        site.Actors.On<IOrderGrain, OrderReply>("Place", (_, _) => Task.FromResult(reply));
}
