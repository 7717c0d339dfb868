using Xunit;

namespace SupplyChain.Shipments;

/// <summary>What a milestone may say.</summary>
public sealed class RecordMilestoneTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_delivery_without_lines_is_one_of_all_that_is_left() =>
        new RecordMilestone("M", MilestoneKind.Delivered).Validate(Now).ShouldBe();

    [Fact]
    public void Only_a_delivery_has_lines() =>
        new RecordMilestone("M", MilestoneKind.Picked, Lines: [new(1, 1)]).Validate(Now)
            .ShouldBe(("/lines", FaultCodes.Invalid));

    [Fact]
    public void Units_are_not_below_zero_and_a_line_is_named_once() =>
        new RecordMilestone("M", MilestoneKind.Delivered, Lines: [new(1, -1, -1, -1), new(1, 1)]).Validate(Now)
            .ShouldBe(
                ("/lines/0/delivered", FaultCodes.OutOfRange),
                ("/lines/0/damaged", FaultCodes.OutOfRange),
                ("/lines/0/refused", FaultCodes.OutOfRange),
                ("/lines/1/line", FaultCodes.Duplicate));

    [Fact]
    public void Texts_have_two_hundred_characters_at_most()
    {
        var longest = new string('x', Limits.MaxText);

        new RecordMilestone("M", MilestoneKind.Picked, Note: longest).Validate(Now).ShouldBe();
        new RecordMilestone("M", MilestoneKind.Picked, Note: longest + "x").Validate(Now)
            .ShouldBe(("/note", FaultCodes.TooLong));
    }
}
