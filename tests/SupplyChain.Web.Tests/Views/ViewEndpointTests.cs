namespace SupplyChain.Views;

/// <summary>Saved views as REST shows them.</summary>
public sealed class ViewEndpointTests : IAsyncLifetime
{
    private readonly Website _site = new();
    private PutView? _put;
    private string? _key;

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        _site.Actors.On<IViewsGrain, ViewReply>(nameof(IViewsGrain.Put), (key, command) =>
        {
            (_key, _put) = (key, (PutView)command!);
            return Task.FromResult(new ViewReply { Status = ReplyStatus.Created, Value = View(_put) });
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_view_is_saved_under_its_name_and_answered_with_its_version()
    {
        var answer = await _site.SendAsync(
            "PUT", "/api/v1/views/orders/Clinics,%20priority%201%E2%80%932?owner=Ana",
            """{"query":"status=Placed&sort=-units","columns":["number","units"],"shared":false}""");
        answer.Status.Should().Be(201);
        answer.Headers.ETag!.ToString().Should().Be("\"4\"");
        _key.Should().Be("demo/orders");
        _put.Should().Be(new PutView(
            "Clinics, priority 1–2", "status=Placed&sort=-units", ["number", "units"], false, "Ana"));
        answer.Body.GetRawText().Should().Be(
            """{"name":"Clinics, priority 1–2","query":"status=Placed&sort=-units","columns":["number","units"],"""
            + """
            "shared":false,"owner":"Ana","version":4,"replayed":false}
            """);
    }

    [Theory]
    [InlineData("""{}""", "/query")]
    [InlineData("""{"query":"","columns":["a b"],"shared":true}""", "/columns/0")]
    [InlineData("""{"query":""}""", "/shared")]
    public async Task What_is_faulty_is_named_and_nothing_is_saved(string body, string where)
    {
        var answer = await _site.SendAsync("PUT", "/api/v1/views/orders/Mine", body);
        answer.Status.Should().Be(422);
        answer.Errors.Select(error => error.Where).Should().Contain(where);
        _put.Should().BeNull();
    }

    [Fact]
    public async Task Lists_without_views_and_impossible_names_are_told_apart()
    {
        (await _site.SendAsync("GET", "/api/v1/views/colours")).ShouldBeProblem(404, "not-found");
        var answer = await _site.SendAsync("GET", $"/api/v1/views/orders/{new string('x', 61)}");
        answer.ShouldBeProblem(422, "invalid");
        answer.Errors.Should().Equal(("parameter name", FaultCodes.TooLong));
    }

    [Fact]
    public async Task Who_asks_sees_shared_views_and_their_own()
    {
        _site.Actors.On<IViewsGrain, Items<SavedView>>(nameof(IViewsGrain.List), (key, query) =>
            Task.FromResult<Items<SavedView>>([View(new(key, "", Owner: ((ListViews)query!).Owner))]));
        var answer = await _site.SendAsync("GET", "/api/v1/views/Shipments?owner=Ana");
        answer.Body.GetProperty("items")[0].GetProperty("name").GetString().Should().Be("demo/shipments");
        answer.Body.GetProperty("items")[0].GetProperty("owner").GetString().Should().Be("Ana");
    }

    [Fact]
    public async Task A_view_is_deleted_on_the_version_seen()
    {
        _site.Actors.On<IViewsGrain, ViewReply>(nameof(IViewsGrain.Delete), (_, name) => Task.FromResult(
            CallContext.Condition.Unmet(4, exists: true) is { } why
                ? new ViewReply { Status = ReplyStatus.Refused, Refusal = Refusal.VersionMismatch, Message = why }
                : new ViewReply { Status = ReplyStatus.Done, Value = View(new(((ViewName)name!).Name, "")) }));
        var stale = await _site.SendAsync("DELETE", "/api/v1/views/orders/Mine?owner=Ana", ifMatch: "\"3\"");
        stale.ShouldBeProblem(412, "version-mismatch");
        var deleted = await _site.SendAsync("DELETE", "/api/v1/views/orders/Mine?owner=Ana", ifMatch: "\"4\"");
        deleted.Status.Should().Be(204);
    }

    [Fact]
    public async Task A_view_that_is_not_there_is_not_found()
    {
        _site.Actors.On<IViewsGrain, SavedView?>(nameof(IViewsGrain.Find), (_, _) => Task.FromResult<SavedView?>(null));
        _site.Actors.On<IViewsGrain, ViewReply>(
            nameof(IViewsGrain.Delete), (_, _) => Task.FromResult(new ViewReply { Status = ReplyStatus.NotFound }));
        (await _site.SendAsync("GET", "/api/v1/views/orders/Mine")).ShouldBeProblem(404, "not-found");
        (await _site.SendAsync("DELETE", "/api/v1/views/orders/Mine")).ShouldBeProblem(404, "not-found");
    }

    private static SavedView View(PutView view) =>
        new(view.Name, view.Query, view.Columns, view.Shared, view.Owner, 4);
}
