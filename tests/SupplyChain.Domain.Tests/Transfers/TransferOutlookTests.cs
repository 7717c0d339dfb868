using System.Collections.Immutable;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Transfers.TransferEvent;

namespace SupplyChain.Transfers;

/// <summary>What a look ahead says of a transfer, without anything being recorded.</summary>
public sealed class TransferOutlookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DemandOwner Owner = DemandOwner.Of("transfer", "T1");
    private static readonly ReservationKey Key = new(Owner, 1, ReservationOrigin.Backlog, 1);
    private static readonly TransferEvent[] Shipping =
    [
        new Requested("T1", "BER", "MUC", [new("PUMP", 10)], 3, null, "d"), new Queued([new(1, 1)]),
        new GrantsAccepted("PUMP", [new(1, 1, 10, 10)]), new Released("T1~T1", [Key], null, null, null, Now),
        new ShipmentPlanned("T1~T1"),
    ];

    [Fact]
    public void A_closing_frees_its_units_which_wait_for_the_source_to_open()
    {
        var outlook = Outlook(Shipping, free: 0, isOpen: false);

        outlook.Happen(transfer => Transfer.Decide(transfer, new LeaveWarehouse("BER", 2), These("T1~T1")));

        outlook.Stock.Products["PUMP"].Candidates.Single().Supplies.Total.Should().Be(10);
        var seen = outlook.Consequences();
        seen.WouldWait.Should().Equal(new UnitsToWait(Owner, 1, "PUMP", 10, RejectionReason.Closed));
        seen.Transfers.Should().BeEquivalentTo(
            [new TransferChange("T1", "BER", "MUC") { WouldWait = 10, CancelledShipments = ["T1~T1"] }]);
    }

    [Fact]
    public void Units_of_a_cancelled_transfer_do_not_wait_again()
    {
        var outlook = Outlook([.. Shipping, new Cancelled("no need")], free: 0, isOpen: false);

        outlook.Happen(transfer => Transfer.Decide(transfer, new LeaveWarehouse("BER", 2), These("T1~T1")));

        var seen = outlook.Consequences();
        seen.WouldWait.Should().BeEmpty();
        seen.Transfers.Should().BeEquivalentTo(
            [new TransferChange("T1", "BER", "MUC") { WouldNotGo = 10, CancelledShipments = ["T1~T1"] }]);
    }

    [Fact]
    public void A_loss_is_made_good_from_what_is_free_and_the_shipment_is_short()
    {
        var outlook = Outlook(Shipping, free: 3, isOpen: true);

        outlook.Happen(transfer => Transfer.Decide(
            transfer, new LoseReservations(new("PUMP", "BER"), [new(Key, 4, 6)])));

        outlook.Stock.Products["PUMP"].Candidates.Single().Supplies.Total.Should().Be(0);
        var seen = outlook.Consequences();
        seen.WouldWait.Should().Equal(new UnitsToWait(Owner, 1, "PUMP", 1, RejectionReason.NoStock));
        seen.Transfers.Should().BeEquivalentTo(
            [new TransferChange("T1", "BER", "MUC") { WouldWait = 1, ShortShipments = ["T1~T1"] }]);
    }

    private static HashSet<ShipmentId> These(params ShipmentId[] shipments) => [.. shipments];

    private static TransferOutlook Outlook(TransferEvent[] before, long free, bool isOpen) => new(
        before.Aggregate(Transfer.Initial, (state, @event) => Transfer.Evolve(state, @event, Now)),
        StockPicture.Empty.With("PUMP", new ProductPicture(
            [new StockCandidate("BER", free, false, isOpen)],
            ImmutableSortedDictionary<RejectionReason, int>.Empty, null, ProductPicture.EmptyQueue)),
        DateOnly.FromDateTime(Now.Date), Now);
}
