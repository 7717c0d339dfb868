using SupplyChain.Orders;

namespace SupplyChain.Bench;

/// <summary>The orders of one client, one after the other.</summary>
internal sealed class OrderMaker
{
    private const int MaxUnits = 5;
    private const int Customers = 1_000;
    private const double Zipf = 1.0;

    private readonly OrderLoad _load;
    private readonly Skew _skew;
    private readonly double[] _popularity;
    private readonly Random _random;
    private readonly string _numbers;
    private int _made;

    public OrderMaker(OrderLoad load, Skew skew, double[] popularity, int client, int round = 1)
    {
        (_load, _skew, _popularity) = (load, skew, popularity);
        _random = new Random(unchecked(load.Seed * 1_000_003 + client));
        _numbers = $"{load.Numbers(skew, round)}{client}";
    }

    /// <summary>For each product the probability that one is wanted which is not behind it.</summary>
    public static double[] Popularity(int skus, Skew skew)
    {
        var exponent = skew == Skew.Zipf ? Zipf : 0;
        var sums = new double[skus];
        var sum = 0.0;
        for (var i = 0; i < skus; i++)
            sums[i] = sum += Math.Pow(i + 1, -exponent);
        for (var i = 0; i < skus; i++)
            sums[i] /= sum;
        return sums;
    }

    /// <summary>The next order: different products, one to five units each, to anywhere.</summary>
    public NumberedOrder Next() => Next(_load.Lines);

    /// <summary>The same with so many lines.</summary>
    public NumberedOrder Next(int count)
    {
        var skus = new HashSet<string>();
        if (_skew == Skew.Hot)
            skus.Add(_load.HotSku);
        while (skus.Count < count)
            skus.Add(_load.Sku(Wanted()));
        var lines = skus.Select((sku, i) => new PlaceOrderLine(i + 1, sku, _random.Next(1, MaxUnits + 1)));
        var shipTo = new ShipTo("DE", _random.NextDouble() * 100 - 40, _random.NextDouble() * 360 - 180);
        var order = new PlaceOrder($"C{_random.Next(Customers)}", shipTo, lines.ToItems(), _random.Next(1, 6));
        return new($"{_numbers}-{_made++}", order);
    }

    private int Wanted()
    {
        var place = Array.BinarySearch(_popularity, _random.NextDouble());
        return Math.Min(place < 0 ? ~place : place, _popularity.Length - 1);
    }
}
