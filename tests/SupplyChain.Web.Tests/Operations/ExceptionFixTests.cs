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
    [InlineData(ExceptionKind.ReservationDropped, FixAction.Receive)]
    [InlineData(ExceptionKind.PinnedUnavailable, FixAction.OpenWarehouse)]
    [InlineData(ExceptionKind.Late, FixAction.AgreeDate)]
    public void A_kind_has_its_own_fix(ExceptionKind kind, FixAction action) =>
        (Entry with { Kind = kind }).Fix!.Action.Should().Be(action);

    [Theory]
    [InlineData(ExceptionKind.Short)]
    [InlineData(ExceptionKind.WarehouseClosed)]
    [InlineData(ExceptionKind.ImportRowRefused)]
    public void What_no_single_command_ends_has_only_its_suggestion(ExceptionKind kind) =>
        (Entry with { Kind = kind }).Fix.Should().BeNull();

    [Fact]
    public void A_late_order_of_which_nothing_is_expected_is_sourced_again() =>
        (Entry with { Kind = ExceptionKind.Late, Expected = null }).Fix!.Action.Should().Be(FixAction.Resource);

    [Fact]
    public void What_is_resolved_needs_no_fix() =>
        (Entry with { Status = ExceptionStatus.Resolved }).Fix.Should().BeNull();
}
