namespace SupplyChain.Operations;

public sealed class KpiEndpointTests(Website site) : IClassFixture<Website>
{
    private static readonly KpiFigures OneCurrency = new(10, 9, 90.00m, null, 75.5m, 100, 12.5m, "USD", null);

    [Fact]
    public async Task Groups_show_the_same_figures_as_the_total()
    {
        KpiQuery? asked = null;
        site.Actors.On<IOperationsGrain, KpiReply>("Kpis", (_, query) =>
        {
            asked = (KpiQuery)query!;
            var two = OneCurrency with { Value = null, Currency = null, Values = [new(1, "EUR"), new(2, "USD")] };
            return Task.FromResult(new KpiReply(two, [new KpiGroup("Air", OneCurrency)]));
        });
        var answer = await site.SendAsync("GET", "/api/v1/kpis?from=2026-01-01&to=2026-02-01&groupBy=mode");
        asked.Should().Be(new KpiQuery(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), KpiGrouping.Mode));
        answer.Body.GetRawText().Should().Be(
            """
            {"linesDelivered":10,"linesOnTime":9,"onTimePercent":90.00,"otifPercent":null,"fillRatePercent":75.5,
            "unitsShipped":100,"value":null,"currency":null,
            "values":[{"amount":1,"currency":"EUR"},{"amount":2,"currency":"USD"}],
            "groups":[{"key":"Air","linesDelivered":10,"linesOnTime":9,"onTimePercent":90.00,"otifPercent":null,
            "fillRatePercent":75.5,"unitsShipped":100,"value":12.5,"currency":"USD"}]}
            """.ReplaceLineEndings(""));
    }
}
