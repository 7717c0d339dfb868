namespace SupplyChain;

/// <summary>The page that shows REST and tries requests out.</summary>
[Trait(TestSet.Trait, TestSet.Long)]
public sealed class ReferencePageTests(PlannerSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_shows_every_group_of_paths_and_asks_no_other_host(bool dark)
    {
        await using var tab = await site.TabAsync(dark: dark);
        var asked = new List<string>();
        tab.Page.Request += (_, request) => asked.Add(request.Url);
        await tab.Page.GotoAsync("/scalar/");
        foreach (var group in new[] { "Orders", "Shipments", "Inventory", "Webhooks" })
            await tab.Page.GetByText(group, new() { Exact = true }).First.WaitForAsync();

        await tab.PictureAsync(dark ? "reference-dark" : "reference");
        asked.Should().Contain(url => url.EndsWith("/openapi/v1.json"))
            .And.OnlyContain(url => url.StartsWith(site.Url.ToString()) || url.StartsWith("data:")
                || url.StartsWith("blob:"));
        tab.Complaints.Should().BeEmpty("its policy allows what it loads");
    }
}
