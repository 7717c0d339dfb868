namespace SupplyChain;

/// <summary>A node keeps so many live pages and no more; who comes then can still read.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class FullNodeTests
{
    [Fact]
    public async Task One_page_too_many_stands_still_and_says_so_and_lives_when_another_was_closed()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-full-");
        try
        {
            await using var node = await RunningNode.StartAsync(new NodeStart(data.FullName)
            {
                Settings = new Dictionary<string, string>
                {
                    ["SUPPLYCHAIN_Web__MostCircuits"] = "1",
                    ["SUPPLYCHAIN_Web__MostKeptCircuits"] = "0",
                },
            });
            await using var browser = await Chromium.StartAsync();
            var first = await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true);
            await first.GoAsync("/orders");
            await using var second = await browser.TabAsync(node.Url, 390, 844, dark: false, script: true);

            await second.Page.GotoAsync("/orders");

            var strip = second.Page.Locator("#full");
            await Assertions.Expect(strip).ToContainTextAsync("1 page is live on this node");
            await Assertions.Expect(second.Page.Locator("h1")).ToHaveTextAsync("Orders");
            (await second.BarriersAsync()).Should().BeEmpty();
            second.Complaints.Should().BeEmpty();
            await second.PictureAsync("full");
            await Assertions.Expect(first.Page.Locator("#full")).ToHaveCountAsync(0);

            await first.DisposeAsync();

            (await Deadline.WaitAsync(TimeSpan.FromSeconds(20), async () =>
            {
                await second.Page.ReloadAsync();
                return await strip.CountAsync() == 0;
            })).Should().NotBeNull("the page that was closed is no longer kept");
            await second.AliveAsync();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
