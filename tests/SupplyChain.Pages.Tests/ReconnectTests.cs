namespace SupplyChain;

/// <summary>A page outlives the node that made it.</summary>
public sealed class ReconnectTests
{
    [Fact]
    public async Task A_page_says_that_it_is_cut_off_and_lives_again_with_its_address()
    {
        Assert.SkipUnless(Chromium.IsThere, Chromium.Missing);
        var data = Directory.CreateTempSubdirectory("supplychain-reconnect-");
        var start = new NodeStart(data.FullName).OnItsPorts();
        try
        {
            await using var browser = await Chromium.StartAsync();
            var node = await RunningNode.StartAsync(start);
            await using var tab = await browser.TabAsync(node.Url, 1440, 900, dark: false, script: true);
            await tab.GoAsync("/orders?status=Backordered&sort=-units");
            var strip = tab.Page.Locator("#components-reconnect-modal");
            await Assertions.Expect(strip).ToBeHiddenAsync();

            node.Kill();
            await node.DisposeAsync();

            await Assertions.Expect(strip).ToContainTextAsync("as of", new() { Timeout = 30_000 });
            await Assertions.Expect(strip).ToBeVisibleAsync();
            await tab.PictureAsync("reconnect");
            await using var again = await RunningNode.StartAsync(start);
            await Assertions.Expect(strip.Locator(".caught")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await tab.AliveAsync();
            new Uri(tab.Page.Url).PathAndQuery.Should().Be("/orders?status=Backordered&sort=-units");
            await Assertions.Expect(strip).ToBeHiddenAsync(new() { Timeout = 10_000 });
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
