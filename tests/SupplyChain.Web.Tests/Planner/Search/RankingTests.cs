namespace SupplyChain.Planner.Search;

public sealed class RankingTests
{
    private static readonly Look Any = new("", "i-list", "idle");

    [Fact]
    public void The_name_itself_comes_first_then_names_that_begin_so_then_parts_then_the_rest() =>
        Best("so-1", Named("X-SO-1"), Named("AASO-1"), Named("SO-12"), Named("SO-1"), Named("B", "for SO-1"))
            .Should().Equal("SO-1", "SO-12", "X-SO-1", "AASO-1", "B");

    [Fact]
    public void Every_word_has_to_fit_somewhere() =>
        Best("016 naples", Named("SO-016", "Naples retailer"), Named("SO-016", "Oslo"), Named("Naples"))
            .Should().Equal("SO-016");

    [Fact]
    public void What_fits_alike_stays_in_its_order() =>
        Best("so", Named("SO-2"), Named("SO-1")).Should().Equal("SO-2", "SO-1");

    private static IEnumerable<string> Best(string text, params Found[] all) =>
        all.Best(text).Select(found => found.Title);

    private static Found Named(string title, string context = "") => new(Found.GoTo, title, context, Any, "/");
}
