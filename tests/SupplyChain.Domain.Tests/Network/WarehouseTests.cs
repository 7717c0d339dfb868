using FluentAssertions;
using Xunit;
using static SupplyChain.Network.WarehouseEvent;

namespace SupplyChain.Network;

public sealed class WarehouseTests : RuleBook<Warehouse, WarehouseEvent>
{
    private static readonly PutWarehouse Berlin = new(
        "Berlin", 52.5, 13.4, "DE", "DEBER", null, "EU", "Europe/Berlin", 2);

    private static readonly Defined Known = new("Berlin", 52.5, 13.4, "DE", "DEBER", null, "EU", "Europe/Berlin", 2);
    private static readonly Closed Flooded = new("flood", Now);

    [Fact]
    public void A_warehouse_is_defined_open() =>
        Given()
            .When(warehouse => Warehouse.Decide(warehouse, Berlin)).Then(Known)
            .Leaving(warehouse => warehouse.Details("BER")!.Status.Should().Be(WarehouseStatus.Open))
            .When(warehouse => Warehouse.Decide(warehouse, Berlin)).ThenNothing();

    [Fact]
    public void Correcting_a_closed_one_does_not_open_it() =>
        Given(Known, Flooded)
            .When(warehouse => Warehouse.Decide(warehouse, Berlin with { Name = "Berlin North" }))
            .Then(Known with { Name = "Berlin North" })
            .Leaving(warehouse => warehouse.Details("BER")!.Status.Should().Be(WarehouseStatus.Closed));

    [Fact]
    public void It_closes_once_with_a_reason() =>
        Given(Known)
            .When(warehouse => Warehouse.Decide(warehouse, new CloseWarehouse("flood"), Now)).Then(Flooded)
            .Leaving(warehouse => Warehouse.UnfinishedWork(warehouse).Should().Be(UnfinishedWork.Handover))
            .Leaving(warehouse => warehouse.Details("BER", 7)!.Closing.Should().Be(new ClosingDetails(7, 0, 0)))
            .When(warehouse => Warehouse.Decide(warehouse, new CloseWarehouse("fire"), Now)).ThenNothing()
            .Leaving(warehouse => warehouse.Details("BER")!.ClosedReason.Should().Be("flood"));

    [Fact]
    public void It_opens_again_and_forgets_its_closing() =>
        Given(Known, Flooded)
            .When(warehouse => Warehouse.Decide(warehouse, new OpenWarehouse("dry"), Now)).Then(new Opened("dry", Now))
            .Leaving(warehouse => Warehouse.UnfinishedWork(warehouse).Should().Be(UnfinishedWork.None))
            .Leaving(warehouse => warehouse.Details("BER")!.ClosedReason.Should().BeNull())
            .When(warehouse => Warehouse.Decide(warehouse, new OpenWarehouse("dry"), Now)).ThenNothing();

    [Fact]
    public void Its_closing_makes_progress_until_it_is_finished() =>
        Given(Known, Flooded)
            .When(warehouse => Warehouse.Decide(warehouse, new RecordClosing(2, 3, 1, false)))
            .Then(new ClosingProgressed(2, 3, 1, false))
            .When(warehouse => Warehouse.Decide(warehouse, new RecordClosing(2, 3, 1, false))).ThenNothing()
            .When(warehouse => Warehouse.Decide(warehouse, new RecordClosing(2, 4, 1, true)))
            .Then(new ClosingProgressed(2, 4, 1, true))
            .Leaving(warehouse => Warehouse.UnfinishedWork(warehouse).Should().Be(UnfinishedWork.None))
            .When(warehouse => Warehouse.Decide(warehouse, new RecordClosing(2, 5, 1, true))).ThenNothing();

    [Fact]
    public void News_of_an_earlier_closing_is_ignored() =>
        Given(Known, Flooded, new Opened("dry", Now), new Closed("fire", Now))
            .When(warehouse => Warehouse.Decide(warehouse, new RecordClosing(2, 3, 1, true))).ThenNothing()
            .When(warehouse => Warehouse.Decide(warehouse, new RecordClosing(4, 3, 1, true))).ThenAccepted()
            .Leaving(warehouse => Warehouse.UnfinishedWork(warehouse).Should().Be(UnfinishedWork.None));

    [Fact]
    public void Nobody_hears_of_a_closing_while_it_is_open() =>
        Given(Known).When(warehouse => Warehouse.Decide(warehouse, new RecordClosing(0, 3, 1, true))).ThenNothing();
}
