using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain.Journal;

/// <summary>
/// A world in which anything may happen to orders: they are placed, amended, cut and cancelled, shipped in parts,
/// delivered early, late, damaged or at a time nobody knows, and what was reported is voided. Refused commands are part
/// of it; they change nothing.
/// </summary>
internal sealed class RandomHistory
{
    private static readonly string[] Warehouses = ["WH-1", "WH-2", "WH-3"];
    private static readonly string[] Skus = ["A", "B", "C"];

    private readonly Random _random;
    private readonly List<string> _orders = [];

    public RandomHistory(int seed)
    {
        _random = new(seed);
        Array.ForEach(Warehouses, warehouse => World.Warehouse(warehouse));
        Array.ForEach(Skus, World.Product);
        for (var i = 0; i < Warehouses.Length * Skus.Length; i++)
        {
            World.Receive($"R-{i}", Warehouses[i % 3], (Skus[i / 3], 60));
        }
    }

    public World World { get; } = new();

    /// <summary>How many commands were not refused.</summary>
    public int Accepted { get; private set; }

    /// <summary>A day around those on which things happen.</summary>
    public DateOnly Day() => DateOnly.FromDateTime(World.Now.Date).AddDays(_random.Next(-420, 420));

    /// <summary>Does something.</summary>
    public void Step(int number)
    {
        var before = World.Journal.Rows.Count;
        try
        {
            Do(number);
        }
        catch (RefusedException) when (World.Journal.Rows.Count == before)
        {
            return;
        }
        Accepted++;
    }

    private void Do(int number)
    {
        switch (_random.Next(12))
        {
            case 0 or 1 or 2:
                Place($"O-{number}");
                break;
            case 3 or 4:
                World.Release(Any(_orders), new ReleaseShipment(
                    $"S-{number}", [.. Lines(Any(_orders))], _random.Next(3) == 0 ? null : Any(["Air", "Ocean"])));
                break;
            case 5:
                World.Release(Any(_orders));
                break;
            case 6 or 7 or 8:
                Deliver();
                break;
            case 9:
                Void();
                break;
            case 10:
                Amend(Any(_orders));
                break;
            default:
                Disturb(number);
                break;
        }
    }

    private void Place(string number)
    {
        var lines = Enumerable.Range(1, _random.Next(1, 4)).Select(line => new PlaceOrderLine(
            line, Any(Skus), _random.Next(1, 9), _random.Next(3) == 0 ? Any(Warehouses) : default(Network.WarehouseId?),
            _random.Next(4) == 0 ? Day() : null, Value()));
        World.Place(number, new(
            $"CUST-{_random.Next(4)}", new(Any(["FR", "DE", "NG"])), lines.ToItems(),
            RequestedBy: _random.Next(4) == 0 ? null : Day()));
        _orders.Add(number);
    }

    private Money? Value() => _random.Next(4) switch
    {
        0 => null,
        1 => new(_random.Next(1, 1_000_000) / 7m, "EUR"),
        2 => new(999_999_999_999_999.999_999_999m, "USD"),
        _ => new(_random.Next(1, 100), "USD"),
    };

    private void Deliver()
    {
        var shipment = Any(Shipments());
        var lines = World.Shipment(shipment).Plan!.Lines.GroupBy(line => line.Reservation.Line)
            .Select(line => (Line: line.Key, Units: line.Sum(part => part.Quantity)))
            .Select(line => (line.Line, line.Units, Bad: _random.Next(6) == 0 ? _random.Next((int)line.Units) : 0))
            .Select(line => new DeliveredLine(line.Line, line.Units - line.Bad, line.Bad));
        var at = World.Now.AddHours(_random.Next(-9_000, 0)).ToOffset(TimeSpan.FromHours(_random.Next(-11, 12)));
        World.Report(
            shipment, _random.Next(5) == 0 ? MilestoneKind.Dispatched : MilestoneKind.Delivered,
            _random.Next(6) == 0 ? OccurredAt.Unknown : at, _random.Next(2) == 0 ? [] : [.. lines]);
    }

    private void Void()
    {
        var reported = Shipments().Where(id => World.Shipment(id).Milestones.Count > 0).ToList();
        var shipment = Any(reported);
        World.Void(shipment, Any(World.Shipment(shipment).Milestones.Keys.ToList()));
    }

    private void Amend(string number)
    {
        var line = Any(World.Order(number).Lines.Keys.ToList());
        World.Amend(number, _random.Next(4) switch
        {
            0 => new(Day()),
            1 => new(ShipTo: new(Any(["FR", "DE", "NG"]))),
            2 => new(ClearRequestedBy: true),
            _ => new(Lines: [new(line, _random.Next(1, 12), Value: Value())]),
        });
    }

    private void Disturb(int number)
    {
        switch (_random.Next(5))
        {
            case 0:
                World.Cancel(Any(_orders));
                break;
            case 1:
                World.Cancel(Any(_orders), 1);
                break;
            case 2:
                World.CancelShipment(Any(Shipments()));
                break;
            case 3:
                World.Adjust($"ADJ-{number}", Any(Warehouses), Any(Skus), -_random.Next(1, 10));
                break;
            default:
                var sku = Any(Skus);
                World.Receive($"MORE-{number}", Any(Warehouses), (sku, _random.Next(1, 40)));
                World.Replenish(sku);
                break;
        }
    }

    private List<string> Shipments() => _orders
        .SelectMany(number => World.Order(number).Shipments.Keys).ToList();

    private List<int> Lines(string number) =>
        World.Order(number).Lines.Keys.Where(_ => _random.Next(3) > 0).ToList();

    private T Any<T>(IReadOnlyList<T> some) =>
        some.Count > 0 ? some[_random.Next(some.Count)] : throw new RefusedException("There is nothing yet.");
}
