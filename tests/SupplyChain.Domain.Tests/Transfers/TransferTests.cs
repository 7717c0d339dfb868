using System.Collections.Immutable;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Orders;
using SupplyChain.Shipments;
using Xunit;
using static SupplyChain.Transfers.TransferEvent;

namespace SupplyChain.Transfers;

public sealed class TransferTests : RuleBook<Transfer, TransferEvent>
{
    private static readonly DemandOwner Owner = DemandOwner.Of("transfer", "T1");
    private static readonly RequestTransfer Command = new("BER", "MUC", [new("PUMP", 10), new("VALVE", 4)]);
    private static readonly Requested Known = new("T1", "BER", "MUC", [new("PUMP", 10), new("VALVE", 4)], 3, null, "d");
    private static readonly Queued BothQueued = new([new(1, 1), new(2, 1)]);
    private static readonly GrantsAccepted Pumps = new("PUMP", [new(1, 1, 10, 10)]);
    private static readonly GrantsAccepted Valves = new("VALVE", [new(2, 1, 4, 4)]);
    private static readonly ReservationKey PumpKey = new(Owner, 1, ReservationOrigin.Backlog, 1);
    private static readonly ReservationKey ValveKey = new(Owner, 2, ReservationOrigin.Backlog, 1);
    private static readonly Released AllReleased = new("T1~T1", [PumpKey, ValveKey], null, null, null, Now);
    private static readonly Shipped AllShipped = new("T1~T1", Now, [new(PumpKey, 10), new(ValveKey, 4)]);

    [Fact]
    public void What_is_requested_waits_in_the_queues_of_its_products_at_the_source() =>
        Given()
            .When(transfer => Transfer.Decide(transfer, "T1", Command, "d")).Then(Known)
            .Leaving(transfer =>
            {
                Transfer.Next(transfer).Should().Be(TransferStep.Queue);
                transfer.Status().Should().Be(TransferStatus.Waiting);
                var lines = transfer.ToQueue().SelectMany(queue => queue.Command.Lines).ToList();
                lines.Select(line => (line.Owner, line.Line, line.Quantity)).Should().Equal(
                    (Owner, 1, 10), (Owner, 2, 4));
                lines.Should().OnlyContain(line => line.OnlyFrom!.Value.Single() == "BER");
            })
            .When(transfer => Transfer.Decide(transfer, "T1", Command, "d")).ThenNothing()
            .When(transfer => Transfer.Decide(transfer, "T1", Command, "e")).ThenRefused(Refusal.Conflict);

    [Fact]
    public void Grants_are_taken_once_and_what_it_cannot_use_goes_back()
    {
        Items<BacklogGrant> grants = [new(Owner, 1, "BER", 1, 6, null, Why())];
        Given(Known, BothQueued)
            .When(transfer => Transfer.DecideGranted(transfer, "PUMP", grants))
            .Then(new GrantsAccepted("PUMP", [new(1, 1, 6, 6)]))
            .Leaving(transfer => transfer.Details()!.Lines[0].Should().Match<TransferLineDetails>(line =>
                line.Waiting == 4 && line.Reserved == 6))
            .When(transfer => Transfer.DecideGranted(transfer, "PUMP", grants)).ThenNothing()
            .When(transfer => Transfer.Decide(transfer, new CancelTransfer("no"), new HashSet<ShipmentId>()))
            .Then(new Cancelled("no"))
            .When(transfer => Transfer.DecideGranted(transfer, "PUMP", [grants[0] with { Attempt = 2, Quantity = 4 }]))
            .Then(new GrantsAccepted("PUMP", [new(1, 2, 4, 0)]))
            .Leaving(transfer => transfer.Returning.Should().ContainSingle(grant => grant.Key.Attempt == 2));
    }

    [Fact]
    public void Nothing_reserved_cannot_be_released_and_what_is_released_is_released_once() =>
        Given(Known, BothQueued)
            .When(transfer => Transfer.Decide(transfer, new ReleaseTransfer(OccurredAt.At(Now)), Now))
            .ThenRefused(Refusal.NothingAllocated)
            .Scene.After([Pumps, Valves])
            .When(transfer => Transfer.Decide(transfer, new ReleaseTransfer(OccurredAt.At(Now)), Now)).Then(AllReleased)
            .Leaving(transfer => transfer.Status().Should().Be(TransferStatus.Released))
            .When(transfer => Transfer.Decide(transfer, new ReleaseTransfer(OccurredAt.At(Now)), Now)).ThenNothing();

