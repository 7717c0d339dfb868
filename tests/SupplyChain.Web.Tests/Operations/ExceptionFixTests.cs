using SupplyChain.Orders;

namespace SupplyChain.Operations;

public sealed class ExceptionFixTests
{
    private static readonly ExceptionEntry Entry = new(
        "AtRisk/shipment/S-1", ExceptionKind.AtRisk, ExceptionStatus.Open, "shipment/S-1", default, 80, "", "",
        "SO-1", [1, 2], ["SLC-10"], "DXB", "S-1", "milan", 3, new(2026, 8, 13), new(2026, 8, 14));

    [Fact]
    public void What_comes_after_its_promise_is_fixed_by_agreeing_the_expected_day() =>
        Entry.Fix.Should().Be(new ExceptionFix(
            FixAction.AgreeDate, "Wanted by 2026-08-14 instead of 2026-08-13: lines 1, 2 of SO-1."));

    [Theory]
    [InlineData(ExceptionKind.AtRisk, FixAction.AgreeDate, FixAction.CancelShipment)]
    [InlineData(ExceptionKind.Late, FixAction.AgreeDate, FixAction.Expedite)]
    [InlineData(ExceptionKind.Short, FixAction.CancelShipment, FixAction.Receive)]
    [InlineData(ExceptionKind.WarehouseClosed, FixAction.OpenWarehouse, FixAction.CancelShipment)]
    [InlineData(ExceptionKind.PinnedUnavailable, FixAction.OpenWarehouse, FixAction.Unpin)]
    [InlineData(ExceptionKind.ReservationDropped, FixAction.Expedite, FixAction.Receive)]
    [InlineData(ExceptionKind.ImportRowRefused, FixAction.MendRows)]
    public void A_kind_has_its_own_fixes(ExceptionKind kind, params FixAction[] actions)
    {
        var entry = Entry with { Kind = kind };

        entry.Fixes.Select(fix => fix.Action).Should().Equal(actions);
        entry.Fix.Should().Be(entry.Fixes[0]);
    }

    [Fact]
    public void Every_kind_has_a_fix_but_a_webhook_which_its_integrator_mends_on_its_page() =>
        Enum.GetValues<ExceptionKind>().Where(kind => (Entry with { Kind = kind }).Fixes.Count == 0)
            .Should().Equal(ExceptionKind.WebhookFailing);

    [Fact]
    public void What_is_served_first_already_is_not_expedited() =>
        (Entry with { Kind = ExceptionKind.ReservationDropped, Priority = 1 }).Fixes
            .Select(fix => fix.Action).Should().Equal(FixAction.Receive);

    [Fact]
    public void A_late_order_of_which_nothing_is_expected_is_sourced_again_or_expedited() =>
        (Entry with { Kind = ExceptionKind.Late, Expected = null }).Fixes
            .Select(fix => fix.Action).Should().Equal(FixAction.Resource, FixAction.Expedite);

    [Fact]
    public void What_is_resolved_needs_no_fix() =>
        (Entry with { Status = ExceptionStatus.Resolved }).Fix.Should().BeNull();
}
