using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal.ReadModels;

public abstract class ShipmentContract : IAsyncLifetime
{
    private readonly Func<IJournal, Task<ReadSide>> _open;
    private readonly World _world = new();
    private ReadSide _read = null!;

    private protected ShipmentContract(Func<IJournal, Task<ReadSide>> open) => _open = open;

    // The way takes a day, after one of handling.
    private DateOnly Released => DateOnly.FromDateTime(_world.Now.UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        _world.Warehouse("BER", 52.5, 13.4);
        _world.Product("A");
        _world.Product("B");
        _world.Receive("R-1", "BER", ("A", 500), ("B", 500));
        Release("S-early", 9, "CUST-1", "DHL");
        Release("S-tight", 1, "CUST-2", "DHL");
        Release("S-free", null, "CUST-1", "UPS", "B");
        Release("S-gone", 9, "CUST-2", null);
        _world.CancelShipment("S-gone");
        Release("S-there", 2, "CUST-1", "UPS");
        _world.Milestone("S-there", MilestoneKind.Dispatched, _world.Now.AddHours(-5));
        _world.Milestone("S-there", MilestoneKind.Delivered, _world.Now.AddHours(-1));
        Release("S-part", 5, "CUST-3", null, "B");
        _world.Milestone("S-part", MilestoneKind.Delivered, _world.Now.AddHours(-1), new DeliveredLine(1, 2));
        _read = await (await _open(_world.Journal)).CaughtUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_shipment_is_listed_as_it_stands_that_day()
    {
        for (var today = Released; today < Released.AddDays(12); today = today.AddDays(1))
        {
            foreach (var listed in await ListAsync(new(), today))
            {
                var shipment = _world.Shipment(listed.Id.Value);
                var order = _world.Order(listed.Owner.Id);
                listed.Should().Be(shipment.Summary(listed.Id, today)! with
                {
                    Customer = order.Customer,
                    ShipTo = new("FR", 48.9, 2.3, "FRPAR"),
                });
            }
        }
    }

    [Fact]
    public async Task It_is_late_from_the_day_after_its_promise()
    {
        (await IdsAsync(new(Standings: [ShipmentStanding.Late]), Released.AddDays(1))).Should().BeEmpty();
        (await IdsAsync(new(Standings: [ShipmentStanding.AtRisk]), Released.AddDays(1))).Should().Equal("S-tight");
        (await IdsAsync(new(Standings: [ShipmentStanding.Late]), Released.AddDays(2))).Should().Equal("S-tight");
        (await IdsAsync(new(Standings: [ShipmentStanding.Late]), Released.AddDays(10)))
            .Should().Equal("S-early", "S-part", "S-tight");
        (await IdsAsync(new(Standings: [ShipmentStanding.OnTime, ShipmentStanding.Unknown]), Released.AddDays(10)))
            .Should().Equal("S-free", "S-there");
    }

    [Fact]
    public async Task Every_filter_narrows_it()
    {
        var there = _world.Shipment("S-there").Details("S-there")!.Eta.At!.Value;

        (await IdsAsync(new(Open: true))).Should().Equal("S-early", "S-free", "S-part", "S-tight");
        (await IdsAsync(new(Text: "s-t"))).Should().Equal("S-there", "S-tight");
        (await IdsAsync(new(Text: "jd-S-early"))).Should().Equal("S-early");
        (await IdsAsync(new(Text: "O-S-free"))).Should().Equal("S-free");
        (await IdsAsync(new(Text: "S_"))).Should().BeEmpty("the text is no pattern");
        (await IdsAsync(new(Carriers: ["DHL"]))).Should().Equal("S-early", "S-tight");
        (await IdsAsync(new(Modes: ["Truck"]))).Should().HaveCount(6);
        (await IdsAsync(new(Modes: ["truck"]))).Should().BeEmpty("it is as given");
        (await IdsAsync(new(Customers: ["CUST-2", "CUST-3"]))).Should().Equal("S-gone", "S-part", "S-tight");
        (await IdsAsync(new(Skus: ["B"]))).Should().Equal("S-free", "S-part");
        (await IdsAsync(new(Skus: ["A", "B"], Customers: ["CUST-1"]))).Should().Equal("S-early", "S-free", "S-there");
        (await IdsAsync(new(PromisedTo: Released.AddDays(2)))).Should().Equal("S-tight");
        (await IdsAsync(new(PromisedFrom: Released.AddDays(2), PromisedTo: Released.AddDays(6))))
            .Should().Equal("S-part", "S-there");
        (await IdsAsync(new(PromisedFrom: Released.AddDays(9)))).Should().Equal("S-early", "S-gone");
        (await IdsAsync(new(DeliveredFrom: there))).Should().Equal("S-there");
        (await IdsAsync(new(DeliveredTo: there))).Should().BeEmpty();
        (await IdsAsync(new(DeliveredFrom: there.AddDays(-1), DeliveredTo: there.AddDays(1))))
            .Should().Equal("S-there");
        (await IdsAsync(new(Warehouse: "BER", Open: true, Carriers: ["UPS"]))).Should().Equal("S-free");
    }

    [Fact]
    public async Task They_are_counted_as_they_are_listed()
    {
        ShipmentQuery[] queries =
        [
            new(), new(Open: true), new(Standings: [ShipmentStanding.Late, ShipmentStanding.AtRisk]), new(Text: "S-t"),
            new(Customers: ["CUST-1"]), new(Skus: ["B"]), new(Statuses: [ShipmentStatus.Planned]), new(Text: "nothing"),
        ];
        foreach (var query in queries)
        {
            foreach (var today in new[] { Released, Released.AddDays(2), Released.AddDays(20) })
            {
                var listed = await ListAsync(query, today);
                (await _read.Models.CountShipmentsAsync("demo", query, today)).Should().Be(new ShipmentCounts(
                    listed.Count, listed.Sum(shipment => shipment.Units),
                    Standing(listed, ShipmentStanding.OnTime), Standing(listed, ShipmentStanding.AtRisk),
                    Standing(listed, ShipmentStanding.Late), Standing(listed, ShipmentStanding.Unknown)), "{0}", query);
            }
        }
        (await _read.Models.CountShipmentsAsync("other", new(), Released)).Shipments.Should().Be(0);
    }

    [Fact]
    public async Task The_worst_come_first_when_sorted_by_how_they_stand()
    {
        var sorted = (await _read.Models.ShipmentsAsync(
            "demo", new(), new(Sort: "-standing,promise"), Released.AddDays(2))).Items;

        sorted.Select(shipment => (shipment.Id.Value, shipment.Standing)).Should().Equal(
            ("S-tight", ShipmentStanding.Late), ("S-free", ShipmentStanding.Unknown),
            ("S-there", ShipmentStanding.OnTime), ("S-part", ShipmentStanding.OnTime),
            ("S-early", ShipmentStanding.OnTime), ("S-gone", null));
    }

    [Fact]
    public async Task What_changes_on_the_way_or_in_the_order_is_in_the_list()
    {
        _world.Milestone("S-tight", MilestoneKind.Dispatched);
        _world.Milestone("S-tight", MilestoneKind.Delivered);
        _world.Void("S-there", _world.Shipment("S-there").Milestones.Single(
            reported => reported.Value.Milestone.Kind == MilestoneKind.Delivered).Key);
        _world.Amend("O-S-early", new(ShipTo: new ShipTo("DE", 48.1, 11.6)));
        await _read.CaughtUpAsync();

        var listed = (await ListAsync(new(), Released)).ToDictionary(shipment => shipment.Id.Value);

        listed["S-tight"].LastReport!.Kind.Should().Be(MilestoneKind.Delivered);
        listed["S-there"].LastReport!.Kind.Should().Be(MilestoneKind.Dispatched);
        listed["S-early"].ShipTo.Should().Be(new ShipmentDestination("DE", 48.1, 11.6));
        (await IdsAsync(new(Open: true))).Should().Equal("S-early", "S-free", "S-part", "S-there");
        foreach (var (id, shipment) in listed)
        {
            shipment.Should().Be(_world.Shipment(id).Summary(id, Released)! with
            {
                Customer = shipment.Customer,
                ShipTo = shipment.ShipTo,
            });
        }
    }

    private void Release(string id, int? promisedDays, CustomerId customer, string? carrier, string sku = "A")
    {
        var number = $"O-{id}";
        _world.Place(number, new PlaceOrder(
            customer, new("FR", 48.9, 2.3, "FRPAR", "A. Person"), [new(1, sku, 7)], 3,
            promisedDays is { } days ? Released.AddDays(days) : null));
        _world.Release(number, new ReleaseShipment(id, [1], "Truck", carrier, $"JD-{id}"));
    }

    private async Task<Items<ShipmentSummary>> ListAsync(ShipmentQuery query, DateOnly today) =>
        (await _read.Models.ShipmentsAsync("demo", query, new(), today)).Items;

    private async Task<IEnumerable<string>> IdsAsync(ShipmentQuery query, DateOnly? today = null) =>
        (await ListAsync(query, today ?? Released)).Select(shipment => shipment.Id.Value);

    private static long Standing(Items<ShipmentSummary> listed, ShipmentStanding standing) =>
        listed.Count(shipment => shipment.Standing == standing);
}