    [Fact]
    public void Goods_are_in_transit_from_their_leaving_until_they_arrive() =>
        Given(Known, BothQueued, Pumps, Valves, AllReleased, new ShipmentPlanned("T1~T1"))
            .When(transfer => Transfer.Decide(transfer, "T1~T1", Left(progress: 2))).Then(AllShipped)
            .Leaving(transfer =>
            {
                transfer.Status().Should().Be(TransferStatus.InTransit);
                transfer.Details()!.Lines.Select(line => line.InTransit).Should().Equal(10, 4);
            })
            .When(transfer => Transfer.Decide(transfer, "T1~T1", Left(progress: 2))).ThenNothing()
            .When(transfer => Receive(transfer, new("R1"))).Then(
                new Received("R1", [new(1, 10), new(2, 4)], [], Now, "r"))
            .Leaving(transfer =>
            {
                transfer.Status().Should().Be(TransferStatus.Received);
                Transfer.Next(transfer).Should().Be(TransferStep.PutAway);
            })
            .When(transfer => Transfer.DecidePutAway(transfer, "R1")).ThenAccepted()
            .Leaving(transfer => Transfer.Next(transfer).Should().Be(TransferStep.ReportArrival))
            .When(transfer => Transfer.DecideArrivalReported(transfer, ["T1~T1"])).ThenAccepted()
            .Leaving(transfer => Transfer.Next(transfer).Should().Be(TransferStep.Rest));

    [Fact]
    public void Receipts_add_up_and_a_final_one_writes_off_what_is_missing() =>
        Given(Known, BothQueued, Pumps, Valves, AllReleased, new ShipmentPlanned("T1~T1"), AllShipped)
            .When(transfer => Receive(transfer, new("R1", [new(1, 6), new(2, 5)])))
            .Then(new Received("R1", [new(1, 6), new(2, 5)], [], Now, "r"))
            .Leaving(transfer => transfer.Details()!.Lines.Select(line => (line.InTransit, line.Over))
                .Should().Equal((4, 0), (0, 1)))
            .When(transfer => Receive(transfer, new("R2", [new(1, 3)], Final: true)))
            .Then(new Received("R2", [new(1, 3)], [new(1, 1)], Now, "r"))
            .Leaving(transfer =>
            {
                transfer.Status().Should().Be(TransferStatus.Received);
                transfer.Details()!.Lines.Select(line => (line.Received, line.Short, line.Over))
                    .Should().Equal((9, 1, 0), (5, 0, 1));
            })
            .When(transfer => Receive(transfer, new("R2", [new(1, 3)], Final: true))).ThenNothing()
            .When(transfer => Receive(transfer, new("R2"), "other")).ThenRefused(Refusal.Conflict)
            .When(transfer => Receive(transfer, new("R3"))).ThenRefused(Refusal.NothingInTransit)
            .When(transfer => Receive(transfer, new("R3", [new(9, 1)])))
            .ThenFaulty(("/lines/0/line", FaultCodes.UnknownLine));

    [Fact]
    public void Nothing_arrives_that_has_not_left() =>
        Given(Known, BothQueued, Pumps, Valves, AllReleased)
            .When(transfer => Receive(transfer, new("R1", [new(1, 1)]))).ThenRefused(Refusal.NothingInTransit);

    [Fact]
    public void Goods_that_had_not_left_after_all_are_in_the_shipment_again() =>
        Given(Known, BothQueued, Pumps, Valves, AllReleased, new ShipmentPlanned("T1~T1"), AllShipped)
            .When(transfer => Transfer.Decide(transfer, "T1~T1", Back())).Then(new ShipmentReturned("T1~T1", 1))
            .Leaving(transfer =>
            {
                transfer.Status().Should().Be(TransferStatus.Released);
                transfer.Details()!.Lines.Select(line => line.Released).Should().Equal(10, 4);
            })
            .When(transfer => Transfer.Decide(transfer, "T1~T1", Left(progress: 2))).ThenNothing();

    [Fact]
    public void Cancelling_leaves_what_was_picked_and_is_too_late_when_that_is_all() =>
        Given(Known, BothQueued, Pumps, new Released("T1~T1", [PumpKey], null, null, null, Now),
            new ShipmentPlanned("T1~T1"), Valves)
            .When(transfer => Transfer.Decide(transfer, new CancelTransfer("no"), new HashSet<ShipmentId> { "T1~T1" }))
            .Then(new Cancelled("no"))
            .Leaving(transfer =>
            {
                transfer.Details()!.Lines.Select(line => (line.Released, line.Cancelled))
                    .Should().Equal((10, 0), (0, 4));
                transfer.Releasing.Should().ContainSingle(release => release.Key == ValveKey && release.Keep == 0);
            })
            .When(transfer => Transfer.Decide(transfer, new CancelTransfer("no"), new HashSet<ShipmentId>()))
            .ThenNothing()
            .When(transfer => Transfer.Decide(transfer, "T1~T1", Cancelled())).Then(new ShipmentCancelled("T1~T1"))
            .Leaving(transfer =>
            {
                transfer.Status().Should().Be(TransferStatus.Cancelled);
                transfer.Releasing.Should().Contain(release => release.Key == PumpKey);
            });

