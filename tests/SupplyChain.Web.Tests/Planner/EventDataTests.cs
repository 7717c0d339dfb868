namespace SupplyChain.Planner;

public sealed class EventDataTests
{
    [Fact]
    public void A_member_is_found_wherever_it_is_in_an_event() =>
        EventData.Of("""
            {"warehouse":"HAM","units":[{"warehouse":"DXB","why":{"warehouse":"LEJ"}},{"warehouse":null}]}
            """).All("warehouse").Should().Equal("HAM", "DXB", "LEJ");

    [Fact]
    public void What_an_event_does_not_say_is_nothing() =>
        EventData.Of("[1]").All("warehouse").Should().BeEmpty();
}
