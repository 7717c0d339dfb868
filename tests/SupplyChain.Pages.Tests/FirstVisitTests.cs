using System.Net;

namespace SupplyChain;

/// <summary>What the first visit of a page costs.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class FirstVisitTests(PlannerSite site)
{
    private const int MostBytes = 250_000;
    private const int Sites = 18;

    public static TheoryData<string> Routes => Pages.Every;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_first_visit_loads_little(string route)
    {
        using var http = await site.HttpAsync();

        (await VisitAsync(await Pages.AddressAsync(http, route))).Should().BeInRange(20_000, MostBytes);
    }

    [Fact]
    public async Task An_order_of_many_shipments_loads_little_too()
    {
        using var http = await site.HttpAsync();
        var sku = $"PAGES-{Guid.NewGuid():N}";
        await http.PutAsync($"products/{sku}", new { description = "Pump" });
        foreach (var warehouse in Enumerable.Range(1, Sites).Select(at => $"{sku}-{at}"))
        {
            await http.PutAsync($"warehouses/{warehouse}", new { name = warehouse, country = "DE" });
            object[] received = [new { sku, quantity = 10 }];
            await http.PutAsync($"receipts/{warehouse}", new { warehouse, lines = received });
        }

        var lines = Enumerable.Range(1, Sites)
            .Select(line => new { line, sku, quantity = 5, warehouse = $"{sku}-{line}" });
        await http.PutAsync($"orders/{sku}", new { customer = "ACME", shipTo = new { country = "FR" }, lines });
        await http.PostAsync($"orders/{sku}/release");
        (await http.GetAsync<SeenOrder>($"orders/{sku}")).Shipments.Should().HaveCount(Sites);

        (await VisitAsync($"/orders/{sku}")).Should().BeInRange(20_000, MostBytes);
    }

    [Theory]
    [InlineData("/orders")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js")]
    [InlineData("/_content/SupplyChain.Web/ui.css")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task What_a_page_loads_comes_compressed(string path)
    {
        (await site.HttpAsync()).Dispose();
        using var answer = await AskAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.Should().ContainSingle().Which.Should().BeOneOf("br", "gzip");
    }

    [Theory]
    [InlineData("/orders", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/error", 404)]
    public async Task An_address_is_answered_with_its_status_and_with_what_may_be_loaded(string path, int status)
    {
        (await site.HttpAsync()).Dispose();
        using var answer = await AskAsync(path);

        ((int)answer.StatusCode).Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        answer.Headers.GetValues("Content-Security-Policy").Single().Should()
            .Contain("default-src 'none'").And.Contain("script-src 'self';").And.Contain("frame-ancestors 'none'");
    }

    private async Task<HttpResponseMessage> AskAsync(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Url, path));
        request.Headers.Accept.ParseAdd("text/html,*/*");
        request.Headers.AcceptEncoding.ParseAdd("br, gzip");
        return await http.SendAsync(request);
    }

    /// <summary>How many bytes came over the wire, as the browser counts them.</summary>
    private async Task<long> VisitAsync(string path)
    {
        await using var tab = await site.TabAsync();
        var wire = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        var bytes = 0L;
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref bytes, (long)finished!.Value.GetProperty("encodedDataLength").GetDouble());
        await wire.SendAsync("Network.enable");
        await tab.GoAsync(path);
        await tab.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return Interlocked.Read(ref bytes);
    }
}
