using CsCheck;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Shipments;
using Xunit;

namespace SupplyChain.Orders;

/// <summary>A look ahead says what then happens, when nobody else acts, and changes nothing itself.</summary>
public sealed class PreviewProperties
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue - 1];

    [Fact]
    public void A_quote_is_what_placing_then_gives() => Seeds.Sample(
        seed =>
        {
            var chance = new Random(seed);
            var world = Populated(chance);
            var command = AnyOrder(chance);
            var quoted = PreviewWorld.Quoted(world, "NEW", command);

            world.Place("NEW", command);

            PreviewWorld.Standing(quoted.Order).Should()
                .Equal(PreviewWorld.Standing(world.Orders.Single(order => order.Number == "NEW")));
        },
        iter: 400);

    [Fact]
    public void What_is_foreseen_of_an_amendment_a_cancellation_and_a_new_sourcing_happens() => Seeds.Sample(
        seed =>
        {
            var chance = new Random(seed);
            var world = Populated(chance);
            var order = world.Orders.ElementAt(chance.Next(world.Orders.Count));
            var stock = world.Picture();
            Func<Order, Decision<OrderEvent>> command = chance.Next(3) switch
            {
                0 => state => Order.Decide(state, Amend(), null),
                1 => state => Order.Decide(
                    state, new CancelOrder("no", state.Lines.Keys.Take(1).ToItems()), new HashSet<ShipmentId>()),
                _ => state => Order.Decide(state, new ResourceOrder(), stock, Today),
            };
            var others = world.Orders.Where(one => one.Number != order.Number).ToDictionary(one => one.Number);
            var outlook = world.Outlook(order.Number);
            outlook.Happen(command);
            var seen = outlook.Consequences();

            var after = world.Carry(order.Number, command);

            PreviewWorld.Standing(outlook.Order).Should().Equal(PreviewWorld.Standing(after));
            Filled(seen, order.Number).Should().BeEquivalentTo(
                world.Orders.Where(one => one.Number != order.Number)
                    .Select(one => (Owner: (DemandOwner)one.Number, Units: Held(one) - Held(others[one.Number])))
                    .Where(one => one.Units > 0),
                "who waits gets what comes free");

            AmendOrder Amend() => new(
                Priority: chance.Next(4) == 0 ? 1 : null,
                Lines: [new AmendOrderLine(order.Lines.Keys.First(), seed % 17)]);
        },
        iter: 400);

    [Fact]
    public void What_is_foreseen_of_a_closing_happens() => Seeds.Sample(
        seed =>
        {
            var world = Populated(new Random(seed));
            var order = world.Orders.ElementAt(seed % world.Orders.Count);
            var command = new LeaveWarehouse("PAR", 1);
            world.Close("PAR");
            var outlook = world.Outlook(order.Number);
            outlook.Happen(state => Order.Decide(state, command, []));

            var after = world.Carry(order.Number, state => Order.Decide(state, command, []));

            PreviewWorld.Standing(outlook.Order).Should().Equal(PreviewWorld.Standing(after));
            Adds_up(order, after, outlook.Consequences());
        },
        iter: 400);

    [Fact]
    public void What_is_foreseen_of_lost_stock_happens() => Seeds.Sample(
        seed =>
        {
            var chance = new Random(seed);
            var world = Populated(chance);
            var item = world.Items.ElementAt(chance.Next(6));
            var dropped = world.Lose(item, 1 + chance.Next(9));
            foreach (var drops in dropped.GroupBy(drop => drop.Key.Owner))
            {
                var command = new LoseReservations(item, drops.ToItems());
                var before = world.Orders.Single(order => order.Number == drops.Key);
                var outlook = world.Outlook(drops.Key.Id);
                outlook.Happen(state => Order.Decide(state, command));

                var after = world.Carry(drops.Key.Id, state => Order.Decide(state, command));

                PreviewWorld.Standing(outlook.Order).Should().Equal(PreviewWorld.Standing(after));
                Adds_up(before, after, outlook.Consequences());
            }
        },
        iter: 400);

    /// <summary>What moves stays reserved, what waits is missing, what is filled is new: the difference.</summary>
    private static void Adds_up(Order before, Order after, Consequences seen)
    {
        seen.WouldWait.Sum(part => part.Quantity).Should().Be(
            after.Lines.Values.Sum(line => Math.Max(0, line.Backordered - before.Lines[line.Line].Backordered)));
        foreach (var place in before.Allocations.Concat(after.Allocations)
            .Select(held => (held.Line, held.Warehouse)).Distinct())
        {
            var gained = seen.WouldMove.Where(move => (move.Line, move.To) == place).Sum(move => move.Quantity)
                + seen.WouldFill.Where(fill => (fill.Line, fill.From) == place && fill.Order == after.Number)
                    .Sum(fill => fill.Quantity);
            gained.Should().Be(Math.Max(0, At(after, place) - At(before, place)));
        }
    }

    private static long At(Order order, (int Line, Network.WarehouseId Warehouse) place) => order.Allocations
        .Where(held => (held.Line, held.Warehouse) == place).Sum(held => held.Quantity);

    private static IEnumerable<(DemandOwner, long)> Filled(Consequences seen, OrderId but) => seen.WouldFill
        .Where(fill => fill.Order != but).GroupBy(fill => fill.Owner)
        .Select(owner => (owner.Key, owner.Sum(fill => fill.Quantity)));

    private static long Held(Order order) => order.Allocations.Sum(held => held.Quantity);

    private static PreviewWorld Populated(Random chance)
    {
        var world = new PreviewWorld(chance);
        for (var number = 1; number <= 4; number++)
        {
            // Who may not split or ship more gives units back, which is not foreseen.
            var order = AnyOrder(chance);
            world.Place($"O-{number}", order with { Policy = new(AllowBackorder: order.Policy!.AllowBackorder) });
        }
        return world;
    }

    private static PlaceOrder AnyOrder(Random chance) => new(
        "C-1", new("FR"),
        [
            .. Enumerable.Range(1, chance.Next(1, 4)).Select(line => new PlaceOrderLine(
                line, chance.Next(2) == 0 ? "PUMP" : "HOSE", chance.Next(1, 13),
                chance.Next(8) == 0 ? "PAR" : (Network.WarehouseId?)null)),
        ],
        chance.Next(1, 6),
        Policy: new(
            AllowSplit: chance.Next(3) > 0, AllowBackorder: chance.Next(4) > 0,
            MaxShipments: chance.Next(4) == 0 ? chance.Next(1, 3) : null));
}
