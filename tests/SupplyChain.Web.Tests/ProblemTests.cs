using System.Text;
using SupplyChain.Network;

namespace SupplyChain;

public sealed class ProblemTests(Website site) : IClassFixture<Website>
{
    [Theory]
    [InlineData("GET", "/api/v1/nowhere", 404, "not-found")]
    [InlineData("DELETE", "/api/v1/orders/A", 405, "method-not-allowed")]
    public async Task The_framework_s_own_errors_are_problem_documents(
        string method, string path, int status, string code) =>
        (await site.SendAsync(method, path)).ShouldBeProblem(status, code);

    [Theory]
    [InlineData(401, "Authentication required")]
    [InlineData(403, "Not allowed for this role")]
    [InlineData(404, "Not found")]
    [InlineData(405, "Method not allowed")]
    [InlineData(409, "Conflict")]
    [InlineData(412, "Precondition failed")]
    [InlineData(500, "Internal error")]
    public void A_title_names_the_problem_plainly(int status, string title) =>
        Problems.Of(status).Title.Should().Be(title);

    [Fact]
    public void Who_shows_no_key_is_told_how() =>
        Problems.Of(401).Detail.Should().Be("Show a key that is accepted: 'Authorization: Bearer KEY'.");

    [Fact]
    public async Task An_unknown_path_of_the_interface_is_a_problem_document_for_a_browser_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nowhere");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await site.Http.SendAsync(request);
        (await Answered.ReadAsync(response)).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_by_its_own_word_is_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var response = await site.Http.PutAsync("/api/v1/warehouses/HAM", content);
        (await Answered.ReadAsync(response)).ShouldBeProblem(415, "unsupported-media-type");
    }

    [Fact]
    public async Task A_body_over_2_MiB_is_refused()
    {
        var answer = await site.SendAsync(
            "PUT", "/api/v1/warehouses/HAM", $$"""{"name":"{{new string('x', 2 * 1024 * 1024)}}"}""");
        answer.ShouldBeProblem(413, "too-large");
    }

    [Theory]
    [InlineData("busy", 429, "busy")]
    [InlineData("unavailable", 503, "unavailable")]
    [InlineData("timeout", 503, "unavailable")]
    [InlineData("bug", 500, "internal")]
    public async Task A_failure_says_whether_to_come_back(string failure, int status, string code)
    {
        site.Actors.On<IWarehouseGrain, WarehouseDetails?>("Get", (_, _) => Task.FromException<WarehouseDetails?>(
            failure switch
            {
                "busy" => new BusyException("The queue is full."),
                "unavailable" => new UnavailableException("The journal cannot be reached."),
                "timeout" => new TimeoutException(),
                _ => new InvalidOperationException("secret"),
            }));
        var answer = await site.SendAsync("GET", "/api/v1/warehouses/HAM");
        answer.ShouldBeProblem(status, code);
        answer.Headers.Contains("Retry-After").Should().Be(status != 500);
        answer.Body.ToString().Should().NotContain("secret");
    }

    [Fact]
    public async Task Liveness_needs_no_actor_and_readiness_does()
    {
        site.Actors.On<IWarehouseGrain, WarehouseDetails?>("Get", (_, _) =>
            Task.FromException<WarehouseDetails?>(new UnavailableException("no")));
        (await site.SendAsync("GET", "/health/live")).Status.Should().Be(200);
        (await site.SendAsync("GET", "/health/startup")).Status.Should().Be(200);
        (await site.SendAsync("GET", "/health/ready")).ShouldBeProblem(503, "unavailable");
        site.Actors.On<IWarehouseGrain, WarehouseDetails?>("Get", (_, _) => Task.FromResult<WarehouseDetails?>(null));
        (await site.SendAsync("GET", "/health/ready")).Status.Should().Be(200);
    }
}