    [Fact]
    public void Cancelling_is_too_late_when_everything_was_picked() =>
        Given(Known, BothQueued, Pumps, Valves, AllReleased, new ShipmentPlanned("T1~T1"))
            .When(transfer => Transfer.Decide(transfer, new CancelTransfer("no"), new HashSet<ShipmentId> { "T1~T1" }))
            .ThenRefused(Refusal.TooLate);

    [Fact]
    public void Units_that_reality_took_away_wait_again_and_their_shipment_hears_of_it()
    {
        var lose = new LoseReservations(new("PUMP", "BER"), [new(PumpKey, 3, 7)]);
        Given(Known, BothQueued, Pumps, Valves, AllReleased, new ShipmentPlanned("T1~T1"))
            .When(transfer => Transfer.Decide(transfer, lose)).Then(new ReservationsLost([new(PumpKey, 3, 7)]))
            .Leaving(transfer =>
            {
                transfer.Details()!.Lines[0].Should().Match<TransferLineDetails>(line =>
                    line.Waiting == 3 && line.Released == 7);
                Transfer.Next(transfer).Should().Be(TransferStep.Queue);
            })
            .When(transfer => Transfer.Decide(transfer, lose)).ThenNothing()
            .Scene.After([new Queued([new(1, 2)])])
            .Being(transfer => Transfer.Next(transfer).Should().Be(TransferStep.TellShipments));
    }

    [Fact]
    public void A_loss_that_is_heard_of_before_the_grant_counts_when_the_grant_comes() =>
        Given(Known, BothQueued)
            .When(transfer => Transfer.Decide(
                transfer, new LoseReservations(new("PUMP", "BER"), [new(PumpKey, 4, 6)])))
            .Then(new ReservationsLost([new(PumpKey, 4, 6)]))
            .When(transfer => Transfer.DecideGranted(transfer, "PUMP", [new(Owner, 1, "BER", 1, 10, null, Why())]))
            .Then(new GrantsAccepted("PUMP", [new(1, 1, 10, 6)]))
            .Leaving(transfer =>
            {
                transfer.Details()!.Lines[0].Should().Match<TransferLineDetails>(line =>
                    line.Waiting == 4 && line.Reserved == 6);
                transfer.ToQueue().Should().ContainSingle();
            });

    [Fact]
    public void A_closing_of_the_source_makes_what_is_reserved_wait_and_leaves_what_was_picked()
    {
        var closing = new LeaveWarehouse("BER", 7);
        Given(Known, BothQueued, Pumps, new Released("T1~T1", [PumpKey], null, null, null, Now),
            new ShipmentPlanned("T1~T1"), Valves)
            .When(transfer => Transfer.Decide(transfer, new LeaveWarehouse("MUC", 7), new HashSet<ShipmentId>()))
            .ThenNothing()
            .When(transfer => Transfer.Decide(transfer, closing, new HashSet<ShipmentId>()))
            .Then(new LeftWarehouse(7, [ValveKey]))
            .Leaving(transfer =>
            {
                transfer.LeaveReply(closing).Should().Be(new LeaveWarehouseReply(0, 1));
                transfer.Details()!.Lines.Select(line => (line.Released, line.Waiting)).Should().Equal((10, 0), (0, 4));
            })
            .When(transfer => Transfer.Decide(transfer, closing, new HashSet<ShipmentId>())).ThenNothing()
            .Leaving(transfer => transfer.LeaveReply(closing).Should().Be(new LeaveWarehouseReply(0, 1)));
    }

    [Fact]
    public void A_number_that_is_taken_is_passed_over() =>
        Given(Known, BothQueued, Pumps, Valves, AllReleased)
            .When(transfer => Transfer.DecidePlanned(transfer, "T1~T1", made: false))
            .Then(new ShipmentRenumbered("T1~T1", "T1~T2"))
            .Leaving(transfer => transfer.ShipmentsToPlan().Should().ContainSingle(
                shipment => shipment.Plan.Shipment == "T1~T2"));

    private static Decision<TransferEvent> Receive(Transfer transfer, ReceiveTransfer command, string digest = "r") =>
        Transfer.Decide(transfer, command with { OccurredAt = OccurredAt.At(Now) }, digest, Now);

    private static ShipmentProgress Left(long progress, int returns = 0) => new(
        progress, ShipmentStatus.Dispatched, true, Now, null, [new(PumpKey, 10), new(ValveKey, 4)], [], returns);

    private static ShipmentProgress Back() => new(4, ShipmentStatus.Planned, false, null, null, [], [], 1);

    private static ShipmentProgress Cancelled() => new(4, ShipmentStatus.Cancelled, false, null, null, [], []);

    private static Why Why() =>
        new(SourcingRule.OnlyCandidate, [], ImmutableSortedDictionary<RejectionReason, int>.Empty);
}
