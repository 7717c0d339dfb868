using CsCheck;
using FluentAssertions;
using Xunit;
using static SupplyChain.Inventory.StockEvent;

namespace SupplyChain.Inventory;

public sealed class StockProperties : StockRules
{
    private static readonly Gen<ReservationKey> Keys = Gen.Select(
        Gen.Int[1, 4], Gen.Int[1, 2], Gen.Enum<ReservationOrigin>(), Gen.Int[1, 3],
        (order, line, origin, attempt) => new ReservationKey($"O-{order}", line, origin, attempt));

    private static readonly Gen<object> Commands = Gen.Frequency(
        (3, Gen.Long[1, 20].Select(units => (object)new ReceiveStock("R", 0, units, Now, Repeat.No))),
        (3, Gen.Long[-20, 10].Select(delta => (object)new AdjustStock("A", delta, "count", Now, Repeat.No))),
        (8, Gen.Select(Keys, Gen.Long[1, 12], Gen.Int[1, 5], Gen.Int[0, 3], (key, units, priority, days) =>
            (object)Want(key, units, priority, days))),
        (3, Gen.Select(Keys, Gen.Long[0, 6]).Array[1, 3].Select(keeps =>
            (object)new ReduceReservations(
                Once(keeps).Select(keep => new KeepReserved(keep.Item1, keep.Item2)).ToItems()))),
        (2, Gen.Select(Keys, Gen.Long[1, 12]).Array[1, 3].Select(lines =>
            (object)new IssueGoods(
                "SH", Once(lines).Select(line => new IssueGoodsLine(line.Item1, line.Item2)).ToItems(), Now,
                Repeat.No))),
        (1, Gen.Select(Keys, Gen.Long[1, 12]).Array[1, 3].Select(lines =>
            (object)new ReturnGoods(
                "SH", Once(lines).Select(line => new IssueGoodsLine(line.Item1, line.Item2)).ToItems(), 0))),
        (1, Gen.Select(Keys, Gen.Long[0, 12], (key, kept) => new DroppedReservation(key, 1, kept)).Array[1, 3]
            .Select(drops => (object)new ConfirmDropped(drops.ToItems()))));

    /// <summary>A listener looks at what was dropped, or confirms what it saw when it looked last.</summary>
    private enum Listening
    {
        Look,
        Confirm,
    }

    private static readonly Gen<object> Disruptions = Gen.Frequency(
        (2, Gen.Long[-9, 12].Select(delta => (object)new AdjustStock("A", delta, "count", Now, Repeat.No))),
        (2, Gen.Select(Keys, Gen.Long[1, 12], Gen.Int[1, 5], Gen.Int[0, 3], (key, units, priority, days) =>
            (object)Want(key, units, priority, days))),
        (3, Gen.Enum<Listening>().Select(step => (object)step)));

    [Fact]
    public void Who_listens_knows_in_the_end_what_every_reservation_has_left() =>
        Disruptions.Array[1, 60].Sample(Listen, iter: 1_000);

    private static void Listen(object[] steps)
    {
        var scene = Given(Received("R-0", 0, 50, Now));
        var (told, seen) = (new Dictionary<ReservationKey, long>(), new Items<DroppedReservation>());
        foreach (var step in steps.Concat([Listening.Look, Listening.Confirm, Listening.Look, Listening.Confirm]))
        {
            if (step is Listening.Look)
            {
                seen = scene.State.Dropped.Values.Select(loss => loss.ToContract()).ToItems();
            }
            else if (step is Listening.Confirm)
            {
                foreach (var drop in seen)
                {
                    told[drop.Key] = Math.Min(drop.Kept, told.GetValueOrDefault(drop.Key, drop.Kept));
                }
                scene = scene.When(stock => StockItem.Decide(stock, new ConfirmDropped(seen))).Scene;
            }
            else
            {
                scene = scene.When(stock => Decide(stock, step)).Scene;
            }
        }
        StockItem.UnfinishedWork(scene.State).Should().Be(UnfinishedWork.None);
        foreach (var (key, kept) in told)
        {
            (scene.State.Reservations.GetValueOrDefault(key)?.Quantity ?? 0).Should().Be(kept);
        }
    }

    [Fact]
    public void Whatever_is_asked_reserved_units_are_there_and_each_has_an_owner() =>
        Commands.Array[1, 40].Sample(CarryOut, iter: 300);

    private static void CarryOut(object[] commands)
    {
        var scene = Given();
        foreach (var command in commands)
        {
            var before = scene.State;
            var decision = scene.When(stock => Decide(stock, command)).Decision;
            foreach (var @event in decision)
            {
                scene = scene.After([@event]);
                ShouldAddUp(scene.State);
                if (@event is Moved or StockEvent.Reserved or ReservationReduced or ReservationsDropped)
                {
                    After(@event).Should().Be(new LevelAfter(scene.State.OnHand, scene.State.Reserved));
                }
            }
            scene.State.OnHand.Should().Be(before.OnHand + Movement(decision));
            scene = scene.Later(TimeSpan.FromMinutes(1));
        }
    }

    private static void ShouldAddUp(StockItem stock)
    {
        stock.Reserved.Should().BeInRange(0, stock.OnHand);
        stock.Reservations.Values.Sum(held => held.Quantity).Should().Be(stock.Reserved);
        stock.Reservations.Values.Should().NotContain(held => held.Quantity <= 0);
        stock.Closed.Values.Except(stock.ClosedInOrder).Should().BeEmpty("what is remembered is forgotten one day");
    }

    private static long Movement(IEnumerable<StockEvent> events) => events.OfType<Moved>().Sum(moved => moved.Delta);

    private static LevelAfter? After(StockEvent @event) => @event switch
    {
        Moved moved => moved.After,
        StockEvent.Reserved reserved => reserved.After,
        ReservationReduced reduced => reduced.After,
        ReservationsDropped dropped => dropped.After,
        _ => null,
    };

    private static IEnumerable<(ReservationKey, long)> Once(IEnumerable<(ReservationKey, long)> pairs) =>
        pairs.DistinctBy(pair => pair.Item1);

    private static Decision<StockEvent> Decide(StockItem stock, object command) => command switch
    {
        ReceiveStock receive => StockItem.Decide(stock, receive, Now),
        AdjustStock adjust => StockItem.Decide(stock, adjust, Now),
        ReserveStock reserve => Reserve(stock, reserve),
        ReduceReservations reduce => StockItem.Decide(stock, reduce),
        IssueGoods issue => StockItem.Decide(stock, issue, Now),
        ReturnGoods back => StockItem.Decide(stock, back),
        ConfirmDropped confirm => StockItem.Decide(stock, confirm),
        _ => throw new ArgumentException($"{command}", nameof(command)),
    };
}
