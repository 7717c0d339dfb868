using Bunit;

namespace SupplyChain.Planner.Lists;

/// <summary>What a head of a column says and where it leads.</summary>
public sealed class SortHeadTests : IDisposable
{
    private readonly BunitContext _page = new();

    public void Dispose() => _page.Dispose();

    [Theory]
    [InlineData("", null, "/orders?sort=-units")]
    [InlineData("?sort=-units", "descending", "/orders?sort=units")]
    [InlineData("?sort=units", "ascending", "/orders")]
    public void A_figure_is_sorted_by_the_largest_then_the_smallest_then_no_more(
        string query, string? said, string leadsTo)
    {
        var head = Head(query);

        head.Find("th").GetAttribute("aria-sort").Should().Be(said);
        head.Find("th").GetAttribute("scope").Should().Be("col");
        head.Find("a").GetAttribute("href").Should().Be(leadsTo);
    }

    [Fact]
    public void Sorting_keeps_the_filters_and_begins_at_the_first_page() =>
        Head("?status=Placed&after=x&page=3").Find("a").GetAttribute("href")
            .Should().Be("/orders?status=Placed&sort=-units");

    [Fact]
    public void A_status_is_a_word_beside_a_shape_that_is_not_read_out()
    {
        var status = _page.Render<Status>(page => page.Add(one => one.Look, new Look("Late", "pr-late", "bad")));

        status.Find("span").TextContent.Should().Be("Late");
        status.Find("svg").GetAttribute("aria-hidden").Should().Be("true");
    }

    private IRenderedComponent<SortHead> Head(string query) => _page.Render<SortHead>(page => page
        .Add(head => head.Address, ListAddress.Of($"http://localhost/orders{query}"))
        .Add(head => head.Field, "units")
        .Add(head => head.DescendingFirst, true)
        .AddChildContent("Units"));
}
